"""Hedging: cues of language that weaken commitment, with scope, strength and owner."""

from rules.hedging.cues import check_categories
from rules.hedging.finder import HedgeFinder

__all__ = ["HedgeFinder", "check_categories"]
