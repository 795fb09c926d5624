"""Hedging: cues of language that weaken commitment, with scope, strength and owner."""

from rules.hedging.cues import check_categories
from rules.hedging.finder import SCARE_QUOTES, HedgeFinder

__all__ = ["SCARE_QUOTES", "HedgeFinder", "check_categories"]
