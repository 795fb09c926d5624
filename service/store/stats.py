"""Counts and distributions over all claims, by the database's own aggregation."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, case, cast, desc, func, select

from service.store.tables import assessments, claims, day_of, reports, reviews

BINS = 20


def totals(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = {"claims": claims, "reports": reports, "assessments": assessments, "reviews": reviews}
    counted = {name: select(func.count()).select_from(table) for name, table in tables.items()}
    return {name: connection.execute(query).scalar_one() for name, query in counted.items()}


def mean_score(connection: Connection) -> float | None:
    """The mean score of all claims."""
    return connection.execute(select(func.avg(claims.c.score))).scalar_one()


def counts(connection: Connection, column: ColumnElement[Any], limit: int | None = None) -> dict[str, int]:
    """How often each value of a column occurs, the most frequent first."""
    many = func.count().label("many")
    query = select(column, many).where(column.is_not(None)).group_by(column).order_by(desc(many), column).limit(limit)
    return dict(connection.execute(query).all())


def statuses(connection: Connection) -> dict[str, int]:
    """Claims by status."""
    return counts(connection, claims.c.status)


def classes(connection: Connection) -> dict[str, int]:
    """Reports by the class of their origin."""
    return counts(connection, reports.c["class"])


def publishers(connection: Connection, limit: int) -> dict[str, int]:
    """Reports by publisher, the busiest ones."""
    return counts(connection, reports.c.publisher_key, limit)


def scores(connection: Connection) -> dict[int, int]:
    """Claims by twentieth of the score, 0 to 19."""
    bin_ = case((claims.c.score >= 1, BINS - 1), else_=cast(func.floor(claims.c.score * BINS), Integer))
    return dict(connection.execute(select(bin_, func.count()).group_by(bin_)).all())


def days(connection: Connection, since: str) -> dict[str, dict[str, Any]]:
    """Claims stored and assessments made by day, from the day `since` on, the earliest day first."""
    stored, made = day_of(claims.c.created_at), day_of(assessments.c.created_at)
    found: dict[str, dict[str, Any]] = defaultdict(_empty)
    query = select(stored, func.count(), func.avg(claims.c.score)).where(stored >= since).group_by(stored)
    for day, count, mean in connection.execute(query):
        found[day].update(claims=count, mean_score=mean)
    status = assessments.c.status
    query = select(made, status, func.count()).where(made >= since).group_by(made, status)
    for day, name, count in connection.execute(query):
        found[day]["assessments"] += count
        found[day]["statuses"][name] = count
    return dict(sorted(found.items()))


def _empty() -> dict[str, Any]:
    return {"claims": 0, "assessments": 0, "mean_score": None, "statuses": {}}
