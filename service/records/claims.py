"""Claims as they are answered, listed and told of in events."""

from __future__ import annotations

import msgspec

from rules.model import Assessment, Event, FactorScore, Grades, Report, Status
from service.records import Out


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
