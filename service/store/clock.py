"""Times and ids of what is stored."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime, timedelta


def now() -> str:
    """This moment in UTC, always 27 characters."""
    return stamp(datetime.now(UTC))


def ago(**span: float) -> str:
    """The moment that long ago, as `ago(days=7)`."""
    return stamp(datetime.now(UTC) - timedelta(**span))


def stamp(moment: datetime) -> str:
    """A moment as the store writes it.

    >>> stamp(datetime(2024, 3, 12, 6, 0, tzinfo=UTC))
    '2024-03-12T06:00:00.000000Z'
    """
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def new_id() -> str:
    """An id of 20 hexadecimal digits that nobody can guess and that sorts by the time it was made."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(4)}"
