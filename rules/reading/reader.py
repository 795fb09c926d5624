"""Reads texts into reports: parse once, find who says what, resolve, classify."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from rules.attribution import Attributor
from rules.errors import CaseError
from rules.hedging import HedgeFinder
from rules.model import Attribution, Document, Extent, Interest, Link, Reading, ReadReport, Span, Stance
from rules.nlp import Parser
from rules.provenance import Mention, Registry
from rules.reading.accused import Accused
from rules.reading.anaphora import SourceWords
from rules.reading.anonymity import Anonymity
from rules.reading.boilerplate import Boilerplate, blank
from rules.reading.capitals import Capitals
from rules.reading.checks import joined
from rules.reading.credits import Credit, Credits
from rules.reading.datelines import Datelines
from rules.reading.extents import Extents, united
from rules.reading.facets import Facets
from rules.reading.introductions import held, introduced
from rules.reading.language import LanguageGuesser
from rules.reading.markup import markup
from rules.reading.page import Page
from rules.reading.people import Genders
from rules.reading.posts import Posts
from rules.reading.reasons import Reasons
from rules.reading.reports import ReportBuilder
from rules.reading.retorts import Retorts
from rules.reading.running import running
from rules.reading.sources import Cast, Voices
from rules.reading.statements import StatementCutter
from rules.reading.subjects import named_subject
from rules.reading.submitted import as_submitted, moved_back, report_moved_back
from rules.reading.tokens import Sentence, Token, sentences_of, tokens_of
from rules.reading.tracing import Tracer, Traces
from rules.reading.trials import Lives, Trials
from rules.reading.turns import Turn, Turns
from rules.reading.verdicts import Verdicts
from rules.reading.verification import CheckFinder
from rules.reading.words import clause_words
from rules.rulebook import Rulebook
from rules.text.quotes import Quotation, find_quotations

LONGEST_TEXT = 1_048_576
"""Most characters that are read as one article."""
# A claim is scored again with every report that joins it.
_REMEMBERED, _SHORT = 1024, 600
_LONG = 20
"""Quotations longer than this many characters are a speaker's words; who they name does not speak in the article."""


