"""`corrobora read`: articles with their claims, sources and hedges marked; nothing stored."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from rules.errors import CaseError, CorroboraError
from rules.model import Document, Reading
from service.cli import options

STANDARD_INPUT = "-"
FAULT = 2


@click.command("read", short_help="Read articles: who says what, how surely, checked by whom.")
@click.argument("files", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print each reading as JSON; several files give a line each.")
@click.option("--publisher", help="Name or domain of the outlet, where a file does not give it.")
@click.option("--published-at", metavar="DATE", help="ISO 8601 day that “on Monday” is counted from.")
@options.rulebook
def command(
    files: tuple[str, ...], as_json: bool, publisher: str | None, published_at: str | None, rulebook: Path | None
) -> int:
    """Read articles from text files, from .json files with the fields of POST /v1/articles, or “-” for standard input.

    \b
    corrobora read article.txt --publisher example.org --published-at 2024-03-12
    corrobora read fixtures/articles/*.json --json
    """
    from rules import load_rulebook
    from rules.reading import read
    from service.cli.progress import progress

    loaded, faults = load_rulebook(rulebook), 0
    for name in progress(files, "reading"):
        try:
            document = _with(_document(name), publisher, published_at)
            _show(document, read(document, loaded), as_json, alone=len(files) == 1, name=name)
        except CorroboraError as error:
            if len(files) == 1:
                raise
            click.echo(f"corrobora: {name}: {error}", err=True)
            faults += 1
    return FAULT if faults else 0


def _show(document: Document, reading: Reading, as_json: bool, alone: bool, name: str) -> None:
    if as_json:
        encoded = msgspec.json.encode(reading)
        click.echo(msgspec.json.format(encoded, indent=2) if alone else encoded)
        return
    from service.cli.marked import show_reading

    show_reading(document, reading, title=None if alone else name)


def _document(name: str) -> Document:
    """The document in a file: its fields where it is JSON, else its text."""
    try:
        body = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        raise CaseError("", f"{name}: {(error.strerror or 'cannot be read').lower()}") from error
    if name.endswith(".json"):
        try:
            return msgspec.json.decode(body, type=Document)
        except msgspec.DecodeError as error:
            raise CaseError("", f"{name}: {error}") from error
    try:
        return Document(text=body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CaseError("", f"{name}: is not UTF-8 text") from error


def _with(document: Document, publisher: str | None, published_at: str | None) -> Document:
    """The document, with what the options add where it says nothing itself."""
    return msgspec.structs.replace(
        document,
        publisher=document.publisher or publisher,
        published_at=document.published_at or published_at,
    )
