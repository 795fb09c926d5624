"""What a fact can be, so that a rule that asks whether a class is “partie” is refused and not silently never true."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from rules.errors import unknown
from rules.findings.facts import Fact
from rules.model import Interest, Reliability, Stance
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook
from rules.rulebook.conditions import ConditionError

_KINDS: dict[type, tuple[type, ...]] = {bool: (bool,), int: (int, float), float: (int, float), str: (str,)}
_WORDS = {bool: "true or false", int: "a number", float: "a number", str: "words"}


def vocabulary(rulebook: Rulebook) -> dict[str, Collection[str]]:
    """The values of the facts that have a few. Used as `rulebook.part(vocabulary)`."""
    return {"class": rulebook.part(Tables).classes, "interest": tuple(Interest), "reliability": get_args(Reliability),
            "stance": tuple(Stance), "report_stance": tuple(Stance)}


def check_values(tree: Any, facts: Mapping[str, Fact], words: Mapping[str, Collection[str]]) -> None:
    """Raises ConditionError for a value in a condition tree that its fact never has."""
    for name, value in _compared(tree):
        kind = kind_of(facts[name])
        if kind and (not isinstance(value, _KINDS[kind]) or (isinstance(value, bool) and kind is not bool)):
            raise ConditionError(f"fact “{name}” is {_WORDS[kind]}, never “{value}”", name)
        if name in words and value not in words[name]:
            raise ConditionError(unknown(name.replace("_", " "), value, words[name]), value)


@cache
def kind_of(fact: Callable[..., Any]) -> type | None:
    """bool, int, float or str: what a fact says that it gives, where it can tell; None where it says nothing."""
    given = get_type_hints(fact).get("return")
    return next((part for part in (*get_args(given), given) if part in _KINDS), None)


def _compared(tree: Any) -> Iterator[tuple[str, Any]]:
    """Each value in the tree with the fact that it is compared with."""
    if isinstance(tree, list):
        for part in tree:
            yield from _compared(part)
    elif isinstance(tree, dict) and "fact" in tree:
        (given,) = [value for key, value in tree.items() if key != "fact"]
        yield from ((tree["fact"], value) for value in (given if isinstance(given, list) else [given]))
    elif isinstance(tree, dict):
        yield from _compared(list(tree.values()))
