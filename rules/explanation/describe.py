"""The rulebook in force, for people and programs that want to read it."""

from __future__ import annotations

from typing import Any

import msgspec

from rules.findings import Rules
from rules.rulebook import Rulebook
from rules.rulebook.rule import RuleEntry
from rules.scoring.weights import load_weights


class DescribedRule(RuleEntry, frozen=True, kw_only=True):
    """A rule of the rulebook, with what it weighs."""

    weight: dict[str, Any] | None


def describe_rules(rulebook: Rulebook) -> list[dict[str, Any]]:
    """Every rule with its question, condition, citation, examples and weight, as plain data, by id.

    A rule without an entry in `weights.yaml` has the weight None: it weighs 0 and is still reported.

    >>> {rule["id"]: rule["question"] for rule in describe_rules(Rulebook())}["provenance.interest"]
    'Does the statement serve the side that makes it?'
    """
    weights = rulebook.part(load_weights).rules
    return [
        {**msgspec.to_builtins(entry), "weight": msgspec.to_builtins(weights.get(name))}
        for name, entry in sorted(rulebook.part(Rules).entries.items())
    ]
