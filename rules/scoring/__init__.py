"""Findings to an assessment: arithmetic only, every number from `weights.yaml`."""

from rules.scoring.assess import assess

__all__ = ["assess"]
