"""Reads texts into reports: parse once, find who says what, resolve, classify."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rules.attribution import Attributor
from rules.errors import CaseError
from rules.hedging import HedgeFinder
from rules.hedging.scope import Scopes
from rules.model import Document, Extent, Interest, Link, Reading, ReadReport, Span, Stance
from rules.nlp import Parser
from rules.provenance import Mention, Registry
from rules.reading.boilerplate import Boilerplate, blank
from rules.reading.checks import joined
from rules.reading.language import LanguageGuesser
from rules.reading.reports import ReportBuilder
from rules.reading.sources import SourceWords, Voices
from rules.reading.statements import StatementCutter
from rules.reading.tokens import sentences_of, tokens_of
from rules.reading.verification import CheckFinder
from rules.rulebook import Rulebook
from rules.text.quotes import Quotation, find_quotations

_LONG = 20


class Reader:
    """Everything that reading needs from a rulebook, compiled."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._parser = rulebook.part(Parser)
        self._attributor = rulebook.part(Attributor)
        self._registry = rulebook.part(Registry)
        self._hedges = rulebook.part(HedgeFinder)
        self._languages = rulebook.part(LanguageGuesser)
        self._boilerplate = rulebook.part(Boilerplate)
        self._words = rulebook.part(SourceWords)
        self._checks = rulebook.part(CheckFinder)
        self._scopes = rulebook.part(Scopes)
        self._cutter = rulebook.part(StatementCutter)
        self._builder = rulebook.part(ReportBuilder)

    def reports(
        self, submitted: str, publisher: Link | None, left_out: tuple[Extent, ...] = ()
    ) -> list[ReadReport]:
        """The reports of a text in the order of their claims, without the parts left out."""
        text = blank(submitted, left_out)
        doc = self._parser.parse(text)
        quotations = find_quotations(text)
        sentences = list(sentences_of(text, tokens_of(doc, quotations), self._scopes.sentence_starts(text)))
        statements = self._cutter.cut(text, sentences, quotations, self._attributor.find_in(doc, text))
        starts = [s.extent.start for s in sentences]
        voices = Voices(self._words, self._registry, self._outside(quotations, text), text, starts)
        hedges = self._hedges.find(text)
        built = (self._builder.build(text, statement, voices, publisher, hedges) for statement in statements)
        return joined([report for report in built if report is not None], text, self._checks)

    def _outside(self, quotations: Sequence[Quotation], text: str) -> list[Mention]:
        """The sources that the outlet itself names, not those named inside long quotations."""
        spans = [(q.start, q.end) for q in quotations if q.end - q.start > _LONG]
        starts = [start for start, _ in spans]

        def quoted(mention: Mention) -> bool:
            index = bisect_right(starts, mention.start) - 1
            return index >= 0 and mention.start < spans[index][1]

        return [m for m in self._registry.mentions(text) if not quoted(m)]

    def read(self, document: Document) -> Reading:
        """The reading of an article. Raises CaseError for an empty one, LanguageError for one in another language."""
        if not document.text.strip():
            raise CaseError("text", "is empty, so there is nothing to read")
        language = self._languages.check(document.text, document.language)
        left_out = self._boilerplate.find(document.text)
        identity = self._registry.publisher(document.publisher, document.url)
        publisher = None
        if identity:
            publisher = Link(name=identity.name, start=None, end=None, class_=identity.class_, side=identity.side)
        reports = self.reports(document.text, publisher, left_out)
        return Reading(language=language, reports=tuple(reports), left_out=left_out)

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
