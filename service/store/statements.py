"""Statements of articles: stored with the terms they are found by and the odds that link them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, TextClause, bindparam, delete, insert, or_, select, text, update

from rules.linking import Odds, Statement
from service.store.linking_tables import FEW_DAYS, statement_odds, statement_terms, statements

ANY_DAY = (0, 9_999_999)
CANDIDATES = 60
EXACT_DAYS = 31  # what lies within so many days is looked for by its first day, what is vaguer by its last too
Among = tuple[str, str]
ARTICLES: Among = ("statements", "statement_terms")
_NUMBER = statements.c.number
_NEAR = """
WITH wanted(term, weight) AS (VALUES {wanted})
SELECT number, body FROM {table} WHERE id <> :id AND number IN (
    SELECT statement FROM (
        SELECT statement, weight FROM wanted JOIN {terms} USING (term)
        WHERE vague = :exactly AND first_day BETWEEN :close AND :last AND last_day >= :first
            AND last_day - first_day <= {days}
        UNION ALL
        SELECT statement, weight FROM wanted JOIN {terms} USING (term)
        WHERE NOT vague AND first_day BETWEEN :earliest AND :last AND last_day >= :first
            AND last_day - first_day > {days}
        UNION ALL
        SELECT statement, weight FROM wanted JOIN {terms} USING (term)
        WHERE vague = :vaguely AND first_day <= :last AND last_day >= :first) AS found
    GROUP BY statement ORDER BY sum(weight) DESC, statement LIMIT :most)
"""


def add(connection: Connection, said: Mapping[Statement, Iterable[str]], article: int) -> None:
    """Store the statements of an article with their terms, each as a component of its own."""
    rows = [{"id": item.id, "article": article, "component": 0, "body": msgspec.json.encode(item)} for item in said]
    if not rows:
        return
    numbered = insert(statements).returning(_NUMBER, sort_by_parameter_order=True)
    numbers = connection.execute(numbered, rows).scalars().all()
    connection.execute(update(statements).where(statements.c.article == article).values(component=_NUMBER))
    found_by = [row for (item, terms), number in zip(said.items(), numbers, strict=True)
                for row in term_rows(item, number, terms)]
    if found_by:
        connection.execute(insert(statement_terms), found_by)


def term_rows(item: Statement, number: int, terms: Iterable[str]) -> list[dict[str, Any]]:
    """The rows by which a statement is found."""
    first, last = item.days or ANY_DAY
    about = {"statement": number, "first_day": first, "last_day": last, "vague": last - first > EXACT_DAYS}
    return [{"term": term} | about for term in sorted(terms)]


def near(
    connection: Connection, item: Statement, terms: Mapping[str, float], slack: int, among: Among = ARTICLES
) -> list[tuple[int, Statement]]:
    """At most sixty stored statements of about the same days that share most terms, with their numbers."""
    if not terms:
        return []
    first, last = item.days or ANY_DAY
    given: dict[str, Any] = {
        "id": item.id, "most": CANDIDATES, "exactly": False, "vaguely": True, "first": first - slack,
        "last": last + slack, "close": first - slack - FEW_DAYS, "earliest": first - slack - EXACT_DAYS}
    for number, (term, weight) in enumerate(terms.items()):
        given |= {f"term{number}": term, f"weight{number}": weight}
    return [(row.number, _decode(row.body)) for row in connection.execute(_near(len(terms), among), given)]


@lru_cache
def _near(count: int, among: Among) -> TextClause:
    """The question for so many terms: written out, for the index is used only where `vague` is compared."""
    wanted = ", ".join(f"(:term{number}, :weight{number})" for number in range(count))
    return text(_NEAR.format(wanted=wanted, table=among[0], terms=among[1], days=FEW_DAYS))


def link(connection: Connection, odds: Odds) -> None:
    """Store the odds of pairs, and join the components of those that are linked."""
    if not odds:
        return
    rows = [{"a": a, "b": b, "odds": value} for (a, b), value in sorted(odds.items())]
    connection.execute(insert(statement_odds), rows)
    join(connection, [key for key, value in odds.items() if value > 0])


def join(connection: Connection, linked: Sequence[tuple[str, str]]) -> None:
    """Make one component of the components of each pair of statements."""
    joined = _joined(linked, components_among(connection, sorted({id_ for key in linked for id_ in key})))
    if joined:
        same = statements.c.component == bindparam("old")
        rows = [{"old": old, "new": new} for old, new in sorted(joined.items())]
        connection.execute(update(statements).where(same).values(component=bindparam("new")), rows)


def components_among(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The components of some statements by their ids."""
    found: dict[str, int] = {}
    for start in range(0, len(ids), 500):
        some = select(statements.c.id, statements.c.component).where(statements.c.id.in_(ids[start : start + 500]))
        found |= {row.id: row.component for row in connection.execute(some)}
    return found


def _joined(linked: Iterable[tuple[str, str]], component: Mapping[str, int]) -> dict[int, int]:
    """What each component that a link joins to a smaller one is called from now on."""
    parent = {number: number for number in component.values()}

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for a, b in linked:
        low, high = sorted((root(component[a]), root(component[b])))
        parent[high] = low
    return {number: root(number) for number in parent if root(number) != number}


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


def assign(connection: Connection, claims: Mapping[str, int]) -> None:
    """Note the claims that statements belong to."""
    if claims:
        rows = [{"of": id_, "to": claim} for id_, claim in claims.items()]
        same = statements.c.id == bindparam("of")
        connection.execute(update(statements).where(same).values(claim=bindparam("to")), rows)


def remove_of(connection: Connection, article: int) -> None:
    """Forget the statements of an article; what they linked may fall apart, so components are left to the caller."""
    connection.execute(delete(statements).where(statements.c.article == article))


def statement_of(row: Row[Any]) -> Statement:
    """The statement in a row."""
    return _decode(row.body)


_decode = msgspec.json.Decoder(Statement).decode
