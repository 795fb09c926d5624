"""Reads an article, without what only stands beside it, or one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from rules.errors import CaseError
from rules.model import Document, Extent, Interest, Link, Reading, ReadReport, Span, Stance
from rules.provenance import Registry
from rules.reading.checks.check_words import CHECKS
from rules.reading.layout.boilerplate import Boilerplate, blank
from rules.reading.layout.credits import Credit, Credits
from rules.reading.layout.datelines import Datelines
from rules.reading.layout.language import LanguageGuesser
from rules.reading.layout.markup import markup
from rules.reading.layout.running import running
from rules.reading.layout.submitted import moved_back
from rules.reading.syntax.extents import united
from rules.reading.text_reader import LONG, TextReader
from rules.rulebook import Rulebook

LONGEST_TEXT = 1_048_576
"""Most characters that are read as one article."""
# A claim is scored again with every report that joins it.
_REMEMBERED, _SHORT = 1024, 600


class Reader:
    """Everything that reading needs from a rulebook, compiled."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._texts, self._languages = rulebook.part(TextReader), rulebook.part(LanguageGuesser)
        self._registry, self._credits = rulebook.part(Registry), rulebook.part(Credits)
        self._boilerplate, self._datelines = rulebook.part(Boilerplate), rulebook.part(Datelines)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._in_brief)

    def read(self, document: Document) -> Reading:
        """The reading of an article.

        Raises CaseError for one that is empty or longer than `LONGEST_TEXT`, LanguageError for another language.
        """
        if not document.text.strip():
            raise CaseError("text", "is empty, so there is nothing to read")
        if len(document.text) > LONGEST_TEXT:
            raise CaseError("text", f"is longer than {LONGEST_TEXT:,} characters")
        runs = running(document.text)
        if runs is None:
            return self._read(document)
        return moved_back(self._read(msgspec.structs.replace(document, text=runs.text)), runs, document.text)

    def _read(self, document: Document) -> Reading:
        language = self._languages.check(document.text, document.language)
        tags = markup(document.text)
        bare = blank(document.text, tags)
        credits, rest = self._not_the_article(bare)
        left_out = united((*tags, *rest))
        identity = self._registry.publisher(document.publisher, document.url)
        publisher = None
        if identity:
            publisher = Link(name=identity.name, start=None, end=None, class_=identity.class_, side=identity.side)
        published_at = document.published_at or self._datelines.published(bare)
        dated = msgspec.structs.replace(document, published_at=published_at)
        reports = self._texts.reports(dated, publisher, left_out, next((c.link for c in credits), None))
        return Reading(language=language, published_at=published_at, reports=tuple(reports), left_out=left_out)

    def _not_the_article(self, text: str) -> tuple[Sequence[Credit], list[Extent]]:
        """The credits of an article, and all that is to be left out of it.

        A line that is all there is is the article, whatever it looks like: "Ferry sinks off Lorn (Northwire)".
        """
        credits = self._credits.find(text)
        bare = blank(text, credits)
        dates = self._datelines.lines(bare)
        rest = self._boilerplate.find(blank(bare, dates))
        if not blank(bare, [*dates, *rest]).strip():
            return credits, [*credits]
        return credits, [*credits, *dates, *rest]

    def statement(self, text: str) -> ReadReport:
        """The one report that a short text is: the first attributed or checked statement, else its own."""
        reports = self.in_brief(text).reports
        said = [r for r in reports if (r.chain or r.verification) and not _is_told_in_passing(r, reports)] or reports
        return said[0] if said else _unread(text)

    def in_brief(self, text: str) -> Reading:
        """The reading of a short text, which has no date, byline or other lines of an article; never raises."""
        return self._remembered(text) if len(text) <= _SHORT else self._in_brief(text)

    def _in_brief(self, text: str) -> Reading:
        runs = running(text)
        return moved_back(self._running_text(runs.text), runs, text) if runs else self._running_text(text)

    def _running_text(self, text: str) -> Reading:
        credits = self._credits.find(text)
        if len(blank(text, credits).strip()) < LONG:
            credits = ()
        reports = self._texts.reports(Document(text=text), None, credits, next((c.link for c in credits), None))
        return Reading(language="en", reports=tuple(reports))


def _is_told_in_passing(report: ReadReport, reports: Sequence[ReadReport]) -> bool:
    """Whether it is part of what another states: "The mayor, | who denies it, | was arrested"."""
    start, end = report.claim.start, report.claim.end
    if report.act == CHECKS and any(_is_around(r.sentence, report.sentence) for r in reports):
        return True  # "A blogger, | whose claims Northwire cannot verify, | alleged …"
    answers = (r for r in reports for n in r.applies_to if reports[n] is report)
    if any(r.sentence.start < report.sentence.start and _is_around(r.sentence, report.sentence) for r in answers):
        return True  # "The mayor denied | claims by the union that the mine had flooded"
    return any(r.claim.start < start and end < r.claim.end and r.chain[-1:] != report.chain[-1:] for r in reports)


def _is_around(whole: Extent, part: Extent) -> bool:
    return whole.start <= part.start and part.end <= whole.end and whole != part


def _unread(text: str) -> ReadReport:
    """A text without a statement, such as one of punctuation alone."""
    whole = Extent(start=0, end=len(text))
    return ReadReport(
        claim=Span(start=0, end=len(text), text=text), chain=(), cue=None, stance=Stance.SUPPORTS,
        interest=Interest.UNKNOWN, hedges=(), verification=None, facets={}, quoted=False, sentence=whole,
    )  # fmt: skip
