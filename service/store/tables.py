"""The tables, for SQLite and PostgreSQL alike.

Times are RFC 3339 in UTC with microseconds, so that text sorts as time.
"""

from __future__ import annotations

import zlib
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    func,
    literal_column,
)

metadata = MetaData(naming_convention={
    "ix": "ix_%(column_0_N_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
})
Number = BigInteger().with_variant(Integer, "sqlite")
Moment = String(27)


class Packed(TypeDecorator[bytes]):
    """JSON, compressed: every assessment of a case is kept whole, and one of many reports shrinks to a sixteenth."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """As it is stored."""
        return value and zlib.compress(value, 1)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """As it was given."""
        return value and zlib.decompress(value)


def day_of(moment: ColumnElement[str]) -> ColumnElement[str]:
    """The day of a moment, written so that the indexes on it are used."""
    return func.substr(moment, literal_column("1"), literal_column("10"))


def _number() -> Column[int]:
    return Column("number", Number, primary_key=True, autoincrement=True)


def _of(table: str, **kwargs: Any) -> Column[int]:
    return Column(table.removesuffix("s"), Number, ForeignKey(f"{table}.number", ondelete="CASCADE"), **kwargs)


claims = Table(
    "claims", metadata, _number(),
    Column("id", String(32), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("event_date", String(10)),
    Column("event_place", Text),
    Column("place_key", Text),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("report_count", Integer, nullable=False),
    # What the assessment in force says, beside it so that lists filter and sort without opening it.
    Column("score", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("status", String(20), nullable=False),
    Column("main_factor", String(20)),
    Column("digest", LargeBinary, nullable=False),
    Index(None, "updated_at", "number"), Index(None, "created_at", "number"), Index(None, "score", "number"),
    Index(None, "confidence", "number"), Index(None, "status", "updated_at", "number"),
    Index(None, "main_factor", "updated_at", "number"),
    Index(None, "event_date", "number"), Index(None, "place_key", "number"),
    sqlite_autoincrement=True,
)

articles = Table(
    "articles", metadata, _number(),
    Column("id", String(32), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published_at", Moment),
    Column("language", String(35)),
    Column("text", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

reports = Table(
    "reports", metadata, _number(),
    _of("claims", nullable=False),
    Column("position", Integer, nullable=False),
    _of("articles", nullable=True, index=True),
    Column("publisher", Text),
    Column("publisher_key", Text),
    Column("class", String(64)),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("claim", "position"),
    Index(None, "publisher_key", "claim"), Index(None, "class", "claim"),
)

assessments = Table(
    "assessments", metadata, _number(),
    _of("claims", nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("cause", String(40), nullable=False),
    Column("report_count", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("status", String(20), nullable=False),
    Column("body", Packed, nullable=False),
    Column("text", Text),  # the claim as it was worded then; none of what an earlier release stored
    Index(None, "claim", "number"), Index(None, "created_at", "status"),
)

Index("ix_claims_day_score", day_of(claims.c.created_at), claims.c.score)
Index("ix_assessments_day_status", day_of(assessments.c.created_at), assessments.c.status)

reviews = Table(
    "reviews", metadata, _number(),
    _of("claims", nullable=False, index=True),
    Column("verdict", String(20)),
    Column("correction", Text),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
)

sources = Table(
    "sources", metadata,
    Column("id", String(80), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

counters = Table(
    "counters", metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Number, nullable=False),
)

idempotency = Table(
    "idempotency", metadata,
    Column("key", String(255), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("claim_id", String(32), nullable=False, index=True),
    Column("answer", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
)

events = Table(
    "events", metadata, _number(),
    Column("kind", String(40), nullable=False),
    Column("claim_id", String(32), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index(None, "claim_id"),
    sqlite_autoincrement=True,
)
