"""Claims: found by their ids, read back as cases, forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, select

from rules.model import Case, Event, Report
from service.store import search
from service.store.tables import claims


def find(connection: Connection, claim_id: str) -> Row[Any] | None:
    """The row of a claim, held for this transaction if it writes."""
    wanted = select(claims).where(claims.c.id == claim_id)
    writes = connection.get_execution_options().get("write")
    return connection.execute(wanted.with_for_update() if writes else wanted).one_or_none()


def numbered(connection: Connection, number: int) -> Row[Any]:
    """The row of a claim by its number."""
    return connection.execute(select(claims).where(claims.c.number == number)).one()


def worded(connection: Connection, text: str) -> Sequence[Row[Any]]:
    """The rows of the claims with exactly this text."""
    return connection.execute(select(claims).where(claims.c.text == text)).all()


def case_of(row: Row[Any], bodies: Sequence[bytes]) -> Case:
    """The case that a stored claim is, with its reports as JSON."""
    decode = msgspec.json.Decoder(Report).decode
    return Case(text=row.text, event=event_of(row), reports=tuple(decode(body) for body in bodies))


def event_of(row: Row[Any]) -> Event | None:
    """The event of a stored claim, if it has one."""
    return Event(date=row.event_date, place=row.event_place) if row.event_date or row.event_place else None


def remove(connection: Connection, claim: int) -> None:
    """Forget a claim and all that belongs to it."""
    search.remove(connection, claim)
    connection.execute(delete(claims).where(claims.c.number == claim))
