"""The rulebook in force, as readers of a score see it."""

from __future__ import annotations

from typing import Any

import rules
from rules.errors import unknown
from service.errors import MissingError
from service.runtime import Runtime


def listed(run: Runtime) -> dict[str, Any]:
    """All rules, and which rulebook they are from."""
    return {"items": rules.describe_rules(run.rulebook), "rulebook": run.stamp}


def rule(rule_id: str, run: Runtime) -> dict[str, Any]:
    """One rule by its id; raises MissingError naming the nearest one."""
    by_id = {rule["id"]: rule for rule in rules.describe_rules(run.rulebook)}
    if rule_id in by_id:
        return by_id[rule_id]
    raise MissingError(unknown("rule", rule_id, by_id))
