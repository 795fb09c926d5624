"""Reads the text of an article or a sentence into reports: parse once, find who says what, resolve, classify."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rules.attribution import Attributor
from rules.hedging import HedgeFinder
from rules.model import Attribution, Document, Extent, Hedge, Link, ReadReport
from rules.nlp import Parser
from rules.provenance import Mention, Registry
from rules.reading.checks.aims import Aims
from rules.reading.checks.checks import joined
from rules.reading.checks.verdicts import Verdicts
from rules.reading.clauses.retorts import Retorts
from rules.reading.clauses.statements import StatementCutter
from rules.reading.layout.boilerplate import blank
from rules.reading.layout.capitals import Capitals
from rules.reading.layout.name_marks import NameMarks
from rules.reading.layout.submitted import as_submitted
from rules.reading.reports.accused import Accused
from rules.reading.reports.anonymity import Anonymity
from rules.reading.reports.bearing import plain_nouns
from rules.reading.reports.carriers import handed_on
from rules.reading.reports.denials import Denials, Reasons
from rules.reading.reports.facets import Facets
from rules.reading.reports.learned_checks import LearnedChecks
from rules.reading.reports.page import Page
from rules.reading.reports.posts import Posts
from rules.reading.reports.reports import ReportBuilder
from rules.reading.reports.tracing import Tracer, Traces
from rules.reading.reports.turns import Turn, Turns
from rules.reading.sources.anaphora import SourceWords
from rules.reading.sources.casting import Casting
from rules.reading.sources.epithets import Epithets
from rules.reading.sources.homes import Homes
from rules.reading.sources.people import Genders
from rules.reading.sources.sources import Voices
from rules.reading.syntax.extents import Extents, united
from rules.reading.syntax.tokens import Sentence, Token, sentences_of, tokens_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.quotes import Quotation, find_quotations

LONG = 20
"""Quotations longer than this many characters are a speaker's words; who they name does not speak in the article."""


class TextReader:
    """What reading a text needs from a rulebook, compiled."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._parser, self._attributor = rulebook.part(Parser), rulebook.part(Attributor)
        self._capitals, self._marks = rulebook.part(Capitals), rulebook.part(NameMarks)
        self._clause_words = rulebook.part(clause_words)
        self._turns, self._posts = rulebook.part(Turns), rulebook.part(Posts)
        self._cutter = rulebook.part(StatementCutter)
        self._anonymity, self._accused = rulebook.part(Anonymity), rulebook.part(Accused)
        self._casting, self._tracer = rulebook.part(Casting), rulebook.part(Tracer)
        self._words, self._registry = rulebook.part(SourceWords), rulebook.part(Registry)
        self._genders, self._hedges = rulebook.part(Genders), rulebook.part(HedgeFinder)
        self._epithets, self._homes = rulebook.part(Epithets), rulebook.part(Homes)
        self._builder = rulebook.part(ReportBuilder)
        self._reasons, self._retorts = rulebook.part(Reasons), rulebook.part(Retorts)
        self._denials = rulebook.part(Denials)
        self._verdicts = rulebook.part(Verdicts)
        self._learned, self._aims = rulebook.part(LearnedChecks), rulebook.part(Aims)

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
        mentions = self._casting.mentions(text, sentences)
        voices = self._voices(text, sentences, quotations, mentions, publisher)
        publishers = self._tracer.publishers(sentences, statements, text)
        links = self._tracer.links(sentences, document.text)
        page = Page(
            text=text,
            publisher=publisher,
            voices=voices,
            traces=Traces(voices, publishers, links, credit, publisher.name if publisher else None),
            hedges=Extents(self._hedging(text, tokens, {s.cue.start for s in statements if s.cue})),
            facets=Facets(self._rulebook, text, document.published_at, tokens, mentions),
        )
        built = handed_on([r for statement in statements for r in self._builder.build(statement, page)], text)
        reports = self._related(built, text, document.text)
        return [as_submitted(report, document.text) for report in reports] if text != document.text else reports

    def _hedging(self, text: str, tokens: Sequence[Token], cues: Collection[int]) -> list[Hedge]:
        """The hedges of a text, but for nouns whose verbs would hedge, unless they begin a cue: "projects that"."""
        nouns = {t.start: t.end for t in plain_nouns(tokens, self._clause_words) if t.start not in cues}
        return [hedge for hedge in self._hedges.find(text) if nouns.get(hedge.start) != hedge.end]

    def _plain(self, submitted: str, left_out: Sequence[Extent]) -> tuple[str, Sequence[Turn]]:
        """The text to be read, of the same length, without labels and whom a post answers, and who speaks where."""
        bare = blank(submitted, left_out)
        turns = self._turns.find(bare) or self._posts.turns(bare)
        labels = (turn.label for turn in turns)
        blanked = blank(submitted, united([*left_out, *labels, *self._posts.addressees(bare)]))
        return self._capitals.plain(self._marks.without(blanked)), turns

    def _parsed(
        self, text: str, quotations: Sequence[Quotation]
    ) -> tuple[list[Token], tuple[Attribution, ...]]:
        """Tokens and attributions. The tree and vectors of the text, 500 bytes a token, live no longer than this."""
        parsed = self._parser.parse(text)
        found = self._attributor.find_in(parsed, text)
        return tokens_of(parsed, quotations), found

    def _voices(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], mentions: Sequence[Mention],
        publisher: Link | None,
    ) -> Voices:
        """Who may speak in a text: nobody who is named only in what another says."""
        quoted = Extents(q for q in quotations if q.end - q.start > LONG)
        spoken_of = [m for m in mentions if not quoted.covers(m.start)]
        told = blank(text, [Extent(start=q.start, end=q.end) for q in quoted.items])
        cast, starts = self._casting.of(told, sentences, spoken_of), [s.extent.start for s in sentences]
        home = self._homes.of(text, mentions, publisher)
        return Voices(self._words, self._registry, self._genders, cast, told, starts, publisher, self._epithets, home)

    def _related(self, reports: Sequence[ReadReport], text: str, submitted: str) -> list[ReadReport]:
        """The reports of a text with what they are about each other: checks, retorts, denials, verdicts."""
        told = list(self._learned.marked(reports, text))
        parted = list(self._reasons.parted(joined(told, text, self._aims), text))
        answers = self._denials.aimed(self._retorts.aimed(parted, text), text)
        return self._verdicts.given(answers, submitted)
