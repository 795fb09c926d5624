"""The way from the prior to the score as rows with bars, after Splink's waterfall chart."""

from __future__ import annotations

import math
from itertools import accumulate, pairwise

from rich.table import Table
from rich.text import Text

from rules.model import Assessment, Contribution, Evidence
from service.cli.text import printable, quoted, signed
from service.wording import score

BAR, SHORT_BAR, NARROW = 24, 8, 80


def waterfall(assessment: Assessment, width: int) -> Table:
    """One row for the prior, one for each contribution, and their sum, which is logit(score); so many columns wide."""
    bar = BAR if width >= NARROW else SHORT_BAR
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column()
    steps = [assessment.prior, *(c.log_odds for c in assessment.contributions)]
    reasons = [Text("prior: before any evidence"), *_reasons(assessment.contributions)]
    sums = list(accumulate(steps, initial=0.0))
    for step, reason, (start, end) in zip(steps, reasons, pairwise(sums), strict=True):
        table.add_row(_bar(start, end, min(sums), max(sums), bar), signed(step), reason)
    total = math.fsum(steps)
    table.add_row("", Text(signed(total), style="bold"), Text(f"in sum: a score of {score(assessment.score)}"))
    return table


def _bar(start: float, end: float, low: float, high: float, width: int) -> Text:
    """One step between two running sums; a dot where nothing was added."""
    if start == end:
        return Text("·".rjust(1 + _column(start, low, high, width)), style="dim")
    left, right = sorted((_column(start, low, high, width), _column(end, low, high, width)))
    return Text(" " * left + "█" * max(right - left, 1), style="green" if end > start else "red")


def _column(value: float, low: float, high: float, width: int) -> int:
    return round((value - low) / ((high - low) or 1.0) * (width - 1))


def _reasons(contributions: tuple[Contribution, ...]) -> list[Text]:
    """Each reason with the spans that it rests on, left out where the row above rests on the same."""
    texts: list[Text] = []
    shown: tuple[str | None, tuple[Evidence, ...]] = (None, ())
    for contribution in contributions:
        rests_on = (contribution.origin, contribution.evidence)
        texts.append(_reason(contribution, () if rests_on == shown else contribution.evidence))
        shown = rests_on
    return texts


def _reason(contribution: Contribution, evidence: tuple[Evidence, ...]) -> Text:
    text = Text(printable(contribution.reason))
    text.append(f"  {' '.join(filter(None, (contribution.origin, contribution.rule)))}", style="dim")
    for report in sorted({span.report for span in evidence}):
        spans = ", ".join(quoted(span.text) for span in evidence if span.report == report)
        text.append(f"\n  report {report}: {spans}", style="dim italic")
    return text
