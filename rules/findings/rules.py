"""The rulebook's rules, compiled once, and the findings that they make of a scene."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from rules.errors import unknown
from rules.findings.facts import FACTS, Scene
from rules.model import Evidence, Factor, Outcome
from rules.origins import OriginGroup, ResolvedReport
from rules.rulebook import Rulebook
from rules.rulebook.conditions import Condition, ConditionError, compile_condition
from rules.rulebook.rule import RuleEntry

_FILES = "rules/*.yaml"


class Finding(msgspec.Struct, frozen=True):
    """What a rule observed of one subject: an outcome, a measure from 0 to 1 and a level; never points."""

    rule: str
    factor: Factor
    outcome: Outcome
    reason: str
    measure: float = 1.0
    level: str | None = None
    origin: str | None = None
    evidence: tuple[Evidence, ...] = ()


class _Compiled(msgspec.Struct, frozen=True):
    entry: RuleEntry
    when: Condition
    applies: Condition | None


class Rules:
    """All rules of a rulebook, by what they look at. Raises RulebookError for a rule that cannot be compiled."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.entries: dict[str, RuleEntry] = {}
        self._rules: dict[str, list[_Compiled]] = {subject: [] for subject in FACTS}
        for entry in rulebook.entries(_FILES, RuleEntry):
            if entry.id in self.entries:
                raise rulebook.blame(_FILES, f"id: {entry.id}", f"rule {entry.id} stands here a second time")
            self.entries[entry.id] = entry
            self._rules[entry.per].append(_compile(entry, rulebook))

    def observe(self, scene: Scene) -> tuple[Finding, ...]:
        """Every finding of every rule that is not plainly false, in the order of origins, reports, then the case."""
        found: list[Finding] = []
        for origin in scene.origins:
            found += self.of_origin(origin, scene)
        for report in scene.reports:
            found += self._of("report", report, scene, _evidence)
        found += self._of("case", scene.case, scene, _no_evidence)
        return tuple(found)

    def of_origin(self, origin: OriginGroup, scene: Scene) -> list[Finding]:
        """The findings of one origin."""
        return self._of("origin", origin, scene, _evidence, origin.id)

    def of_rank(self, rank: object, scene: Scene, origin: str) -> list[Finding]:
        """The findings about an origin's place among the others of its stance, which the scorer ranks by weight."""
        return self._of("rank", rank, scene, _no_evidence, origin)

    def _of(
        self, subject: str, item: Any, scene: Scene,
        evidence: Callable[[str, Any], tuple[Evidence, ...]], origin: str | None = None,
    ) -> list[Finding]:
        rules = self._rules[subject]
        if not rules:
            return []
        facts = _Facts(FACTS[subject], item, scene)
        findings = []
        for rule in rules:
            outcome = _outcome(rule, facts)
            if outcome is Outcome.TRUE or outcome is Outcome.ERROR:
                findings.append(_finding(rule.entry, outcome, facts, evidence(rule.entry.evidence, item), origin))
        return findings


class _Facts(dict[str, Any]):
    """The facts of one subject, each worked out when first asked for."""

    def __init__(self, functions: Mapping[str, Callable[[Any, Scene], Any]], item: Any, scene: Scene) -> None:
        super().__init__()
        self._functions, self._item, self._scene = functions, item, scene

    def __missing__(self, name: str) -> Any:
        value = self[name] = self._functions[name](self._item, self._scene)
        return value


def _outcome(rule: _Compiled, facts: Mapping[str, Any]) -> Outcome:
    try:
        if rule.applies is not None and not rule.applies(facts):
            return Outcome.NOT_APPLICABLE
        value = rule.when(facts)
    except Exception:  # a rule that crashes must show, and must not take the others with it
        return Outcome.ERROR
    if value is None:
        return Outcome.UNKNOWN
    return Outcome.TRUE if value else Outcome.FALSE


def _finding(
    entry: RuleEntry, outcome: Outcome, facts: Mapping[str, Any], evidence: tuple[Evidence, ...], origin: str | None
) -> Finding:
    if outcome is Outcome.ERROR:
        return Finding(entry.id, entry.factor, outcome, "the rule failed on this input and weighs nothing", 0.0)
    return Finding(
        rule=entry.id,
        factor=entry.factor,
        outcome=outcome,
        reason=entry.reason.format_map(facts),
        measure=float(facts[entry.measure]) if entry.measure else 1.0,
        level=str(facts[entry.level]) if entry.level else None,
        origin=origin,
        evidence=evidence,
    )


def _evidence(kind: str, item: OriginGroup | ResolvedReport) -> tuple[Evidence, ...]:
    if kind == "hedge" and isinstance(item, OriginGroup) and item.hedge:
        report, hedge = item.hedge
        return (Evidence(report=report, start=hedge.start, end=hedge.end, text=hedge.text),)
    return item.evidence if kind == "source" else ()


def _no_evidence(kind: str, item: object) -> tuple[Evidence, ...]:
    return ()


def _compile(entry: RuleEntry, rulebook: Rulebook) -> _Compiled:
    facts = FACTS[entry.per]
    try:
        for name in _other_facts(entry):
            if name not in facts:
                raise ConditionError(unknown("fact", name, facts), name)
        applies = compile_condition(entry.applies, facts) if entry.applies else None
        return _Compiled(entry, compile_condition(entry.when, facts), applies)
    except ConditionError as error:
        raise rulebook.blame(_FILES, error.key or entry.id, f"rule {entry.id}: {error}") from error


def _other_facts(entry: RuleEntry) -> set[str]:
    fields = {field for _, field, _, _ in string.Formatter().parse(entry.reason) if field}
    return fields | {name for name in (entry.measure, entry.level) if name}

