"""The tables by which statements of articles find each other: what they say, the words they are found by, the odds."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table

from service.store.tables import Number, metadata

statements = Table(
    "statements", metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("article", Number, ForeignKey("articles.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("claim", Number, ForeignKey("claims.number", ondelete="SET NULL"), index=True),
    # Statements that are linked directly or through others, named after the smallest number among them.
    Column("component", Number, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

statement_terms = Table(
    "statement_terms", metadata,
    Column("term", String(64), primary_key=True),
    Column("statement", Number, ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True),
    # Day numbers between which the event lies, so that another year's statements are never looked at.
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Index(None, "statement"),
    sqlite_with_rowid=False,
)

statement_odds = Table(
    "statement_odds", metadata,
    Column("a", String(32), ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    Column("b", String(32), ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    Column("odds", Float, nullable=False),
    Index(None, "b"),
    sqlite_with_rowid=False,
)
