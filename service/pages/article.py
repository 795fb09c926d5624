"""An article as it was read: claims, sources and hedges marked in its text, and a margin that says what each means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from rules.model import Assessment, Document, Extent, Hedge, Reading, ReadReport, Stance
from service.pages.marks import Mark, Piece, pieces
from service.pages.words import effect, side
from service.records import opened
from service.records.articles import ArticleAnswer, PlacedReport, ReadAnswer
from service.records.claims import StoredClaim
from service.wording import plain

VERDICTS = {"supports": "", "denies": "denial", "updates": "update", "cannot_verify": "could not be verified"}


@dataclass(frozen=True)
class Case:
    """The claim that a statement was linked to, with the score it has; `id` is empty where nothing is stored."""

    id: str
    text: str
    score: float
    status: str


@dataclass(frozen=True)
class Note:
    """What the margin says about one statement."""

    number: int
    report: ReadReport
    act: str
    hedges: list[str]
    checked: list[str]
    facets: list[tuple[str, str]]
    case: Case | None = None


@dataclass(frozen=True)
class ArticlePage:
    """The text in pieces and the notes to them, by number."""

    document: Document
    reading: Reading
    pieces: list[Piece]
    notes: list[Note]

    @property
    def heading(self) -> str:
        """What the article is called."""
        return heading(self.document, self.reading)


def read_article_page(document: Document, found: ReadAnswer) -> ArticlePage:
    """The page of an article that is not stored, each note with what the article alone says for its claim."""
    cases = {case.id: Case("", case.text, case.assessment.score, case.assessment.status) for case in found.cases}
    return _page(document, found.language, found.reports, found.left_out, cases)


def stored_article_page(stored: ArticleAnswer) -> ArticlePage:
    """The page of a stored article, each note with the claim that its statement bears on."""
    article = stored.article
    document = msgspec.convert(article, Document, from_attributes=True)
    cases = {claim.id: _case(claim) for claim in stored.cases}
    return _page(document, article.language or "en", stored.reports, article.left_out, cases)


def heading(document: Document, reading: Reading) -> str:
    """The title of an article, or without one the first line of what is the article.

    >>> heading(Document(text="Ostwick: a dam broke.\\nIt was old."), Reading(language="en", reports=()))
    'Ostwick: a dam broke.'
    """
    text = list(document.text)
    for part in reading.left_out:
        text[part.start : part.end] = "\n" * (part.end - part.start)
    lines = (line.strip() for line in "".join(text).splitlines())
    return document.title or next(filter(None, lines), document.text)


def _page(
    document: Document, language: str, reports: Sequence[PlacedReport], left_out: Sequence[Extent],
    cases: Mapping[str, Case],
) -> ArticlePage:
    notes = [_note(number, report, cases.get(report.case or "")) for number, report in enumerate(reports, 1)]
    marks = [mark for note in notes for mark in _marks(note)]
    marks += [Mark(part.start, part.end, "left-out", "not part of the article") for part in left_out]
    reading = Reading(language=language, reports=tuple(reports), left_out=tuple(left_out))
    return ArticlePage(document, reading, pieces(document.text, marks), notes)


def _case(claim: StoredClaim) -> Case:
    assessment = opened(claim.assessment, Assessment)
    return Case(claim.id, claim.text, assessment.score, assessment.status)


def _note(number: int, report: ReadReport, case: Case | None) -> Note:
    facets = [(name, facet.value or facet.text) for name, facet in report.facets.items()]
    act = VERDICTS.get(report.stance) or plain(report.act)
    return Note(number, report, act, [_meaning(hedge) for hedge in report.hedges], _checked(report), facets, case)


def _checked(report: ReadReport) -> list[str]:
    check = report.verification
    if check is None:
        return []
    found = [*(f"{facet} verified" for facet in check.facets), *(f"{facet} not verified" for facet in check.failed)]
    whole = "nothing verified" if report.stance is Stance.CANNOT_VERIFY else "checked as a whole"
    return [*(found or [whole]), *([f"by {check.method}"] if check.method else [])]


def _marks(note: Note) -> Iterator[Mark]:
    report, anchor = note.report, str(note.number)
    kind = "verification" if report.verification else "claim"
    yield Mark(report.claim.start, report.claim.end, kind, f"{note.number}: {note.act}", anchor)
    for link in report.chain:
        if link.start is not None and link.end is not None:
            who = f"{link.name}: {plain(link.class_)}" + (f", side: {side(link.side)}" if link.side else "")
            yield Mark(link.start, link.end, "source", who)
    if report.cue:
        yield Mark(report.cue.start, report.cue.end, "cue", "attributes it")
    for hedge in report.hedges:
        yield Mark(hedge.start, hedge.end, "hedge", _meaning(hedge))


def _meaning(hedge: Hedge) -> str:
    return f"“{hedge.words}”: {effect(hedge)}"
