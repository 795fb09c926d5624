"""`corrobora ingest`: reads articles of files, links them to cases, scores these and stores all."""

from __future__ import annotations

from pathlib import Path

import click

from rules.errors import CorroboraError
from service.cli import options
from service.cli.articles import Item, items, refuse
from service.cli.progress import progress
from service.errors import ServiceError
from service.runtime import Runtime

FAULT = 2


@click.command("ingest", short_help="Read articles, link them to cases, score and store all.")
@click.argument("files", nargs=-1, required=True)
@options.publisher
@options.published_at
@options.database
@options.rulebook
def command(
    files: tuple[str, ...], publisher: str | None, published_at: str | None, database: str | None, rulebook: Path | None
) -> int:
    """Store articles from text files, .json files with the fields of POST /v1/articles, .ndjson files with one of them
    a line, or “-” for text on standard input. What is stored already is not stored again.

    \b
    corrobora ingest article.txt --publisher example.org --published-at 2024-03-12T10:00:00Z
    corrobora ingest fixtures/articles/*.json archive.ndjson
    """
    from service.app import create_app
    from service.settings import Settings

    run: Runtime = create_app(Settings.load(database=database, rulebook=rulebook)).extensions["corrobora"]
    found = [item for name in files for item in items(name)]
    stored = [_store(item, publisher, published_at, run) for item in progress(found, "Ingesting")]
    new, failed = stored.count(True), stored.count(None)
    click.echo(f"{len(found) - failed} articles: {new} stored now, {len(found) - failed - new} before")
    return FAULT if failed else 0


def _store(item: Item, publisher: str | None, published_at: str | None, run: Runtime) -> bool | None:
    """Whether it was new; None, with a line on stderr, if it cannot be stored."""
    from service.usecases import articles

    try:
        return articles.submit(item.document(publisher, published_at, run.limits.text), run)[1]
    except (ServiceError, CorroboraError) as error:
        refuse(item.name, error)
        return None
