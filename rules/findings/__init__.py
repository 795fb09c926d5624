"""Observation: facts are code, rules are data, and a finding is an outcome, never points."""

from rules.findings import corroboration, hedging, provenance  # noqa: F401  (they register their facts)
from rules.findings.facts import FACTS, Scene
from rules.findings.rank import Rank
from rules.findings.rules import Rules
from rules.findings.table import Finding, Observation

__all__ = ["FACTS", "Finding", "Observation", "Rank", "Rules", "Scene"]
