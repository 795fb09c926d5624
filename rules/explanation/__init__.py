"""The explanation is the score: rows that add up to it, a sentence, and the rules behind them."""

from rules.explanation.describe import DescribedRule, describe_rules
from rules.explanation.summary import summary

__all__ = ["DescribedRule", "describe_rules", "summary"]
