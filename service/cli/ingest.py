"""`corrobora ingest`: reads articles of files, links them to cases, scores these and stores all."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

import click

from rules.errors import CorroboraError
from rules.model import Document
from service.cli import options
from service.cli.articles import FAULT, count, items, refuse
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
    taken, names = Counter[bool | None](), deque[str]()  # of the articles that are under way
    documents = _documents(files, publisher, published_at, run, names, taken)
    for outcome in progress(ingest(documents, run, workers), "Ingesting", sum(map(count, files))):
        name = names.popleft()
        if isinstance(outcome, CorroboraError):
            refuse(name, outcome)
        taken[None if isinstance(outcome, CorroboraError) else outcome] += 1
    click.echo(f"{counted(taken[True] + taken[False], 'article')}: {taken[True]} stored now, {taken[False]} before")
    return FAULT if taken[None] else 0


def _documents(
    files: tuple[str, ...], publisher: str | None, published_at: str | None, run: Runtime,
    names: deque[str], taken: Counter[bool | None],
) -> Iterator[Document]:
    """The articles that pass the checks of every request, as they are wanted: all at once would fill the memory.

    A line on stderr says why another does not.
    """
    for item in (item for name in files for item in items(name)):
        try:
            document = item.document(publisher, published_at, run.limits.text)
        except (ServiceError, CorroboraError) as error:
            refuse(item.name, error)
            taken[None] += 1
        else:
            names.append(item.name)
            yield document
