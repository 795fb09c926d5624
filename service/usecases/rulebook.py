"""The rulebook in force, as readers of a score see it."""

from __future__ import annotations

from typing import Any

import rules
from rules.errors import unknown
from rules.provenance.tables import Tables
from service.errors import FieldProblem, InvalidError, MissingError
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


def check_class(class_: str | None, run: Runtime) -> None:
    """Raises InvalidError naming the nearest one for a source class that the rulebook does not have."""
    known = run.rulebook.part(Tables).classes
    if class_ is not None and class_ not in known:
        raise InvalidError([FieldProblem("class", unknown("source class", class_, known))])
