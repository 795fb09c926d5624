"""Claims that were sent by themselves, as articles find them: their terms and their odds with statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, insert, select

from rules.linking import Statement
from service.store import nearest, statements
from service.store.batches import batches
from service.store.linking_tables import claim_odds, claim_statements, claim_terms

Odds = Mapping[tuple[int, str], float]
"""Log-odds of claims, by number, with statements, by id."""


def add(connection: Connection, number: int, item: Statement, terms: Iterable[str]) -> None:
    """Let a claim be found."""
    connection.execute(insert(claim_statements).values(number=number, id=item.id, body=msgspec.json.encode(item)))
    if rows := nearest.term_rows(item, number, terms):
        connection.execute(insert(claim_terms), rows)


def near(
    connection: Connection, item: Statement, terms: Mapping[str, float], slack: int
) -> list[tuple[int, Statement]]:
    """The claims that share most terms with a statement, as `nearest.near` finds statements."""
    return nearest.near(connection, item, terms, slack, ("claim_statements", "claim_terms"))


def link(connection: Connection, odds: Odds) -> None:
    """Store the odds of claims with statements."""
    if odds:
        rows = [{"claim": claim, "statement": id_, "odds": value} for (claim, id_), value in sorted(odds.items())]
        connection.execute(insert(claim_odds), rows)


def odds_among(connection: Connection, ids: Sequence[str]) -> dict[int, dict[str, float]]:
    """The stored odds of claims with any of these statements, by claim and statement."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for some in batches(ids):
        for row in connection.execute(select(claim_odds).where(claim_odds.c.statement.in_(some))):
            found[row.claim][row.statement] = row.odds
    return dict(found)


def likely(connection: Connection, numbers: Iterable[int]) -> set[str]:
    """The statements that are likelier than not about any of some claims."""
    wanted = select(claim_odds.c.statement).where(claim_odds.c.claim.in_(list(numbers)), claim_odds.c.odds > 0)
    return set(connection.execute(wanted).scalars())


def of(connection: Connection, numbers: Iterable[int]) -> dict[int, Statement]:
    """Those of some claims that were sent by themselves, as statements."""
    wanted = select(claim_statements).where(claim_statements.c.number.in_(list(numbers)))
    return {row.number: statements.statement_of(row) for row in connection.execute(wanted)}
