"""`corrobora ingest`: reads articles of files, links them to cases, scores these and stores all."""

from __future__ import annotations

from pathlib import Path

import click

from rules.errors import CorroboraError
from service.cli import options
from service.cli.articles import FAULT, Item, items, refuse
from service.cli.progress import progress
from service.cli.text import counted
from service.errors import ServiceError
from service.runtime import Runtime


@click.command("ingest", short_help="Read articles, link them to cases, score and store all.")
@click.argument("files", nargs=-1, required=True)
@options.publisher
@options.published_at
@click.option("--workers", type=options.WholeNumber(1), help="Processes that read; one for each core unless said.")
@options.database
@options.rulebook
def command(
    files: tuple[str, ...], publisher: str | None, published_at: str | None, workers: int | None,
    database: str | None, rulebook: Path | None,
) -> int:
    """Store articles from text files, .json files with the fields of POST /v1/articles, .ndjson files with one of them
    a line, or “-” for text on standard input. What is stored already is not stored again, so that an ingest that was
    interrupted goes on where it stopped.

    \b
    corrobora ingest article.txt --publisher example.org --published-at 2024-03-12T10:00:00Z
    corrobora ingest fixtures/articles/*.json archive.ndjson
    """
    from service.usecases.ingesting import ingest

    run = options.opened(database, rulebook)
    found = [item for name in files for item in items(name)]
    given = [item for item in found if _is_article(item, run)]
    documents = (item.document(publisher, published_at) for item in given)  # all of them at once would fill the memory
    outcomes = list(progress(ingest(documents, run, workers), "Ingesting", len(given)))
    for item, outcome in zip(given, outcomes, strict=True):
        if isinstance(outcome, CorroboraError):
            refuse(item.name, outcome)
    new, before = outcomes.count(True), outcomes.count(False)
    click.echo(f"{counted(new + before, 'article')}: {new} stored now, {before} before")
    return FAULT if new + before < len(found) else 0


def _is_article(item: Item, run: Runtime) -> bool:
    """Whether it passes the checks of every request; if not, a line on stderr says why."""
    try:
        item.document(None, None, run.limits.text)
        return True
    except (ServiceError, CorroboraError) as error:
        refuse(item.name, error)
        return False
