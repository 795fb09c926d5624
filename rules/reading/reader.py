"""Reads texts into reports: parse once, find who says what, resolve, classify."""

from __future__ import annotations

from rules.attribution import Attributor
from rules.hedging import HedgeFinder
from rules.model import Extent, Interest, Link, ReadReport, Span, Stance
from rules.nlp import Parser
from rules.provenance import Registry
from rules.reading.reports import ReportBuilder
from rules.reading.sources import SourceWords, Voices
from rules.reading.statements import StatementCutter
from rules.rulebook import Rulebook


class Reader:
    """Everything that reading needs from a rulebook, compiled."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._parser = rulebook.part(Parser)
        self._attributor = rulebook.part(Attributor)
        self._registry = rulebook.part(Registry)
        self._hedges = rulebook.part(HedgeFinder)
        self._words = rulebook.part(SourceWords)
        self._cutter = rulebook.part(StatementCutter)
        self._builder = rulebook.part(ReportBuilder)

    def reports(self, text: str, publisher: Link | None) -> list[ReadReport]:
        """The reports of `text` in the order of their claims."""
        doc = self._parser.parse(text)
        attributions = self._attributor.find_in(doc, text)
        hedges = self._hedges.find(text)
        voices = Voices(self._words, self._registry, self._registry.mentions(text), text)
        built = (
            self._builder.build(text, statement, voices, publisher, hedges)
            for statement in self._cutter.cut(doc, text, attributions)
        )
        return [report for report in built if report is not None]

    def statement(self, text: str) -> ReadReport:
        """The one report that a short text is: the first attributed or checked statement, else its own."""
        reports = self.reports(text, None)
        said = [r for r in reports if r.chain or r.verification] or reports
        return said[0] if said else _unread(text)


def _unread(text: str) -> ReadReport:
    """A text without a statement, such as one of punctuation alone."""
    whole = Extent(start=0, end=len(text))
    return ReadReport(
        claim=Span(start=0, end=len(text), text=text), chain=(), cue=None, stance=Stance.SUPPORTS,
        interest=Interest.UNKNOWN, hedges=(), verification=None, facets={}, quoted=False, sentence=whole,
    )  # fmt: skip
