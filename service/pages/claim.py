"""A claim's page: everything the JSON of a claim holds, laid out to be followed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rules.model import Assessment, NextCheck, Origin, Report
from service.pages.lineage import Drawing, lineage
from service.pages.marks import Mark, Piece, excerpt
from service.pages.waterfall import Waterfall, waterfall
from service.pages.words import effect
from service.records import opened
from service.records.claims import StoredClaim
from service.records.history import PastAssessment
from service.runtime import Runtime
from service.usecases import lookup
from service.usecases.history import latest

SHOWN, PAST = 100, 200


@dataclass(frozen=True)
class ReportCard:
    """A report with its hedges marked, of an article what is around them, the origins it traces to, and the id of the
    stored article that it came with.
    """

    number: int
    report: Report
    pieces: list[Piece]
    origins: list[Origin]
    article: str | None


@dataclass(frozen=True)
class Past:
    """An assessment that was once in force, and where its score stands on the line."""

    entry: PastAssessment
    assessment: Assessment
    x: float


@dataclass(frozen=True)
class Check:
    """Next checks that would move the score alike, as one."""

    words: str
    score_if_true: float
    score_if_false: float


@dataclass(frozen=True)
class ClaimPage:
    """All that the template shows."""

    stored: StoredClaim
    assessment: Assessment
    waterfall: Waterfall
    lineage: Drawing
    reports: list[ReportCard]
    more_reports: int
    history: list[Past]
    checks: list[Check]
    names: dict[str, str]


def claim_page(claim_id: str, run: Runtime) -> ClaimPage:
    """The page of a stored claim; raises MissingError."""
    stored = lookup.get(claim_id, run)
    assessment = opened(stored.assessment, Assessment)
    reports = [opened(report, Report) for report in stored.reports]
    return ClaimPage(
        stored=stored, assessment=assessment, waterfall=waterfall(assessment, reports),
        lineage=lineage(assessment, reports),
        reports=_cards(assessment, reports, lookup.articles_of(claim_id, run))[:SHOWN],
        more_reports=max(0, len(reports) - SHOWN), history=_history(claim_id, run),
        checks=grouped(assessment.next_checks), names={origin.id: origin.name for origin in assessment.origins})


def grouped(checks: tuple[NextCheck, ...]) -> list[Check]:
    """Checks of the same effect as one, so that four facets do not read as four findings.

    >>> grouped((NextCheck(check="independent confirmation of the place", score_if_true=0.8, score_if_false=0.1),
    ...          NextCheck(check="independent confirmation of the time", score_if_true=0.8, score_if_false=0.1)))
    [Check(words='independent confirmation of the place or the time', score_if_true=0.8, score_if_false=0.1)]
    """
    found: dict[tuple[float, float], list[str]] = defaultdict(list)
    for check in checks:
        alike = found[check.score_if_true, check.score_if_false]
        alike.append(check.check.removeprefix("independent confirmation of ") if alike else check.check)
    return [Check(" or ".join(filter(None, (", ".join(alike[:-1]), alike[-1]))), *effect)
            for effect, alike in found.items()]


def hedge_marks(assessment: Assessment) -> dict[int, list[Mark]]:
    """The hedges of each report as marks."""
    marks: dict[int, list[Mark]] = {}
    for hedge in assessment.hedges:
        marks.setdefault(hedge.report, []).append(Mark(hedge.start, hedge.end, "hedge", effect(hedge)))
    return marks


def _cards(assessment: Assessment, reports: list[Report], articles: list[str | None]) -> list[ReportCard]:
    marks, traced = hedge_marks(assessment), assessment.traced()
    quoted = {span.report: Mark(span.start, span.end, "evidence", row.reason)
              for row in assessment.contributions for span in row.evidence}
    return [
        ReportCard(i, report, excerpt(report.text, marks.get(i) or ([quoted[i]] if i in quoted else [])),
                   traced.get(i, []), article)
        for i, (report, article) in enumerate(zip(reports, articles, strict=False))
    ]


def _history(claim_id: str, run: Runtime) -> list[Past]:
    items = latest(claim_id, PAST, run)
    step = 100 / max(1, len(items) - 1)
    return [Past(item, opened(item.assessment, Assessment), round(i * step, 2)) for i, item in enumerate(items)]
