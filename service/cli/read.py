"""`corrobora read`: articles with their claims, sources and hedges marked; nothing stored."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from rules.errors import CorroboraError
from rules.model import Document, Reading
from service.cli import options
from service.cli.articles import FAULT, items, refuse
from service.errors import ServiceError


@click.command("read", short_help="Read articles: who says what, how surely, checked by whom.")
@click.argument("files", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print each reading as JSON; several files give a line each.")
@options.publisher
@options.published_at
@options.rulebook
def command(
    files: tuple[str, ...], as_json: bool, publisher: str | None, published_at: str | None, rulebook: Path | None
) -> int:
    """Read articles from text files, .json files with the fields of POST /v1/articles, .ndjson files with one of them
    a line, or “-” for text on standard input; “on Monday” is counted from the day of publication. Nothing is stored.

    \b
    corrobora read article.txt --publisher example.org --published-at 2024-03-12
    corrobora read fixtures/articles/*.json --json
    """
    from rules import load_rulebook
    from rules.reading import read
    from service.cli.progress import progress

    loaded, faults = load_rulebook(rulebook), 0
    found = [item for name in files for item in items(name)]
    for item in progress(found, "Reading"):
        try:
            document = item.document(publisher, published_at)
            _show(document, read(document, loaded), as_json, alone=len(found) == 1, name=item.name)
        except (ServiceError, CorroboraError) as error:
            refuse(item.name, error)
            faults += 1
    return FAULT if faults else 0


def _show(document: Document, reading: Reading, as_json: bool, alone: bool, name: str) -> None:
    if as_json:
        encoded = msgspec.json.encode(reading)
        click.echo(msgspec.json.format(encoded, indent=2) if alone else encoded)
        return
    from service.cli.marked import show_reading

    show_reading(document, reading, title=None if alone else name)
