"""Condition trees over facts, compiled once into closures with three values: True, False and None for unknown.

A tree is `{all: [...]}`, `{any: [...]}`, `{not: ...}` or a leaf of a fact and one operator, such as
`{fact: hedge_strength, at_least: 0.3}`. A fact that is None makes its leaf unknown, and Kleene's logic carries that
upwards: `any` with one true branch is true whatever is unknown beside it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from rules.errors import unknown

Facts = Mapping[str, Any]
Condition = Callable[[Facts], bool | None]

OPERATORS: dict[str, Callable[[Any], Callable[[Any], bool]]] = {
    "is": lambda value: partial(operator.eq, value),
    "is_not": lambda value: partial(operator.ne, value),
    "in": lambda value: partial(operator.contains, value),
    "not_in": lambda value: lambda fact: fact not in value,
    "at_least": lambda value: partial(operator.le, value),
    "at_most": lambda value: partial(operator.ge, value),
    "more_than": lambda value: partial(operator.lt, value),
    "less_than": lambda value: partial(operator.gt, value),
    "contains": lambda value: lambda fact: value in fact,
}
"""The test of a fact that an operator makes of its value, which stands first: `at_least` 3 asks whether 3 ≤ fact."""

OF_LISTS = frozenset({"in", "not_in"})
OF_NUMBERS = frozenset({"at_least", "at_most", "more_than", "less_than"})


class ConditionError(ValueError):
    """A tree that cannot be compiled; the text says what is wrong, `key` is the word to look for in the file."""

    def __init__(self, problem: str, key: object = "") -> None:
        self.key = str(key)
        super().__init__(problem)


def compile_condition(tree: Any, facts: Collection[str]) -> Condition:
    """The closure for a condition tree in which only the named facts may be used.

    >>> compile_condition({"fact": "class", "is": "party"}, {"class"})({"class": "party"})
    True
    """
    if not isinstance(tree, dict) or not tree:
        raise ConditionError("a condition must be a mapping with all, any, not or fact")
    if "fact" in tree:
        return _leaf(tree, facts)
    if len(tree) != 1:
        raise ConditionError(f"a condition has one of all, any, not; this has {', '.join(map(str, tree))}")
    key, value = next(iter(tree.items()))
    if key == "not":
        return _negate(compile_condition(value, facts))
    if key not in ("all", "any"):
        raise ConditionError(unknown("condition", key, ("all", "any", "not", "fact")), key)
    if not isinstance(value, list) or not value:
        raise ConditionError(f"“{key}” needs a list of conditions")
    return _combine([compile_condition(item, facts) for item in value], decisive=key == "any")


def facts_in(tree: Any) -> frozenset[str]:
    """The facts that a condition tree asks for.

    >>> sorted(facts_in({"all": [{"fact": "class", "is": "party"}, {"not": {"fact": "side", "is": "none"}}]}))
    ['class', 'side']
    """
    if isinstance(tree, dict):
        return frozenset((tree["fact"],)) if "fact" in tree else facts_in(list(tree.values()))
    return frozenset().union(*map(facts_in, tree)) if isinstance(tree, list) else frozenset()


def _leaf(tree: dict[str, Any], facts: Collection[str]) -> Condition:
    name = tree["fact"]
    operators = [key for key in tree if key != "fact"]
    if name not in facts:
        raise ConditionError(unknown("fact", name, facts), name)
    if len(operators) != 1:
        raise ConditionError(f"fact “{name}” needs exactly one operator of {', '.join(OPERATORS)}", name)
    if operators[0] not in OPERATORS:
        raise ConditionError(unknown("operator", operators[0], OPERATORS), operators[0])
    _check(name, operators[0], tree[operators[0]])
    test = OPERATORS[operators[0]](tree[operators[0]])

    def leaf(facts: Facts) -> bool | None:
        fact = facts[name]
        return None if fact is None else test(fact)

    return leaf


def _check(name: str, operator_: str, value: Any) -> None:
    """Refuse a value that its operator cannot use: “in: party” would hold for "art", and “more_than: low” crash."""
    if operator_ in OF_LISTS and not isinstance(value, list):
        raise ConditionError(f"fact “{name}”: “{operator_}” needs a list, such as [{value}]", name)
    if operator_ in OF_NUMBERS and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise ConditionError(f"fact “{name}”: “{operator_}” needs a number, not “{value}”", name)


def _negate(inner: Condition) -> Condition:
    def negation(facts: Facts) -> bool | None:
        outcome = inner(facts)
        return None if outcome is None else not outcome

    return negation


def _combine(parts: list[Condition], *, decisive: bool) -> Condition:
    def combination(facts: Facts) -> bool | None:
        outcome: bool | None = not decisive
        for part in parts:
            value = part(facts)
            if value is decisive:
                return decisive
            if value is None:
                outcome = None
        return outcome

    return combination
