"""The rulebook's rules, compiled once, and the findings that they make of a scene."""

from __future__ import annotations

import string

from rules.errors import unknown
from rules.findings.facts import FACTS, Scene
from rules.findings.rank import Rank
from rules.findings.table import CompiledRule, DecisionTable, Finding
from rules.findings.values import check_values, kind_of, vocabulary
from rules.origins import OriginGroup
from rules.rulebook import Rulebook
from rules.rulebook.conditions import ConditionError, compile_condition, facts_in
from rules.rulebook.rule import RuleEntry

_FILES = "rules/*.yaml"


class Rules:
    """All rules of a rulebook, by what they look at. Raises RulebookError for a rule that cannot be compiled."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.entries: dict[str, RuleEntry] = {}
        compiled: dict[str, list[CompiledRule]] = {subject: [] for subject in FACTS}
        for entry in rulebook.entries(_FILES, RuleEntry):
            if entry.id in self.entries:
                raise rulebook.blame(_FILES, f"id: {entry.id}", f"rule {entry.id} stands here a second time")
            self.entries[entry.id] = entry
            compiled[entry.per].append(_compile(entry, rulebook))
        self._tables = {subject: DecisionTable(rules, FACTS[subject]) for subject, rules in compiled.items()}

    def of_case(self, scene: Scene) -> list[Finding]:
        """The findings of each report, then those of the case as a whole."""
        found = [finding for report in scene.reports for finding in self._tables["report"].findings(report, scene)]
        return found + self._tables["case"].findings(scene.case, scene)

    def of_origin(self, origin: OriginGroup, scene: Scene) -> list[Finding]:
        """The findings of one origin."""
        return self._tables["origin"].findings(origin, scene, origin.id)

    def of_rank(self, rank: Rank, scene: Scene, origin: str) -> list[Finding]:
        """The findings about an origin's place among the others of its stance, which the scorer ranks by weight."""
        return self._tables["rank"].findings(rank, scene, origin)


def _compile(entry: RuleEntry, rulebook: Rulebook) -> CompiledRule:
    facts, words = FACTS[entry.per], rulebook.part(vocabulary)
    numbers = frozenset([name for name in (entry.measure, entry.level) if name])
    try:
        tells = _told(entry.reason)
        for name in numbers | tells:
            if name not in facts:
                raise ConditionError(unknown("fact", name, facts), name)
        if entry.measure and kind_of(facts[entry.measure]) is str:
            raise ConditionError(f"measure “{entry.measure}” is no number", entry.measure)
        if unused := entry.words.keys() - tells:
            raise ConditionError(unknown("fact of the reason", min(unused), tells), min(unused))
        applies = compile_condition(entry.applies, facts) if entry.applies else None
        when = compile_condition(entry.when, facts)
        check_values([entry.applies, entry.when], facts, words)
        asks = facts_in(entry.when) | facts_in(entry.applies) | numbers
        return CompiledRule(entry, when, applies, asks, tells)
    except ConditionError as error:
        raise rulebook.blame(_FILES, error.key or entry.id, f"rule {entry.id}: {error}", entry.id) from error


def _told(reason: str) -> frozenset[str]:
    """The facts in the braces of a reason; raises ConditionError where these hold anything else."""
    try:
        parts = [*string.Formatter().parse(reason)]
    except ValueError as error:
        raise ConditionError(f"reason: {error}") from None
    fields = [(field, form or conversion) for _, field, form, conversion in parts if field is not None]
    if strange := [field for field, formed in fields if formed or not field]:
        raise ConditionError(f"reason: “{{{strange[0]}}}” must be the name of a fact and nothing else", strange[0])
    return frozenset([field for field, _ in fields])
