"""`corrobora ingest`: reads articles of files, links them to cases, scores these and stores all."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from rules.errors import CaseError, CorroboraError
from service.cli import options
from service.cli.progress import progress
from service.errors import ServiceError
from service.runtime import Runtime

STANDARD_INPUT = "-"
FAULT = 2
LINES = (".ndjson", ".jsonl")


class Item(NamedTuple):
    """An article to be stored: where it is, for people, and its JSON; or what is wrong with it."""

    name: str
    body: bytes
    fault: str | None = None


@click.command("ingest", short_help="Read articles, link them to cases, score and store all.")
@click.argument("files", nargs=-1, required=True)
@click.option("--publisher", help="Name or domain of the outlet, for plain text.")
@click.option("--published-at", metavar="DATE", help="RFC 3339 moment of publication, for plain text.")
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
    about = {"publisher": publisher, "published_at": published_at}
    items = [item for name in files for item in _items(name, about)]
    stored = [_store(item, run) for item in progress(items, "Ingesting")]
    new, failed = stored.count(True), stored.count(None)
    click.echo(f"{len(items) - failed} articles: {new} stored now, {len(items) - failed - new} before")
    return FAULT if failed else 0


def _items(name: str, about: dict[str, str | None]) -> Iterator[Item]:
    """The articles of a file, still unchecked."""
    try:
        body = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        if name.endswith(LINES):
            lines = enumerate(body.splitlines(), 1)
            yield from (Item(f"{name}:{number}", line) for number, line in lines if line.strip())
        elif name.endswith(".json"):
            yield Item(name, body)
        else:
            yield Item(name, json.dumps({"text": body.decode("utf-8-sig")} | about).encode())
    except OSError as error:
        yield Item(name, b"", (error.strerror or "cannot be read").lower())
    except UnicodeDecodeError:
        yield Item(name, b"", "is not UTF-8 text")


def _store(item: Item, run: Runtime) -> bool | None:
    """Whether it was new; None, with a line on stderr, if it cannot be stored."""
    from service.schemas import article
    from service.usecases import articles

    try:
        if item.fault:
            raise CaseError("", item.fault)
        return articles.submit(article.document(item.body, run.limits.text), run)[1]
    except (ServiceError, CorroboraError) as error:
        click.echo(f"corrobora: {item.name}: {' '.join(str(error).split())}", err=True)
        return None
