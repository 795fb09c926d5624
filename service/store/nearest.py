"""The terms by which statements and sent claims are found among all that are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Connection, TextClause, text

from rules.linking import Statement
from service.store.linking_tables import FEW_DAYS

ANY_DAY = (0, 9_999_999)
CANDIDATES, UNDATED = 60, 120  # how many are compared: more where no day keeps away what is not of one event
EXACT_DAYS = 31  # what lies within so many days is looked for by its first day, what is vaguer by its last too
Among = tuple[str, str]
ARTICLES: Among = ("statements", "statement_terms")
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
_decode = msgspec.json.Decoder(Statement).decode


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
