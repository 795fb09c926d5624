"""An organisation's own entries of the source registry, and the number that tells whether they changed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from service.store.clock import now
from service.store.tables import counters, sources

COUNTER = "sources"


def put(connection: Connection, source_id: str, body: bytes) -> bool:
    """Store an entry in place of the one with that id; tells whether it is new."""
    values = {"body": body, "updated_at": now()}
    known = connection.execute(update(sources).where(sources.c.id == source_id).values(values)).rowcount
    if not known:
        connection.execute(insert(sources).values(id=source_id, **values))
    _changed(connection)
    return not known


def remove(connection: Connection, source_id: str) -> bool:
    """Forget an entry; tells whether there was one."""
    known = connection.execute(delete(sources).where(sources.c.id == source_id)).rowcount
    _changed(connection)
    return bool(known)


def entries(connection: Connection) -> dict[str, bytes]:
    """All entries by id, sorted by id."""
    rows = connection.execute(select(sources.c.id, sources.c.body).order_by(sources.c.id))
    return dict(rows.all())


def changes(connection: Connection) -> int:
    """How often entries were changed."""
    return connection.execute(select(counters.c.value).where(counters.c.name == COUNTER)).scalar_one_or_none() or 0


def _changed(connection: Connection) -> None:
    more: dict[str, Any] = {"value": counters.c.value + 1}
    if not connection.execute(update(counters).where(counters.c.name == COUNTER).values(more)).rowcount:
        connection.execute(insert(counters).values(name=COUNTER, value=1))