class Reader:
    """Everything that reading needs from a rulebook, compiled."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._parser = rulebook.part(Parser)
        self._attributor = rulebook.part(Attributor)
        self._registry = rulebook.part(Registry)
        self._hedges = rulebook.part(HedgeFinder)
        self._languages = rulebook.part(LanguageGuesser)
        self._capitals = rulebook.part(Capitals)
        self._boilerplate, self._datelines = rulebook.part(Boilerplate), rulebook.part(Datelines)
        self._credits, self._tracer = rulebook.part(Credits), rulebook.part(Tracer)
        self._words = rulebook.part(SourceWords)
        self._checks = rulebook.part(CheckFinder)
        self._trials, self._lives = rulebook.part(Trials), rulebook.part(Lives)
        self._retorts, self._verdicts = rulebook.part(Retorts), rulebook.part(Verdicts)
        self._reasons = rulebook.part(Reasons)
        self._clause_words = rulebook.part(clause_words)
        self._cutter = rulebook.part(StatementCutter)
        self._genders = rulebook.part(Genders)
        self._anonymity, self._accused = rulebook.part(Anonymity), rulebook.part(Accused)
        self._turns, self._posts = rulebook.part(Turns), rulebook.part(Posts)
        self._builder = rulebook.part(ReportBuilder)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._statement)

    def reports(
        self, document: Document, publisher: Link | None, left_out: Sequence[Extent] = (), credit: Link | None = None
    ) -> list[ReadReport]:
        """The reports of a text in the order of their claims, without the parts left out.

        What the text says in its own voice is that of the agency that it credits.
        """
        text, turns = self._plain(document.text, left_out)
        quotations = find_quotations(text)
        tokens, attributions = self._parsed(text, quotations)
        sentences = list(sentences_of(text, tokens, self._clause_words))
        cut = self._cutter.cut(text, sentences, quotations, attributions)
        statements = self._accused.answering(self._anonymity.marked(self._turns.voiced(cut, turns), text))
        mentions = [m for s in sentences for m in self._mentions(text, s.extent)]
        quoted = Extents(q for q in quotations if q.end - q.start > _LONG)
        spoken_of = [m for m in mentions if not quoted.covers(m.start)]
        told = blank(text, [Extent(start=q.start, end=q.end) for q in quoted.items])
        voices = self._voices(told, sentences, spoken_of, publisher)
        publishers = self._tracer.publishers(sentences, statements, text)
        links = self._tracer.links(sentences, document.text)
        page = Page(
            text=text,
            publisher=publisher,
            voices=voices,
            traces=Traces(voices, publishers, links, credit, publisher.name if publisher else None),
            hedges=Extents(self._hedges.find(text)),
            facets=Facets(self._rulebook, text, document.published_at, tokens, mentions),
        )
        built = [report for statement in statements for report in self._builder.build(statement, page)]
        parted = list(self._reasons.parted(joined(built, text, self._checks), text))
        aimed = self._retorts.aimed(parted, text)
        reports = self._verdicts.given(aimed, document.text)
        return [as_submitted(report, document.text) for report in reports] if text != document.text else reports

    def _plain(self, submitted: str, left_out: Sequence[Extent]) -> tuple[str, Sequence[Turn]]:
        """The text to be read, of the same length, without labels and whom a post answers, and who speaks where."""
        bare = blank(submitted, left_out)
        turns = self._turns.find(bare) or self._posts.turns(bare)
        labels = (turn.label for turn in turns)
        blanked = blank(submitted, united([*left_out, *labels, *self._posts.addressees(bare)]))
        return self._capitals.plain(blanked), turns

    def _voices(
        self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], publisher: Link | None
    ) -> Voices:
        """Who may speak: the sources that the text mentions, its subjects, and whom it introduces in passing."""
        known = Extents(m for m in mentions if m.identity.named)
        subjects = (span for s in sentences if (span := named_subject(s.tokens, text)))
        introductions = Extents(span for s in sentences for span in introduced(s.tokens, text))
        cast = Cast(
            mentions=tuple(m for m in mentions if m.identity.named or not introductions.covers(m.start)),
            names=tuple(span for span in subjects if not known.within(span.start, span.end)),
            introductions=tuple(introductions.items),
            bodies=tuple(pair for s in sentences for pair in held(s.tokens, text)),
            parts=self._lives.classes(text) | self._trials.classes(text),
        )
        starts = [s.extent.start for s in sentences]
        return Voices(self._words, self._registry, self._genders, cast, text, starts, publisher)

    def _parsed(
        self, text: str, quotations: Sequence[Quotation]
    ) -> tuple[list[Token], tuple[Attribution, ...]]:
        """Tokens and attributions. The tree and vectors of the text, 500 bytes a token, live no longer than this."""
        parsed = self._parser.parse(text)
        found = self._attributor.find_in(parsed, text)
        return tokens_of(parsed, quotations), found

    def _mentions(self, text: str, sentence: Extent) -> Iterator[Mention]:
        """The sources that one sentence names; sentence by sentence, the time stays linear."""
        for found in self._registry.mentions(text[sentence.start : sentence.end]):
            yield msgspec.structs.replace(found, start=found.start + sentence.start, end=found.end + sentence.start)

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
        reports = self.reports(dated, publisher, left_out, next((c.link for c in credits), None))
        return Reading(language=language, published_at=published_at, reports=tuple(reports), left_out=left_out)

    def _not_the_article(self, text: str) -> tuple[Sequence[Credit], list[Extent]]:
        """The credits of an article, and all that is to be left out of it."""
        credits = self._credits.find(text)
        bare = blank(text, credits)
        dates = self._datelines.lines(bare)
        rest = self._boilerplate.find(blank(bare, dates))
        return credits, [*credits, *dates, *rest]

    def statement(self, text: str) -> ReadReport:
        """The one report that a short text is: the first attributed or checked statement, else its own."""
        return self._remembered(text) if len(text) <= _SHORT else self._statement(text)

    def _statement(self, text: str) -> ReadReport:
        runs = running(text)
        return report_moved_back(self._plain_statement(runs.text), runs, text) if runs else self._plain_statement(text)

    def _plain_statement(self, text: str) -> ReadReport:
        credits = self._credits.find(text)
        if len(blank(text, credits).strip()) < _LONG:
            credits = ()
        reports = self.reports(Document(text=text), None, credits, next((c.link for c in credits), None))
        said = [r for r in reports if r.chain or r.verification] or reports
        return said[0] if said else _unread(text)


def _unread(text: str) -> ReadReport:
    """A text without a statement, such as one of punctuation alone."""
    whole = Extent(start=0, end=len(text))
    return ReadReport(
        claim=Span(start=0, end=len(text), text=text), chain=(), cue=None, stance=Stance.SUPPORTS,
        interest=Interest.UNKNOWN, hedges=(), verification=None, facets={}, quoted=False, sentence=whole,
    )  # fmt: skip
