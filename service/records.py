"""What goes out, besides assessments: the records behind every answer and behind the OpenAPI document.

Fields that hold stored JSON carry it as `msgspec.Raw`, bytes that were made by this service and are not parsed again.
"""

from __future__ import annotations

from typing import Any

import msgspec

from rules.model import (
    Assessment,
    Contribution,
    Event,
    Extent,
    FactorScore,
    Grades,
    ReadReport,
    Report,
    RulebookStamp,
    Status,
)


class Out(msgspec.Struct, kw_only=True):
    """Base of what goes out."""


class Review(Out):
    """An analyst's word on a claim, shown beside the score and never over it."""

    id: int
    verdict: Status | None
    correction: str | None
    author: str
    reason: str
    created_at: str


class StoredClaim(Out):
    """A stored claim with its reports, its reviews and the assessment in force."""

    id: str
    text: str
    event: Event | None
    reports: list[Report]
    reviews: list[Review]
    assessment: Assessment
    created_at: str
    updated_at: str


class Digest(Out):
    """The part of an assessment that a list shows."""

    score: float
    confidence: float
    status: Status
    factors: dict[str, FactorScore]
    grades: Grades
    summary: str


class ListedClaim(Out):
    """A claim as a row of a list; `GET /v1/claims/{id}` has all of it.

    `likeness`, only where `like` was asked, is roughly the probability that the text is about the claim.
    """

    id: str
    text: str
    event: Event | None
    report_count: int
    assessment: Digest
    created_at: str
    updated_at: str
    likeness: float | msgspec.UnsetType = msgspec.UNSET


class ClaimPage(Out):
    """One page of claims. `next_cursor` asks for the next one; null where there is none."""

    items: list[ListedClaim]
    next_cursor: str | None


class Changed(Out):
    """A contribution that weighs differently than before."""

    before: Contribution
    after: Contribution


class Changes(Out):
    """What became different from one assessment to the next, and why."""

    why: str
    score: float
    confidence: float
    status_before: Status
    status_after: Status
    added: list[Contribution]
    removed: list[Contribution]
    changed: list[Changed]


class PastAssessment(Out):
    """One assessment of a claim, with what it changed; the first one changed nothing."""

    id: int
    created_at: str
    cause: str
    report_count: int
    assessment: Assessment
    changes: Changes | None


class History(Out):
    """Assessments of a claim from the first to the one in force."""

    items: list[PastAssessment]
    next_cursor: str | None


class EventClaim(Out):
    """The claim that an event is about, as it was then; of a deleted one nothing but the id."""

    id: str
    text: str | None = None
    score: float | None = None
    confidence: float | None = None
    status: Status | None = None
    updated_at: str | None = None


class StreamedEvent(Out):
    """The data of one server-sent event; its `id` is the one to resume after."""

    id: int
    event: str
    claim: EventClaim
    created_at: str


class SourceEntry(Out):
    """A source as the rulebook's registry knows it (`own` false) or as this organisation entered it (`own` true)."""

    id: str
    name: str
    class_: str = msgspec.field(name="class")
    side: str | None
    reliability: str | None
    aliases: list[str]
    people: list[str]
    domains: list[str]
    family: str | None
    own: bool


class SourcePage(Out):
    """One page of sources."""

    items: list[SourceEntry]
    next_cursor: str | None


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


class Bin(Out):
    """How many claims have a score from `low` up to `high`."""

    low: float
    high: float
    count: int


class Day(Out):
    """What happened on one day, in UTC."""

    day: str
    claims: int
    assessments: int
    mean_score: float | None
    statuses: dict[str, int]


class Totals(Out):
    """How much is stored."""

    claims: int
    reports: int
    assessments: int
    reviews: int


class Stats(Out):
    """Counts and distributions over all stored claims; the time series has a row for each day with something in it."""

    totals: Totals
    mean_score: float | None
    statuses: dict[str, int]
    classes: dict[str, int]
    publishers: dict[str, int]
    scores: list[Bin]
    days: list[Day]
    rulebook: RulebookStamp


def raw(data: bytes) -> Any:
    """Stored JSON as a field of a record."""
    return msgspec.Raw(data)
