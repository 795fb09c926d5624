"""Observation: facts are code, rules are data, and a finding is an outcome, never points."""

from rules.findings import corroboration, hedging, provenance  # noqa: F401  (they register their facts)
from rules.findings.facts import FACTS, Scene
from rules.findings.rank import Rank
from rules.findings.rules import Finding, Rules

__all__ = ["FACTS", "Finding", "Rank", "Rules", "Scene"]
