"""Articles in files, as `corrobora read` and `corrobora ingest` take them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from rules.errors import CaseError
from rules.model import Document

STANDARD_INPUT = "-"
FAULT = 2
"""The exit status where some article was refused."""
LINES = (".ndjson", ".jsonl")


class Item(NamedTuple):
    """An article in a file: where it is, for people, and its JSON; or what is wrong with it."""

    name: str
    body: bytes
    fault: str | None = None

    def document(self, publisher: str | None, published_at: str | None, most: int | None = None) -> Document:
        """The article, checked as every request is, with what the options add where it says nothing itself.

        Raises CaseError, MalformedError or InvalidError.
        """
        from service.schemas import article

        if self.fault:
            raise CaseError("", self.fault)
        found = article.document(self.body, most)
        return msgspec.structs.replace(
            found, publisher=found.publisher or publisher, published_at=found.published_at or published_at
        )


def items(name: str) -> Iterator[Item]:
    """The articles of a text file, a .json file, a .ndjson file with one a line, or “-”, still unchecked."""
    try:
        if name.endswith(LINES):
            with Path(name).open("rb") as lines:
                yield from (Item(f"{name}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())
            return
        body = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        if name.endswith(".json"):
            yield Item(name, body)
        else:
            yield Item(name, json.dumps({"text": body.decode("utf-8-sig")}).encode())
    except OSError as error:
        yield Item(name, b"", (error.strerror or "cannot be read").lower())
    except UnicodeDecodeError:
        yield Item(name, b"", "is not UTF-8 text")


def count(name: str) -> int:
    """How many articles `items` will find, for a progress bar."""
    if not name.endswith(LINES):
        return 1
    with suppress(OSError), Path(name).open("rb") as lines:
        return sum(1 for line in lines if line.strip())
    return 1


def refuse(name: str, error: Exception) -> None:
    """Say in one line what is wrong with an article; the others go on."""
    click.echo(f"corrobora: {name}: {' '.join(str(error).split())}", err=True)
