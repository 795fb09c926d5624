"""`corrobora show`: one stored claim with every step to its score, who had it from whom, and what changed when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import shorten

import click
import msgspec
from rich.console import Group, RenderableType
from rich.text import Text

from rules.linking import Lineage
from rules.model import Assessment, Case, Report
from service.cli import options
from service.cli.show import show, table, terminal
from service.cli.text import printable
from service.errors import MissingError
from service.records import opened
from service.records.claims import ListedClaim, StoredClaim
from service.records.history import PastAssessment
from service.runtime import Runtime
from service.store.search import words
from service.wording import plain, score

MOST = 100


@click.command("show", short_help="Show a stored claim with its score, origins and history.")
@click.argument("claim")
@click.option("--json", "as_json", is_flag=True, help="Print the claim as GET /v1/claims/{id} answers it.")
@options.database
@options.rulebook
def command(claim: str, as_json: bool, database: str | None, rulebook: Path | None) -> None:
    """Show CLAIM, given by its id or by words that no other claim has; those of its own wording count first.

    \b
    corrobora show "Kozinka control"
    """
    from service.usecases import lookup
    from service.usecases.history import latest

    run = options.opened(database, rulebook, create=False)
    found = _found(claim, run)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
        return
    reports = tuple(opened(report, Report) for report in found.reports)
    show(Case(text=found.text, reports=reports), opened(found.assessment, Assessment))
    console = terminal()
    console.print(_lineage(lookup.origins(found.id, run)))
    console.print()
    console.print(_history(latest(found.id, MOST, run)))


def _found(claim: str, run: Runtime) -> StoredClaim:
    from service.usecases import lookup

    try:
        return lookup.get(claim, run)
    except MissingError:
        items = lookup.listed({"q": claim, "sort": "-updated", "limit": MOST}, run).items
        fitting = [item for item in items if _has(item.text, claim)] or items
        if len(fitting) != 1:
            raise click.ClickException(_which(printable(claim), fitting)) from None
        return lookup.get(fitting[0].id, run)


def _which(wanted: str, fitting: list[ListedClaim]) -> str:
    """What is said where not one claim has the words: that none has them, or which the first are that have."""
    if not fitting:
        return f"no claim has this id, or the words “{wanted}”; corrobora cases lists all"
    some = ", ".join(f"{item.id} (“{printable(shorten(item.text, 60, placeholder='…'))}”)" for item in fitting[:2])
    return f"more than one claim has the words “{wanted}”: {some}; give an id or more words"


def _has(text: str, wanted: str) -> bool:
    """Whether the claim itself, not only a report of it, has all these words or beginnings."""
    return all(any(word.startswith(start) for word in words(text)) for start in words(wanted))


def _lineage(lineage: Lineage) -> RenderableType:
    names = {node.id: node.name for node in lineage.nodes}
    rows = table("carried by", "had it from", "reports")
    for edge in lineage.edges:
        rows.add_row(*(Text(printable(names[end])) for end in (edge.carrier, edge.source)),
                     ", ".join(map(str, edge.reports)))
    return Group(Text("Who had it from whom", style="underline"), rows)


def _history(items: Sequence[PastAssessment]) -> RenderableType:
    rows = table("when (UTC)", "score", "status", "reports", "why")
    for past in items:
        then = opened(past.assessment, Assessment)
        why = past.changes.why if past.changes else "The first assessment."
        when = past.created_at[:19].replace("T", " ")
        rows.add_row(when, score(then.score), plain(then.status), str(past.report_count), Text(printable(why)))
    return Group(Text("History", style="underline"), rows)
