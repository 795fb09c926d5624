"""Answers that were given for an Idempotency-Key, so that a repeated request gets the same one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from service.store.clock import ago, now
from service.store.tables import idempotency

KEPT_DAYS = 7


def find(connection: Connection, key: str) -> Row[Any] | None:
    """What was answered under `key`."""
    return connection.execute(select(idempotency).where(idempotency.c.key == key)).one_or_none()


def save(connection: Connection, key: str, fingerprint: str, claim_id: str, answer: bytes) -> None:
    """Keep an answer, and forget those that are too old."""
    connection.execute(delete(idempotency).where(idempotency.c.created_at < ago(days=KEPT_DAYS)))
    connection.execute(insert(idempotency).values(
        key=key, fingerprint=fingerprint, claim_id=claim_id, answer=answer, created_at=now()))


def forget(connection: Connection, claim_id: str) -> None:
    """Forget the answers that tell about a claim."""
    connection.execute(delete(idempotency).where(idempotency.c.claim_id == claim_id))
