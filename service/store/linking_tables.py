"""The tables by which statements of articles find each other, and claims: the words they are found by, the odds."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from service.store.tables import Number, metadata

FEW_DAYS = 3
"""Nearly all statements are of so few days. Those of more have an index of their own, so that not a month of all others
has to be looked through for them."""
OF_MANY = text(f"last_day - first_day > {FEW_DAYS}")


def _terms(name: str, of: str) -> Table:
    """The terms that the statements in the table `of` are found by.

    Day numbers between which the event lies stand in the key, so that other years' statements are not even looked at;
    what may lie anywhere in a longer time is kept apart, for it cannot be found by its first day.
    """
    columns = ("term", "first_day", "last_day")
    return Table(
        name, metadata,
        Column("term", String(64), primary_key=True),
        Column("vague", Boolean, primary_key=True),
        Column("first_day", Integer, primary_key=True, autoincrement=False),
        Column("statement", Number, ForeignKey(f"{of}.number", ondelete="CASCADE"), primary_key=True),
        Column("last_day", Integer, nullable=False),
        Index(f"ix_{name}_of_many_days", *columns, sqlite_where=OF_MANY, postgresql_where=OF_MANY),
        Index(None, "statement"),
        sqlite_with_rowid=False,
    )


statements = Table(
    "statements", metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("article", Number, ForeignKey("articles.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("claim", Number, ForeignKey("claims.number", ondelete="SET NULL"), index=True),
    # Statements of one cluster, named after the smallest number among them; 0 where none is known.
    Column("cluster", Number, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

statement_terms = _terms("statement_terms", "statements")

# Claims that were sent by themselves, or that somebody added something to, under the numbers of the claims. They are
# apart from the statements of articles, which they are compared with but never clustered with.
claim_statements = Table(
    "claim_statements", metadata,
    Column("number", Number, ForeignKey("claims.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("id", String(32), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

claim_terms = _terms("claim_terms", "claim_statements")

claim_odds = Table(
    "claim_odds", metadata,
    Column("claim", Number, ForeignKey("claim_statements.number", ondelete="CASCADE"), primary_key=True),
    Column("statement", String(32), ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    Column("odds", Float, nullable=False),
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
