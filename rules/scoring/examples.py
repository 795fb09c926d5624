"""The rulebook's own examples, run: each hit must be what its entry says, each miss must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from rules.errors import CaseError
from rules.findings import Rules
from rules.hedging import HedgeFinder
from rules.hedging.cues import Cues
from rules.model import Case, Event, Outcome, Record
from rules.provenance import Registry
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook
from rules.rulebook.rule import Example
from rules.scoring.assess import assess

T = TypeVar("T")


class ExampleResult(Record, frozen=True, kw_only=True):
    """One example: `rule`, `kind` (hit or miss), its number from 1, whether it held, and the name or sentence tried."""

    rule: str
    kind: str
    number: int
    held: bool
    text: str


def run_examples(rulebook: Rulebook) -> Iterator[ExampleResult]:
    """Run every example of every rule. What does not hold is the rule's error or the example's.

    >>> next(run_examples(Rulebook()))
    ExampleResult(rule='corroboration.supports', kind='hit', number=1, held=True, text='')
    """
    for rule, entry in rulebook.part(Rules).entries.items():
        yield from _tried(rule, entry.hits, entry.misses, partial(_fires, rule, rulebook))


def run_cue_examples(rulebook: Rulebook) -> Iterator[ExampleResult]:
    """Run every example sentence of every hedging cue, the reporting verbs among them; `rule` is the cue's id.

    >>> next(run_cue_examples(Rulebook())).rule
    'purporting'
    """
    for cue in rulebook.part(Cues).all:
        yield from _tried(cue.id, cue.hits, cue.misses, partial(_hedges, cue.id, rulebook.part(HedgeFinder)))


def run_source_examples(rulebook: Rulebook) -> Iterator[ExampleResult]:
    """Look up every example of every source class, and every name of every organisation; `rule` is the entry's id.

    >>> next(run_source_examples(Rulebook()))
    ExampleResult(rule='party', kind='hit', number=1, held=True, text='Freedom of Russia Legion')
    """
    registry, tables = rulebook.part(Registry), rulebook.part(Tables)
    for class_ in tables.classes.values():
        yield from _tried(class_.id, class_.hits, class_.misses, partial(_has_class, class_.id, registry))
    for known in tables.organisations.values():
        names = (known.name, *known.aliases, *known.people)
        yield from _tried(known.id, names, (), partial(_leads_to, known.id, registry))


def _tried(id_: str, hits: Sequence[T], misses: Sequence[T], holds: Callable[[T], bool]) -> Iterator[ExampleResult]:
    for kind, examples in (("hit", hits), ("miss", misses)):
        for number, example in enumerate(examples, 1):
            held, text = holds(example) is (kind == "hit"), example if isinstance(example, str) else ""
            yield ExampleResult(rule=id_, kind=kind, number=number, held=held, text=text)


def _has_class(class_: str, registry: Registry, name: str) -> bool:
    return registry.identify(name).class_ == class_


def _leads_to(id_: str, registry: Registry, name: str) -> bool:
    return registry.identify(name).id == id_


def _hedges(cue: str, finder: HedgeFinder, sentence: str) -> bool:
    return any(hedge.cue == cue for hedge in finder.find(sentence))


def _fires(rule: str, rulebook: Rulebook, example: Example) -> bool:
    event = Event(date=example.date) if example.date else None
    try:
        assessment = assess(Case(text=example.text, event=event, reports=example.reports), rulebook)
    except CaseError as error:
        raise rulebook.blame("rules/*.yaml", f"id: {rule}", f"an example of {rule}: {error}") from error
    return any(c.rule == rule and c.outcome is Outcome.TRUE for c in assessment.contributions)
