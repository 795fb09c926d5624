"""An assessment for a person at a terminal: the score, then every step from the prior to it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from rules.model import Assessment, Case, Contribution, Report, Status

BAR = 24
STATUS_STYLE = {
    Status.CONFIRMED: "bold green", Status.CORROBORATED: "green", Status.PARTLY_VERIFIED: "cyan",
    Status.SINGLE_SOURCE: "yellow", Status.CONTESTED: "magenta", Status.UNVERIFIED: "yellow", Status.DISCOUNTED: "red",
}


def show(case: Case, assessment: Assessment, console: Console | None = None) -> None:
    """Print the whole assessment; colour and highlighting only where the console is a terminal."""
    console = console or Console(highlight=False)
    if not console.is_terminal:
        console.width = max(console.width, 110)
    for block in _blocks(case, assessment, plain=not console.is_terminal):
        console.print(block)
        console.print()


def printable(text: str) -> str:
    """The text with control and formatting characters replaced, one for one, so that no input steers the terminal."""
    return "".join("�" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text)


def _blocks(case: Case, assessment: Assessment, plain: bool) -> Iterator[RenderableType]:
    yield Text(printable(case.text), style="bold")
    yield _verdict(assessment)
    yield Group(Text("From the prior to the score, in log-odds", style="underline"), _waterfall(assessment))
    if assessment.origins:
        yield Group(Text("Origins: one vote each, however many reports repeat them", style="underline"), _origins(assessment))
    if assessment.facets:
        facets = ", ".join(f"{name} {state.status}" for name, state in assessment.facets.items())
        yield Text.assemble(("Facets: ", "underline"), facets)
    if assessment.hedges:
        yield Group(Text("Hedges", style="underline"), *_hedges(case, assessment, plain))
    if assessment.next_checks:
        yield Group(Text("What would change the score", style="underline"), _next_checks(assessment))


def _verdict(assessment: Assessment) -> RenderableType:
    grades = assessment.grades
    rows = Table.grid(padding=(0, 2))
    term = grades.likelihood.term or "cannot be judged"
    rows.add_row("score", Text(f"{assessment.score:.2f}", style="bold"), f"{term} ({grades.likelihood.scale})")
    rows.add_row("status", Text(assessment.status, style=STATUS_STYLE[assessment.status]), "")
    rows.add_row("confidence", f"{assessment.confidence:.2f}", "how much evidence there is to say so")
    rows.add_row("Admiralty", grades.admiralty.code, "reliability of the source, credibility of the claim")
    for name, factor in assessment.factors.items():
        rows.add_row(name, f"{factor.log_odds:+.2f}", "")
    return Group(rows, Text(""), Text(printable(assessment.summary)))


def _waterfall(assessment: Assessment) -> Table:
    table = Table.grid(padding=(0, 1))
    for overflow in ("ignore", "ignore", "fold"):
        table.add_column(overflow=overflow)
    table.columns[1].justify = "right"
    steps = [assessment.prior, *(c.log_odds for c in assessment.contributions)]
    low, high = _reach(steps)
    table.add_row(_bar(0.0, steps[0], low, high), f"{steps[0]:+.2f}", Text("prior: what is believed before any evidence"))
    total = steps[0]
    for contribution in assessment.contributions:
        bar = _bar(total, total + contribution.log_odds, low, high)
        table.add_row(bar, f"{contribution.log_odds:+.2f}", _reason(contribution))
        total += contribution.log_odds
    table.add_row("", Text(f"= {total:+.2f}", style="bold"), f"which is the score, {1 / (1 + math.exp(-total)):.2f}")
    return table


def _reach(steps: list[float]) -> tuple[float, float]:
    """The lowest and highest point of the running sum, 0 included."""
    points = [math.fsum(steps[:n]) for n in range(len(steps) + 1)]
    return min(points), max(points)


def _bar(start: float, end: float, low: float, high: float) -> Text:
    """One step of the waterfall as a bar between two running sums."""
    scale = (BAR - 1) / ((high - low) or 1.0)
    left, right = sorted((round((start - low) * scale), round((end - low) * scale)))
    bar = " " * left + "█" * max(right - left, 0)
    return Text(f"{bar or '':<{BAR}}" if start != end else f"{' ' * left}{'·':<{BAR - left}}",
                style="green" if end >= start else "red")


def _reason(contribution: Contribution) -> Text:
    text = Text(printable(contribution.reason))
    where = f"{contribution.origin} " if contribution.origin else ""
    text.append(f"  {where}{contribution.rule}", style="dim")
    for evidence in contribution.evidence:
        text.append(f"\n  report {evidence.report}: “{printable(evidence.text)}”", style="dim italic")
    return text


def _origins(assessment: Assessment) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("", "name", "class", "side", "interest", "stance", "reports", "traced by"):
        table.add_column(heading)
    for o in assessment.origins:
        reports = ", ".join(map(str, o.reports))
        row = (o.id, o.name, o.class_, o.side or "none", o.interest, o.stance, reports, "; ".join(o.traced_by))
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table


def _hedges(case: Case, assessment: Assessment, plain: bool) -> Iterator[RenderableType]:
    """Each hedged report with its hedges marked, then what each of them is."""
    reports = case.reports or (Report(text=case.text),)
    for index in sorted({hedge.report for hedge in assessment.hedges}):
        hedges = [h for h in assessment.hedges if h.report == index]
        yield Text(f"report {index}: ", style="dim") + _marked(reports[index].text, hedges, plain)
        for hedge in hedges:
            kind = hedge.category.replace("_", " ")
            yield Text(f"  “{printable(hedge.text)}”: {kind}, strength {hedge.strength:.2f}, the {hedge.owner}'s", style="dim")


def _marked(text: str, hedges: list, plain: bool) -> Text:
    """The sentence with its hedges highlighted, or in brackets where there is no colour."""
    marked = Text()
    at = 0
    for start, end in sorted({(h.start, h.end) for h in hedges}):
        if start < at:
            continue
        marked.append(printable(text[at:start]))
        span = printable(text[start:end])
        marked.append(f"[{span}]" if plain else span, style="" if plain else "black on yellow")
        at = end
    return marked.append(printable(text[at:]))


def _next_checks(assessment: Assessment) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("check")
    table.add_column("if true", justify="right")
    table.add_column("if false", justify="right")
    for check in assessment.next_checks:
        table.add_row(Text(printable(check.check)), f"{check.score_if_true:.2f}", f"{check.score_if_false:.2f}")
    return table
