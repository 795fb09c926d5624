"""`corrobora cases`: the cases in a store, as a table or as JSON."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec
from rich.text import Text

from rules.model import Status
from service.cli import options
from service.cli.show import STATUS_STYLE, rows_of, terminal
from service.cli.text import counted, printable
from service.records import opened
from service.records.claims import ClaimPage, Digest, ListedClaim
from service.wording import plain, score

WIDEST = 200


@click.command("cases", short_help="List the cases that are stored.")
@click.option("--status", multiple=True, type=click.Choice([str(status) for status in Status]),
              help="Only cases of this status; may be given more than once.")
@click.option("-q", "--q", "words", help="Only cases with these words, or words that begin so.")
@click.option("--like", metavar="TEXT", help="The cases that a text may be about, the likest first.")
@click.option("--reports", type=options.WholeNumber(1), help="Only cases of so many reports and more.")
@click.option("--limit", type=options.WholeNumber(1, WIDEST), default=50, show_default=True, help="How many at most.")
@click.option("--json", "as_json", is_flag=True, help="Print the page as GET /v1/claims answers it.")
@options.database
@options.rulebook
def command(
    status: tuple[str, ...], words: str | None, like: str | None, reports: int | None, limit: int, as_json: bool,
    database: str | None, rulebook: Path | None,
) -> None:
    """List the cases that are stored, those that changed last first.

    \b
    corrobora cases --status contested --reports 2 --limit 10
    corrobora cases --like "Is it true that the bridge at Orm is closed?"
    """
    from service.usecases import lookup

    run = options.opened(database, rulebook, create=False)
    wanted = {"status": status or None, "q": words, "like": like, "reports_min": reports, "sort": "-updated",
              "limit": limit}
    page = lookup.listed(wanted, run)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(page), indent=2))
        return
    _show(page)


def _show(page: ClaimPage) -> None:
    console = terminal()
    console.print(rows_of(("id", "score", "status", "told in", "date", "claim"), map(_cells, page.items), console))
    if page.next_cursor:
        click.echo("There are more; --limit shows more at a time, --q, --status and --reports fewer.", err=True)


def _cells(item: ListedClaim) -> tuple[Text | str, ...]:
    digest = opened(item.assessment, Digest)
    status = Text(plain(digest.status), style=STATUS_STYLE[digest.status])
    date = (item.event.date if item.event else None) or ""
    told = counted(item.report_count, "report")
    return item.id, score(digest.score), status, told, date, Text(printable(item.text))
