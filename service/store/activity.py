"""What came in, what changed and what is open: short lists, each of them read from an index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from service.store.tables import assessments, claims

LOOKED_AT, TRAIL = 500, 30


def newest(connection: Connection, limit: int) -> Sequence[Row[Any]]:
    """The claims that came in last, the latest first."""
    order = (claims.c.created_at.desc(), claims.c.number.desc())
    return connection.execute(select(claims).order_by(*order).limit(limit)).all()


def changed(connection: Connection, limit: int) -> Sequence[Row[Any]]:
    """The claims scored again last, among the few hundred touched last, so that none changed costs no full scan."""
    order = (claims.c.updated_at.desc(), claims.c.number.desc())
    touched = select(claims.c.number).order_by(*order).limit(LOOKED_AT)
    again = claims.c.number.in_(touched) & (claims.c.updated_at > claims.c.created_at)
    return connection.execute(select(claims).where(again).order_by(*order).limit(limit)).all()


def open_ones(connection: Connection, statuses: Sequence[str], each: int) -> list[Row[Any]]:
    """Of every status the claims touched last."""
    order = (claims.c.updated_at.desc(), claims.c.number.desc())
    asked = (select(claims).where(claims.c.status == status).order_by(*order).limit(each) for status in statuses)
    return [row for query in asked for row in connection.execute(query)]


def trails(connection: Connection, numbers: Sequence[int]) -> dict[int, list[float]]:
    """The scores that claims have had, by claim, the earliest first, at most the last thirty."""
    place = func.row_number().over(partition_by=assessments.c.claim, order_by=assessments.c.number.desc())
    of = select(assessments.c.claim, assessments.c.score, place.label("place")).where(assessments.c.claim.in_(numbers))
    ranked = of.subquery()
    query = select(ranked).where(ranked.c.place <= TRAIL).order_by(ranked.c.claim, ranked.c.place.desc())
    found: dict[int, list[float]] = defaultdict(list)
    for claim, score, _ in connection.execute(query):
        found[claim].append(score)
    return found


def bodies_in_force(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """The assessments in force of several claims, as JSON."""
    last = select(func.max(assessments.c.number)).where(assessments.c.claim.in_(numbers)).group_by(assessments.c.claim)
    query = select(assessments.c.claim, assessments.c.body).where(assessments.c.number.in_(last))
    return dict(connection.execute(query).all())
