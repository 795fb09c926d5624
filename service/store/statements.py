"""Statements of articles: stored with the terms they are found by and the odds that link them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, case, delete, func, insert, or_, select, text, update

from rules.linking import Odds, Statement
from service.store.linking_tables import statement_odds, statement_terms, statements

ANY_DAY = (0, 9_999_999)
CANDIDATES = 60
LOCK = 0x0C0220B1
_NUMBER = statements.c.number


def hold(connection: Connection) -> None:
    """Let nobody else link until this transaction ends; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})


def add(connection: Connection, item: Statement, article: int, terms: Iterable[str]) -> int:
    """Store a statement as a component of its own; returns its number."""
    values = {"id": item.id, "article": article, "component": 0, "body": msgspec.json.encode(item)}
    number = connection.execute(insert(statements).values(values).returning(_NUMBER)).scalar_one()
    connection.execute(update(statements).where(number == _NUMBER).values(component=number))
    first, last = item.days or ANY_DAY
    rows = [{"term": term, "statement": number, "first_day": first, "last_day": last} for term in sorted(terms)]
    if rows:
        connection.execute(insert(statement_terms), rows)
    return int(number)


def near(connection: Connection, item: Statement, terms: Mapping[str, float], slack: int) -> list[Statement]:
    """At most sixty stored statements of about the same days that share most terms, ties by number."""
    if not terms:
        return []
    first, last = item.days or ANY_DAY
    columns = statement_terms.c
    weight = func.sum(case(dict(terms), value=columns.term))
    best = (
        select(columns.statement)
        .where(columns.term.in_(terms), columns.first_day <= last + slack, columns.last_day >= first - slack)
        .group_by(columns.statement).order_by(weight.desc(), columns.statement).limit(CANDIDATES)
    )
    rows = connection.execute(select(statements.c.body).where(_NUMBER.in_(best), statements.c.id != item.id))
    return [_decode(body) for body in rows.scalars()]


def link(connection: Connection, odds: Odds) -> None:
    """Store the odds of pairs, and join the components of those that are linked."""
    if not odds:
        return
    rows = [{"a": a, "b": b, "odds": value} for (a, b), value in sorted(odds.items())]
    connection.execute(insert(statement_odds), rows)
    for a, b in sorted(key for key, value in odds.items() if value > 0):
        both = select(statements.c.component).where(statements.c.id.in_((a, b)))
        components = set(connection.execute(both).scalars())
        joined = update(statements).where(statements.c.component.in_(components))
        connection.execute(joined.values(component=min(components)))


def rows_of(connection: Connection, components: Iterable[int]) -> Sequence[Row[Any]]:
    """The rows of all statements of some components, by number."""
    wanted = select(statements).where(statements.c.component.in_(list(components))).order_by(_NUMBER)
    return connection.execute(wanted).all()


def components_of(connection: Connection, article: int) -> set[int]:
    """The components in which an article has statements."""
    return set(connection.execute(select(statements.c.component).where(statements.c.article == article)).scalars())


def claims_of(connection: Connection, article: int) -> list[tuple[int, int]]:
    """The place of each statement's report in its article, and the number of the claim it belongs to."""
    wanted = select(statements.c.id, statements.c.claim).where(
        statements.c.article == article, statements.c.claim.is_not(None))
    return [(int(row.id.rpartition("-")[2]), row.claim) for row in connection.execute(wanted)]


def odds_among(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], float]:
    """The stored odds of pairs of these statements."""
    columns, found = statement_odds.c, {}
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        for row in connection.execute(select(statement_odds).where(or_(columns.a.in_(some), columns.b.in_(some)))):
            found[row.a, row.b] = row.odds
    return found


def assign(connection: Connection, ids: Sequence[str], claim: int) -> None:
    """Note the claim that statements belong to."""
    connection.execute(update(statements).where(statements.c.id.in_(ids)).values(claim=claim))


def remove_of(connection: Connection, article: int) -> None:
    """Forget the statements of an article; what they linked may fall apart, so components are left to the caller."""
    connection.execute(delete(statements).where(statements.c.article == article))


def statement_of(row: Row[Any]) -> Statement:
    """The statement in a row."""
    return _decode(row.body)


_decode = msgspec.json.Decoder(Statement).decode
