"""Statements of articles: stored with the terms they are found by and the odds that link them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, Connection, Row, TextClause, bindparam, delete, insert, or_, select, text, update

from rules.linking import Odds, Statement, report_number
from service.store.batches import batches
from service.store.linking_tables import FEW_DAYS, statement_odds, statement_terms, statements

ANY_DAY = (0, 9_999_999)
CANDIDATES, UNDATED = 60, 120  # how many are compared: more where no day keeps away what is not of one event
TOGETHER = 5_000  # how many rows are handed to the database at once: a long article has some hundred thousand
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


class Placed(NamedTuple):
    """A stored statement: its number, its article, and the claim and the cluster that it belongs to."""

    item: Statement
    number: int
    article: int
    claim: int | None
    cluster: int


def add(connection: Connection, said: Mapping[Statement, Iterable[str]], article: int) -> None:
    """Store the statements of an article with their terms, in no cluster yet."""
    rows = [{"id": item.id, "article": article, "cluster": 0, "body": msgspec.json.encode(item)} for item in said]
    if not rows:
        return
    numbered = insert(statements).returning(_NUMBER, sort_by_parameter_order=True)
    numbers = connection.execute(numbered, rows).scalars().all()
    found_by = (row for (item, terms), number in zip(said.items(), numbers, strict=True)
                for row in term_rows(item, number, terms))
    for some in batches(found_by, TOGETHER):
        connection.execute(insert(statement_terms), some)


def term_rows(item: Statement, number: int, terms: Iterable[str]) -> list[dict[str, Any]]:
    """The rows by which a statement is found."""
    first, last = item.window or ANY_DAY
    about = {"statement": number, "first_day": first, "last_day": last, "vague": last - first > EXACT_DAYS}
    return [{"term": term} | about for term in sorted(terms)]


def near(
    connection: Connection, item: Statement, terms: Mapping[str, float], slack: int, among: Among = ARTICLES
) -> list[tuple[int, Statement]]:
    """The stored statements of about the same days that share most terms, with their numbers: sixty at most.

    Of one that has no day twice as many.
    """
    if not terms:
        return []
    first, last = item.window or ANY_DAY
    given: dict[str, Any] = {
        "id": item.id, "most": CANDIDATES if item.window else UNDATED, "exactly": False, "vaguely": True,
        "first": first - slack, "last": last + slack, "close": first - slack - FEW_DAYS,
        "earliest": first - slack - EXACT_DAYS}
    for number, (term, weight) in enumerate(terms.items()):
        given |= {f"term{number}": term, f"weight{number}": weight}
    return [(row.number, _decode(row.body)) for row in connection.execute(_near(len(terms), among), given)]


@lru_cache
def _near(count: int, among: Among) -> TextClause:
    """The question for so many terms: written out, for the index is used only where `vague` is compared."""
    wanted = ", ".join(f"(:term{number}, :weight{number})" for number in range(count))
    return text(_NEAR.format(wanted=wanted, table=among[0], terms=among[1], days=FEW_DAYS))


def link(connection: Connection, odds: Odds) -> None:
    """Store the odds of pairs."""
    for some in batches(sorted(odds), TOGETHER):
        connection.execute(insert(statement_odds), [{"a": a, "b": b, "odds": odds[a, b]} for a, b in some])


def with_mates(connection: Connection, ids: Iterable[str]) -> dict[str, Placed]:
    """Some statements and all that are in their clusters, by their ids."""
    found = {row.item.id: row for row in _placed(connection, statements.c.id, sorted(ids))}
    clusters = sorted({row.cluster for row in found.values()} - {0})
    return found | {row.item.id: row for row in _placed(connection, statements.c.cluster, clusters)}


def _placed(connection: Connection, column: Column[Any], values: Sequence[Any]) -> Iterator[Placed]:
    for some in batches(values):
        for row in connection.execute(select(statements).where(column.in_(some))):
            yield Placed(statement_of(row), row.number, row.article, row.claim, row.cluster)


def gather(connection: Connection, clusters: Iterable[Sequence[Placed]]) -> None:
    """Note the clusters of statements."""
    named = ((row, min(mate.number for mate in rows)) for rows in clusters for row in rows)
    moved = [{"of": row.number, "to": name} for row, name in named if row.cluster != name]
    if moved:
        same = statements.c.number == bindparam("of")
        connection.execute(update(statements).where(same).values(cluster=bindparam("to")), moved)


def claims_of(connection: Connection, article: int) -> list[tuple[int, int]]:
    """The place of each statement's report in its article, and the number of the claim it belongs to."""
    wanted = select(statements.c.id, statements.c.claim).where(
        statements.c.article == article, statements.c.claim.is_not(None))
    return [(report_number(row.id), row.claim) for row in connection.execute(wanted)]


def odds_of(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], float]:
    """The stored odds of all pairs that have any of these statements."""
    columns, found = statement_odds.c, {}
    for some in batches(ids):
        for row in connection.execute(select(statement_odds).where(or_(columns.a.in_(some), columns.b.in_(some)))):
            found[intern(row.a), intern(row.b)] = row.odds  # each stands in many pairs
    return found


def assign(connection: Connection, claims: Mapping[str, int]) -> None:
    """Note the claims that statements belong to."""
    if claims:
        rows = [{"of": id_, "to": claim} for id_, claim in claims.items()]
        same = statements.c.id == bindparam("of")
        connection.execute(update(statements).where(same).values(claim=bindparam("to")), rows)


def remove_of(connection: Connection, article: int) -> set[str]:
    """Forget the statements of an article; returns those of others whose clusters or links it was in."""
    mine = set(connection.execute(select(statements.c.id).where(statements.c.article == article)).scalars())
    mates = [row for row in with_mates(connection, mine).values() if row.article != article]
    linked = {id_ for key, value in odds_of(connection, sorted(mine)).items() if value > 0 for id_ in key}
    connection.execute(delete(statements).where(statements.c.article == article))
    lost = sorted({row.cluster for row in mates} - {0})
    connection.execute(update(statements).where(statements.c.cluster.in_(lost)).values(cluster=0))
    return ({row.item.id for row in mates} | linked) - mine


def statement_of(row: Row[Any]) -> Statement:
    """The statement in a row, with the story and the setting that all statements of its article share."""
    item = _decode(row.body)
    return msgspec.structs.replace(item, story=_one(item.story), setting=_one(item.setting))


@lru_cache
def _one(words: tuple[str, ...]) -> tuple[str, ...]:
    return words


_decode = msgspec.json.Decoder(Statement).decode
