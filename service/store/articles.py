"""Articles as submitted, with what was read in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select

from rules.linking import Read
from rules.model import Document, Reading
from service.store.batches import batches
from service.store.clock import new_id, now
from service.store.tables import articles

_LISTED = ("number", "id", "sha256", "title", "publisher", "url", "published_at", "created_at")


def add(connection: Connection, read: Read) -> Row[Any]:
    """Store an article under the key of its content; returns its number, its id and when it was stored."""
    document = read.document
    values = {name: getattr(document, name) for name in ("title", "publisher", "url", "published_at", "text")}
    values |= {"id": new_id(), "sha256": read.key, "language": read.reading.language,
               "reading": msgspec.json.encode(read.reading), "created_at": now()}
    stored = insert(articles).values(values).returning(articles.c.number, articles.c.id, articles.c.created_at)
    return connection.execute(stored).one()


def find(connection: Connection, article_id: str) -> Row[Any] | None:
    """The row of an article."""
    return connection.execute(select(articles).where(articles.c.id == article_id)).one_or_none()


def with_content(connection: Connection, content: str) -> Row[Any] | None:
    """The row of the article with this content, if it was submitted before."""
    return connection.execute(select(articles).where(articles.c.sha256 == content)).one_or_none()


def known(connection: Connection, contents: Sequence[str]) -> set[str]:
    """Those of the contents, by their keys, that were submitted before."""
    found: set[str] = set()
    for some in batches(contents):
        found.update(connection.execute(select(articles.c.sha256).where(articles.c.sha256.in_(some))).scalars())
    return found


def read_of(connection: Connection, contents: Iterable[str]) -> dict[str, tuple[int, Read]]:
    """Numbers and readings of articles by the keys of their contents."""
    rows = connection.execute(select(articles).where(articles.c.sha256.in_(list(contents))))
    return {row.sha256: (row.number, as_read(row)) for row in rows}


def as_read(row: Row[Any]) -> Read:
    """The article in `row` as it was read."""
    document = msgspec.convert(row, Document, from_attributes=True)
    return Read(key=row.sha256, document=document, reading=msgspec.json.decode(row.reading, type=Reading))


def page(connection: Connection, after: int | None, limit: int) -> Sequence[Row[Any]]:
    """Rows of articles without their texts and readings, the newest first, older than the one numbered `after`."""
    wanted = select(*(articles.c[name] for name in _LISTED)).order_by(articles.c.number.desc()).limit(limit)
    return connection.execute(wanted if after is None else wanted.where(articles.c.number < after)).all()


def remove(connection: Connection, number: int) -> None:
    """Forget an article."""
    connection.execute(delete(articles).where(articles.c.number == number))
