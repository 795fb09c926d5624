"""The rulebook in force, as readers of a score see it."""

from __future__ import annotations

import difflib
from typing import Any

import rules
from rules.model import RulebookStamp
from service.errors import MissingError
from service.runtime import Runtime


def listed(run: Runtime) -> dict[str, Any]:
    """All rules, and which rulebook they are from."""
    stamp = RulebookStamp(version=run.rulebook.version, sha256=run.rulebook.sha256)
    return {"items": rules.describe_rules(run.rulebook), "rulebook": stamp}


def rule(rule_id: str, run: Runtime) -> dict[str, Any]:
    """One rule by its id; raises MissingError naming the nearest one."""
    by_id = {rule["id"]: rule for rule in rules.describe_rules(run.rulebook)}
    if rule_id in by_id:
        return by_id[rule_id]
    near = difflib.get_close_matches(rule_id, sorted(by_id), n=1)
    raise MissingError(f"No rule has the id “{rule_id}”" + (f"; did you mean “{near[0]}”?" if near else "."))
