"""An assessment for a person at a terminal: the score, then every step from the prior to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rules.model import Assessment, Case, Report, ReportHedge, Status
from service.cli.text import marked, printable, signed
from service.cli.waterfall import waterfall
from service.wording import plain, score

PIPE_WIDTH, NARROW = 120, 100
STATUS_STYLE = {
    Status.CONFIRMED: "bold green",
    Status.CORROBORATED: "green",
    Status.PARTLY_VERIFIED: "cyan",
    Status.SINGLE_SOURCE: "yellow",
    Status.CONTESTED: "magenta",
    Status.UNVERIFIED: "yellow",
    Status.DISCOUNTED: "red",
}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Let the command line end as it ends for every closed pipe."""
        raise BrokenPipeError


def show(case: Case, assessment: Assessment, console: Console | None = None) -> None:
    """Print the whole assessment; colour and highlighting only where the console is a terminal."""
    console = console or terminal()
    for block in _blocks(case, assessment, console):
        console.print(block)
        console.print()


def terminal() -> Console:
    """Standard output; of a fixed width where nobody is watching."""
    console = _Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    return console


def table(*headings: str) -> Table:
    """A table without lines, its headings dim."""
    rows = Table(box=None, pad_edge=False, header_style="dim")
    for heading in headings:
        rows.add_column(heading)
    return rows


def rows_of(
    headings: Sequence[str], rows: Iterable[Sequence[Text | str]], console: Console, most: Mapping[str, int] = {},
) -> RenderableType:
    """A table whose last column is a text; on a narrow terminal each text stands under its row, which has no headings.

    The first column of the table, which is to be copied, is never broken; others are `most` so many characters wide.
    """
    if console.width < NARROW:
        entries = (Group(Text("  ").join(filter(None, map(_text, cells))), Padding(text, (0, 0, 0, 4)))
                   for *cells, text in rows)
        return Group(*entries)
    wide = table(*headings)
    wide.columns[0].no_wrap = True
    for column in wide.columns:
        column.max_width = most.get(str(column.header))
    for row in rows:
        wide.add_row(*row)
    return wide


def _text(cell: Text | str) -> Text:
    return cell if isinstance(cell, Text) else Text(cell)


def _blocks(case: Case, assessment: Assessment, console: Console) -> Iterator[RenderableType]:
    yield Text(printable(case.text), style="bold")
    yield _verdict(assessment)
    yield Text(printable(assessment.summary))
    yield _titled("From the prior to the score, in log-odds", waterfall(assessment, console.width))
    if assessment.origins:
        yield _titled("Origins: one vote each, however many reports repeat them", _origins(assessment, console))
    if assessment.facets:
        facets = ", ".join(f"{name} {state.status}" for name, state in assessment.facets.items())
        yield _titled("Facets", Text(facets))
    if assessment.hedges:
        yield _titled("Hedges", *_hedges(case, assessment, console.color_system is None))
    if assessment.next_checks:
        yield _titled("What would change the score", _next_checks(assessment))


def _titled(title: str, *body: RenderableType) -> Group:
    return Group(Text(title, style="underline"), *body)


def _verdict(assessment: Assessment) -> Table:
    grades, rows = assessment.grades, Table.grid(padding=(0, 2))
    term = f"{grades.likelihood.term} ({grades.likelihood.scale})" if grades.likelihood.term else "cannot be judged"
    rows.add_row("score", Text(score(assessment.score), style="bold"), term)
    rows.add_row("status", Text(plain(assessment.status), style=STATUS_STYLE[assessment.status]))
    rows.add_row("confidence", f"{assessment.confidence:.2f}", "how much evidence there is to say so")
    rows.add_row("Admiralty", grades.admiralty.code, "reliability of the source, credibility of the claim")
    for name, factor in assessment.factors.items():
        rows.add_row(name, signed(factor.log_odds))
    return rows


def _origins(assessment: Assessment, console: Console) -> RenderableType:
    headings = ("", "name", "class", "side", "interest", "stance", "reports", "traced by")
    rows = ((o.id, o.name, plain(o.class_), o.side or "none", plain(o.interest), plain(o.stance),
             ", ".join(map(str, o.reports)), "; ".join(o.traced_by)) for o in assessment.origins)
    return rows_of(headings, ([Text(printable(cell)) for cell in row] for row in rows), console)


def _hedges(case: Case, assessment: Assessment, bare: bool) -> Iterator[Text]:
    """Each hedged line of a report with its hedges marked, then what each of them is."""
    reports = case.reports or (Report(text=case.text),)
    for index in sorted({hedge.report for hedge in assessment.hedges}):
        hedges = [h for h in assessment.hedges if h.report == index]
        for line, held in _lines(reports[index].text, hedges):
            yield Text.assemble((f"report {index}: ", "dim"), marked(line, held, bare))
            for h in held:
                kind = f"{plain(h.category)}, strength {h.strength:.2f}, the {h.owner}'s"
                yield Text(f"  “{printable(h.words)}”: {kind}", style="dim")


def _lines(text: str, hedges: Sequence[ReportHedge]) -> Iterator[tuple[str, list[ReportHedge]]]:
    """The lines of a text that hold hedges, with these as they lie in the line; one that goes on is cut at its end."""
    start = 0
    for line in text.splitlines(keepends=True):
        held = [msgspec.structs.replace(h, start=h.start - start, end=min(h.end - start, len(line)))
                for h in hedges if start <= h.start < start + len(line)]
        if held:
            yield line.rstrip(), held
        start += len(line)


def _next_checks(assessment: Assessment) -> Table:
    rows = table("check", "if true", "if false")
    for check in assessment.next_checks:
        rows.add_row(Text(printable(check.check)), score(check.score_if_true), score(check.score_if_false))
    return rows
