"""From the prior to the score, row by row: each row begins where the one before it ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from rules.model import Assessment, Contribution, Origin, Report
from service.pages.marks import Mark, Piece, excerpt

WIDTH = 100.0
SHOWN, FOLDED, QUOTED = 60, 300, 4


@dataclass(frozen=True)
class Quote:
    """A report that a row rests on, with the words marked."""

    report: int
    publisher: str | None
    pieces: list[Piece]


@dataclass(frozen=True)
class Row:
    """One contribution as a bar from `x` on, `width` wide, of 100, and the score after it."""

    contribution: Contribution
    origin: str | None
    after: float
    x: float
    width: float
    end: float
    quotes: list[Quote] = field(default_factory=list)


@dataclass(frozen=True)
class Waterfall:
    """All rows that weigh something, those that do not, and where even odds stand on the scale."""

    prior: float
    prior_x: float
    even_x: float
    score_x: float
    rows: list[Row]
    rest: list[Row]
    silent: list[Row]
    left_out: int


def waterfall(assessment: Assessment, reports: Sequence[Report]) -> Waterfall:
    """The rows of an assessment; `rest` are those after the first sixty, to be folded away, and `left_out`
    says how many more there are: a page stays a page."""
    totals = _totals(assessment)
    low, high = min(*totals, -0.5), max(*totals, 0.5)

    def x(log_odds: float) -> float:
        return round((log_odds - low) / (high - low) * WIDTH, 2)

    origins = {origin.id: origin for origin in assessment.origins}
    rows = []
    for number, contribution in enumerate(assessment.contributions):
        before, after = totals[number], totals[number + 1]
        origin = origins.get(contribution.origin or "")
        rows.append(Row(
            contribution=contribution, origin=origin.name if origin else None, after=logistic(after),
            x=min(x(before), x(after)), width=max(0.6, abs(x(after) - x(before))), end=x(after),
            quotes=_quotes(contribution, origin, reports)))
    heavy = [row for row in rows if row.contribution.log_odds]
    silent = [row for row in rows if not row.contribution.log_odds]
    return Waterfall(prior=logistic(assessment.prior), prior_x=x(assessment.prior), even_x=x(0.0),
                     score_x=x(totals[-1]), rows=heavy[:SHOWN], rest=heavy[SHOWN:FOLDED], silent=silent[:SHOWN],
                     left_out=max(0, len(heavy) - FOLDED))


def logistic(log_odds: float) -> float:
    """The probability of log-odds.

    >>> logistic(0.0)
    0.5
    """
    return 1 / (1 + exp(-log_odds))


def _totals(assessment: Assessment) -> list[float]:
    totals = [assessment.prior]
    for contribution in assessment.contributions:
        totals.append(totals[-1] + contribution.log_odds)
    return totals


def _quotes(contribution: Contribution, origin: Origin | None, reports: Sequence[Report]) -> list[Quote]:
    """The reports that a row rests on; where no words of theirs are pointed at, those of its origin as they are."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    for span in contribution.evidence:
        marks[span.report].append(Mark(span.start, span.end, "evidence", contribution.reason))
    numbers = sorted(marks) or list(origin.reports if origin else ())
    return [Quote(number, reports[number].publisher, excerpt(reports[number].text, marks[number]))
            for number in numbers[:QUOTED] if number < len(reports) and reports[number].text]
