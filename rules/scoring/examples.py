"""The rulebook's own examples, run: each hit must make its rule come out true, each miss must not."""

from __future__ import annotations

from collections.abc import Iterator

from rules.findings import Rules
from rules.hedging import HedgeFinder
from rules.hedging.cues import Cues
from rules.model import Case, Event, Outcome, Record
from rules.rulebook import Rulebook
from rules.rulebook.rule import Example
from rules.scoring.assess import assess


class ExampleResult(Record, frozen=True, kw_only=True):
    """One example: `rule`, `kind` (hit or miss), its number from 1, and whether it held."""

    rule: str
    kind: str
    number: int
    held: bool


def run_examples(rulebook: Rulebook) -> Iterator[ExampleResult]:
    """Run every example of every rule. What does not hold is the rule's error or the example's."""
    for rule, entry in rulebook.part(Rules).entries.items():
        for kind, examples in (("hit", entry.hits), ("miss", entry.misses)):
            for number, example in enumerate(examples, 1):
                held = _fires(rule, example, rulebook) is (kind == "hit")
                yield ExampleResult(rule=rule, kind=kind, number=number, held=held)


def run_cue_examples(rulebook: Rulebook) -> Iterator[ExampleResult]:
    """Run every example sentence of every hedging cue, the reporting verbs among them; `rule` is the cue's id."""
    finder = rulebook.part(HedgeFinder)
    for cue in rulebook.part(Cues).all:
        for kind, sentences in (("hit", cue.hits), ("miss", cue.misses)):
            for number, sentence in enumerate(sentences, 1):
                held = any(hedge.cue == cue.id for hedge in finder.find(sentence)) is (kind == "hit")
                yield ExampleResult(rule=cue.id, kind=kind, number=number, held=held)


def _fires(rule: str, example: Example, rulebook: Rulebook) -> bool:
    event = Event(date=example.date) if example.date else None
    assessment = assess(Case(text=example.text, event=event, reports=example.reports), rulebook)
    return any(c.rule == rule and c.outcome is Outcome.TRUE for c in assessment.contributions)
