"""What happened, in the order in which it was committed: read by streams of any worker process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select

from service.records.claims import EventClaim
from service.store.clock import ago, now
from service.store.tables import events

KEPT_DAYS = 30


def append(connection: Connection, happened: Iterable[tuple[str, EventClaim]]) -> None:
    """Tell what happened to claims, as part of the change (`Database.change`) in which it happens."""
    moment = now()
    rows = [{"kind": kind, "claim_id": claim.id, "created_at": moment, "data": msgspec.json.encode(claim)}
            for kind, claim in happened]
    if rows:
        numbers = connection.execute(insert(events).returning(events.c.number, sort_by_parameter_order=True), rows)
        if any(number % 1000 == 0 for number in numbers.scalars()):
            connection.execute(delete(events).where(events.c.created_at < ago(days=KEPT_DAYS)))


def tell(connection: Connection, *happened: tuple[str, Row[Any]]) -> None:
    """Tell what happened to claims, each of which is now as its row says."""
    append(connection, [(kind, msgspec.convert(row, EventClaim, from_attributes=True)) for kind, row in happened])


def after(connection: Connection, number: int, limit: int) -> Sequence[Row[Any]]:
    """The next events later than the one numbered `number`."""
    wanted = select(events).where(events.c.number > number).order_by(events.c.number).limit(limit)
    return connection.execute(wanted).all()


def last(connection: Connection) -> int:
    """The number of the newest event, 0 if there is none."""
    return connection.execute(select(func.coalesce(func.max(events.c.number), 0))).scalar_one()


def forget(connection: Connection, claim_id: str) -> None:
    """Forget what happened to a claim."""
    connection.execute(delete(events).where(events.c.claim_id == claim_id))
