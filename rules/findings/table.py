"""A decision table: which rules fire on a subject, and what they observe, by the facts that tell subjects apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from rules.findings.facts import Fact, Scene
from rules.model import Evidence, Factor, Outcome
from rules.origins import OriginGroup
from rules.rulebook.conditions import Condition
from rules.rulebook.rule import RuleEntry

_ROWS = 4096
_Reason = Callable[[Mapping[str, Any]], str]
_Shown = Callable[[Any], tuple[Evidence, ...]]


class Observation(msgspec.Struct, frozen=True):
    """What a rule observed of a subject: an outcome, a measure from 0 to 1 and a level; never points."""

    rule: str
    factor: Factor
    outcome: Outcome
    measure: float = 0.0
    level: str | None = None


class Finding(msgspec.Struct, frozen=True):
    """An observation with the origin that it is about, if it is about one, and what shows it."""

    observed: Observation
    reason: str
    origin: str | None = None
    evidence: tuple[Evidence, ...] = ()


class CompiledRule(msgspec.Struct, frozen=True):
    """A rule with its conditions, the facts that these or its numbers ask for, and those that its reason tells."""

    entry: RuleEntry
    when: Condition
    applies: Condition | None
    asks: frozenset[str]
    tells: frozenset[str]

    def outcome(self, facts: Mapping[str, Any]) -> Outcome:
        """What the rule comes to with these facts."""
        try:
            if self.applies is not None and not self.applies(facts):
                return Outcome.NOT_APPLICABLE
            value = self.when(facts)
        except Exception:  # a rule that crashes must show, and must not take the others with it
            return Outcome.ERROR
        if value is None:
            return Outcome.UNKNOWN
        return Outcome.TRUE if value else Outcome.FALSE


class _Row(msgspec.Struct, frozen=True):
    """What the rules that fire observe, how each words its reason and its evidence, and the facts in the reasons."""

    firing: tuple[tuple[Observation, _Reason, _Shown], ...]
    told: dict[str, Fact]


class DecisionTable:
    """The rules about one kind of subject, by all values of the facts that they ask for.

    Subjects with the same facts fire the same rules, so a row of the table is worked out when it is first met.
    """

    def __init__(self, rules: Sequence[CompiledRule], facts: Mapping[str, Fact]) -> None:
        self._rules, self._facts = rules, facts
        self._asked = {name: facts[name] for name in sorted(frozenset().union(*(r.asks for r in rules)))}
        self._row = lru_cache(maxsize=_ROWS)(self._decide)

    def findings(self, item: Any, scene: Scene, origin: str | None = None) -> list[Finding]:
        """What the rules observe of `item`."""
        try:
            row = self._row(*[fact(item, scene) for fact in self._asked.values()])
        except Exception:  # a fact that crashes must show in the rules that ask for it, and in no other
            row = self._fired(_Facts(self._facts, item, scene))
        if not row.firing:
            return []
        told = {name: fact(item, scene) for name, fact in row.told.items()}
        return [Finding(observed, reason(told), origin, shown(item)) for observed, reason, shown in row.firing]

    def _decide(self, *values: Any) -> _Row:
        return self._fired(dict(zip(self._asked, values, strict=True)))

    def _fired(self, facts: Mapping[str, Any]) -> _Row:
        outcomes = [(rule, rule.outcome(facts)) for rule in self._rules]
        fired = [(rule, outcome) for rule, outcome in outcomes if outcome in (Outcome.TRUE, Outcome.ERROR)]
        told = {name: self._facts[name] for rule, outcome in fired if outcome is Outcome.TRUE for name in rule.tells}
        return _Row(tuple([_firing(rule.entry, outcome, facts) for rule, outcome in fired]), told)


class _Facts(dict[str, Any]):
    """The facts of one subject, each worked out when first asked for."""

    def __init__(self, functions: Mapping[str, Fact], item: Any, scene: Scene) -> None:
        self._functions, self._item, self._scene = functions, item, scene

    def __missing__(self, name: str) -> Any:
        value = self[name] = self._functions[name](self._item, self._scene)
        return value


def _firing(entry: RuleEntry, outcome: Outcome, facts: Mapping[str, Any]) -> tuple[Observation, _Reason, _Shown]:
    if outcome is Outcome.ERROR:
        return Observation(entry.id, entry.factor, outcome), _failed, _EVIDENCE["none"]
    measure = float(facts[entry.measure]) if entry.measure else 1.0
    level = str(facts[entry.level]) if entry.level else None
    observed = Observation(entry.id, entry.factor, outcome, measure, level)
    return observed, _worded(entry) if entry.words else entry.reason.format_map, _EVIDENCE[entry.evidence]


def _worded(entry: RuleEntry) -> _Reason:
    """How a rule words its reason where it has words of its own for what a fact may be."""
    pairs, sentence = tuple(entry.words.items()), entry.reason.format_map

    def reason(told: Mapping[str, Any]) -> str:
        worded = dict(told)
        for name, words in pairs:
            worded[name] = words.get(told[name], told[name])
        return sentence(worded)

    return reason


def _failed(told: Mapping[str, Any]) -> str:
    return "the rule failed on this input and weighs nothing"


def _of_source(item: Any) -> tuple[Evidence, ...]:
    found: tuple[Evidence, ...] = getattr(item, "evidence", ())
    return found


def _of_hedge(item: Any) -> tuple[Evidence, ...]:
    if not isinstance(item, OriginGroup) or not item.hedge:
        return ()
    report, hedge = item.hedge
    return (Evidence(report=report, start=hedge.start, end=hedge.end, text=hedge.text),)


# The spans that a finding rests on; findings of ranks and of the case as a whole rest on those of others.
_EVIDENCE: dict[str, _Shown] = {
    "source": _of_source, "hedge": _of_hedge, "none": lambda item: (),
}
