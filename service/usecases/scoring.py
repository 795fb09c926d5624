"""Scoring a case without storing anything."""

from __future__ import annotations

import rules
from rules.model import Assessment, Case
from service.runtime import Runtime


def score(case: Case, run: Runtime) -> Assessment:
    """The assessment of `case`; raises CaseError where a field means nothing to the rulebook."""
    return rules.assess(case, run.rulebook)
