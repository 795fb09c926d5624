"""Tables for claims, reports, assessments, articles, reviews, sources and events"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column, Float, Index, Integer, LargeBinary, String, Text

from service.store import search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = sa.MetaData(naming_convention={
    "ix": "ix_%(column_0_N_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
})
NUMBER, MOMENT = sa.BigInteger().with_variant(Integer(), "sqlite"), String(27)


def upgrade() -> None:
    TABLES.create_all(op.get_bind())
    for statement in search.TABLES[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE claim_search")
    TABLES.drop_all(op.get_bind())


def _some(name: str, kind: Any, **about: Any) -> Column[Any]:
    return Column(name, kind, nullable=False, **about)


def _numbered(name: str, *columns: Any, **about: Any) -> None:
    sa.Table(name, TABLES, Column("number", NUMBER, primary_key=True, autoincrement=True), *columns, **about)


def _of(table: str, **about: Any) -> Column[Any]:
    return Column(table.removesuffix("s"), NUMBER, sa.ForeignKey(f"{table}.number", ondelete="CASCADE"), **about)


_numbered(
    "articles", _some("id", String(32), unique=True), _some("sha256", String(64), unique=True),
    Column("title", Text), Column("publisher", Text), Column("publisher_key", Text), Column("url", Text),
    Column("published_at", MOMENT), Column("language", String(35)), _some("text", Text), _some("reading", LargeBinary),
    _some("created_at", MOMENT), Index(None, "created_at", "number"), Index(None, "publisher_key", "number"),
    sqlite_autoincrement=True)
_numbered(
    "claims", _some("id", String(32), unique=True), _some("text", Text),
    Column("event_date", String(10)), Column("event_place", Text), Column("place_key", Text),
    _some("created_at", MOMENT), _some("updated_at", MOMENT), _some("report_count", Integer), _some("score", Float),
    _some("confidence", Float), _some("status", String(20)), _some("corroboration", Float), _some("provenance", Float),
    _some("hedging", Float), Column("main_factor", String(20)), _some("digest", LargeBinary),
    *(Index(None, name, "number") for name in ("confidence", "created_at", "event_date", "place_key", "score")),
    *(Index(None, *names, "updated_at", "number") for names in (["main_factor"], ["status"], [])),
    sqlite_autoincrement=True)
_numbered(
    "events", _some("kind", String(40)), _some("claim_id", String(32), index=True), _some("created_at", MOMENT),
    _some("data", LargeBinary), sqlite_autoincrement=True)
_numbered(
    "assessments", _of("claims", nullable=False), _some("created_at", MOMENT), _some("cause", String(40)),
    _some("report_count", Integer), _some("score", Float), _some("status", String(20)), _some("body", LargeBinary),
    Index(None, "claim", "number"), Index(None, "created_at", "status"))
_numbered(
    "reports", _of("claims", nullable=False), _some("position", Integer), _of("articles", index=True),
    Column("publisher", Text), Column("publisher_key", Text), Column("class", String(64)), _some("body", LargeBinary),
    Index(None, "claim", "class"), Index(None, "class", "claim"), Index(None, "publisher_key", "claim"),
    sa.UniqueConstraint("claim", "position"))
_numbered(
    "reviews", _of("claims", nullable=False, index=True), Column("verdict", String(20)), Column("correction", Text),
    _some("author", Text), _some("reason", Text), _some("created_at", MOMENT))
sa.Table("counters", TABLES, Column("name", String(40), primary_key=True), _some("value", NUMBER))
sa.Table("sources", TABLES, Column("id", String(80), primary_key=True), _some("body", LargeBinary),
         _some("updated_at", MOMENT))
sa.Table("idempotency", TABLES, Column("key", String(255), primary_key=True), _some("fingerprint", String(64)),
         _some("claim_id", String(32), index=True), _some("answer", LargeBinary),
         _some("created_at", MOMENT, index=True))
