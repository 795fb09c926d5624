"""Statements of articles: stored with the terms they are found by and the odds that link them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, Connection, Row, bindparam, delete, insert, or_, select, update

from rules.linking import Odds, Statement, report_number
from service.store import nearest
from service.store.batches import batches
from service.store.linking_tables import statement_odds, statement_terms, statements

TOGETHER = 5_000  # how many rows are handed to the database at once: a long article has some hundred thousand
_NUMBER = statements.c.number


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
    show(connection, dict(zip(numbers, said.items(), strict=True)))


def show(connection: Connection, said: Mapping[int, tuple[Statement, Iterable[str]]]) -> None:
    """Let statements, by their numbers, be found by their terms."""
    found_by = (row for number, (item, terms) in said.items() for row in nearest.term_rows(item, number, terms))
    for some in batches(found_by, TOGETHER):
        connection.execute(insert(statement_terms), some)


def hide(connection: Connection, ids: Iterable[str]) -> None:
    """Let statements no more be found by their terms."""
    for some in batches(ids):
        numbers = select(_NUMBER).where(statements.c.id.in_(some))
        connection.execute(delete(statement_terms).where(statement_terms.c.statement.in_(numbers)))


def shown(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Those of some statements that are found by their terms."""
    found: set[int] = set()
    for some in batches(numbers):
        wanted = select(statement_terms.c.statement).where(statement_terms.c.statement.in_(some)).distinct()
        found.update(connection.execute(wanted).scalars())
    return found


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
    named = ((rows, min(row.number for row in rows)) for rows in map(tuple, clusters))
    moved = [{"of": row.number, "to": name} for rows, name in named for row in rows if row.cluster != name]
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
    a, b, found = statement_odds.c.a, statement_odds.c.b, {}
    for some in batches(ids):
        wanted = select(a, b, statement_odds.c.odds).where(or_(a.in_(some), b.in_(some)))
        for one, other, odds in connection.execute(wanted).all():  # one by one takes twice as long
            found[intern(one), intern(other)] = odds  # each stands in many pairs
    return found


def assign(connection: Connection, claims: Mapping[str, int]) -> None:
    """Note the claims that statements belong to."""
    if claims:
        rows = [{"of": id_, "to": claim} for id_, claim in claims.items()]
        same = statements.c.id == bindparam("of")
        connection.execute(update(statements).where(same).values(claim=bindparam("to")), rows)


def remove_of(connection: Connection, article: int) -> tuple[list[Statement], list[Placed], set[str]]:
    """Forget the statements of an article; returns them, those of others whose clusters they were in, and the ids of
    these and of those that they were linked to.
    """
    ids = connection.execute(select(statements.c.id).where(statements.c.article == article)).scalars().all()
    rows = with_mates(connection, ids)
    mine, mates = ([row for row in rows.values() if (row.article == article) is own] for own in (True, False))
    linked = {id_ for key, value in odds_of(connection, sorted(ids)).items() if value > 0 for id_ in key}
    connection.execute(delete(statements).where(statements.c.article == article))
    lost = sorted({row.cluster for row in mates} - {0})
    connection.execute(update(statements).where(statements.c.cluster.in_(lost)).values(cluster=0))
    return [row.item for row in mine], mates, ({row.item.id for row in mates} | linked) - set(ids)


def statement_of(row: Row[Any]) -> Statement:
    """The statement in a row, with the story and the setting that all statements of its article share."""
    item = _decode(row.body)
    return msgspec.structs.replace(item, story=_one(item.story), setting=_one(item.setting))


@lru_cache
def _one(words: tuple[str, ...]) -> tuple[str, ...]:
    return words


_decode = msgspec.json.Decoder(Statement).decode
