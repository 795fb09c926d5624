"""The assessments that a claim has had, and what changed between them."""

from __future__ import annotations

from rules.model import Assessment, Contribution, Status
from service.records import Out


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
    """One assessment of a claim, with what it changed; the first one changed nothing.

    `text` is the claim as it was worded then; null where an earlier release stored it,
    or an article was deleted since, whose sentence it may have been.
    """

    id: int
    created_at: str
    cause: str
    report_count: int
    text: str | None
    assessment: Assessment
    changes: Changes | None


class History(Out):
    """Assessments of a claim from the first to the one in force."""

    items: list[PastAssessment]
    next_cursor: str | None
