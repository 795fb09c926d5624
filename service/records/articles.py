"""Articles with their reports, and lists of them."""

from __future__ import annotations

from rules.model import Assessment, Event, Extent, ReadReport, Report
from service.records import Out
from service.records.claims import StoredClaim


class PlacedReport(ReadReport, frozen=True, kw_only=True):
    """A report of an article with the id of the case it belongs to; a check belongs to the cases of what it checks."""

    case: str | None = None

    @classmethod
    def of(cls, report: ReadReport, case: str | None) -> PlacedReport:
        """The report in its case."""
        return cls(**{name: getattr(report, name) for name in ReadReport.__struct_fields__}, case=case)


class Article(Out):
    """An article as submitted, and the parts of it that are not the article."""

    id: str
    text: str
    publisher: str | None
    url: str | None
    title: str | None
    published_at: str | None
    language: str | None
    left_out: list[Extent]
    created_at: str


class ArticleAnswer(Out):
    """An article with its reports, each naming its case, and these cases with their assessments."""

    article: Article
    reports: list[PlacedReport]
    cases: list[StoredClaim]


class ReadCase(Out):
    """A case that one article tells of by itself, scored. Its `id` holds within one answer, for nothing is stored."""

    id: str
    text: str
    event: Event | None
    reports: tuple[Report, ...]
    assessment: Assessment


class ReadAnswer(Out):
    """What an article says, each report naming its case, and these cases; a text too long to be stored has none.

    `published_at` is as sent, else the day that the text gives as its own.
    """

    language: str
    published_at: str | None
    reports: list[PlacedReport]
    cases: list[ReadCase]
    left_out: tuple[Extent, ...]


class ListedArticle(Out):
    """An article as a row of a list."""

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published_at: str | None
    created_at: str


class ArticlePage(Out):
    """One page of articles. `next_cursor` asks for the next one; null where there is none."""

    items: list[ListedArticle]
    next_cursor: str | None
