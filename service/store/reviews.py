"""Analysts' reviews of claims."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select

from service.records.claims import Review
from service.store.clock import now
from service.store.tables import reviews


def add(connection: Connection, number: int, given: dict[str, Any]) -> Review:
    """Store a review of the claim with that number."""
    values = {"claim": number, "verdict": None, "correction": None} | given | {"created_at": now()}
    return _review(connection.execute(insert(reviews).values(values).returning(reviews)).one())


def of(connection: Connection, number: int) -> list[Review]:
    """All reviews of a claim in the order in which they came."""
    rows = connection.execute(select(reviews).where(reviews.c.claim == number).order_by(reviews.c.number))
    return [_review(row) for row in rows]


def _review(row: Any) -> Review:
    return Review(id=row.number, verdict=row.verdict, correction=row.correction, author=row.author, reason=row.reason,
                  created_at=row.created_at)
