"""Hedging: cues of language that weaken commitment, with scope, strength and owner."""

from rules.hedging.finder import HedgeFinder

__all__ = ["HedgeFinder"]
