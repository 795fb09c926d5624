"""Assessments: every one that a claim ever had, the latest being in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from rules.model import Assessment, Case
from service.store.tables import assessments

LARGE = 4_000_000
"""Bytes of assessments at which a page of them ends: of a claim of a thousand reports, one has more than a million."""
_number = assessments.c.number


def add_all(connection: Connection, given: Iterable[tuple[int, Case, Assessment]], **about: Any) -> None:
    """Store assessments of claims, each with the case that was assessed; `about` is created_at and cause."""
    rows = [{"claim": claim, "text": case.text, "report_count": len(case.reports), "score": assessment.score,
             "status": assessment.status, "body": msgspec.json.encode(assessment)} | about
            for claim, case, assessment in given]
    if rows:
        connection.execute(insert(assessments), rows)


def forget_wordings(connection: Connection, claims: Collection[int]) -> None:
    """Forget how claims were worded before: in sentences of articles, perhaps of one that is no more."""
    latest = select(func.max(_number)).where(assessments.c.claim.in_(claims)).group_by(assessments.c.claim)
    earlier = assessments.c.claim.in_(claims), _number.not_in(latest)
    connection.execute(update(assessments).where(*earlier).values(text=None))


def in_force(connection: Connection, claim: int) -> bytes:
    """The latest assessment of a claim, as JSON."""
    latest = select(assessments.c.body).where(assessments.c.claim == claim).order_by(_number.desc()).limit(1)
    return connection.execute(latest).scalar_one()


def history(connection: Connection, claim: int, after: int, limit: int) -> tuple[Sequence[Row[Any]], bool]:
    """Assessments of a claim from the first on, later than the one numbered `after`, and whether there are more.

    Of large ones there are fewer than `limit`, of which the last goes beyond LARGE.
    """
    wanted = select(assessments).where(assessments.c.claim == claim, _number > after).order_by(_number)
    found, rows, size = connection.execute(wanted.limit(limit + 1)), list[Row[Any]](), 0
    while size < LARGE and len(rows) < limit and (row := found.fetchone()) is not None:
        rows.append(row)
        size += len(row.body)
    more = found.fetchone() is not None
    found.close()
    return rows, more


def ahead_of(connection: Connection, claim: int, most: int) -> int:
    """The number of the newest assessment that is older than the newest `most`; 0 where there are no older ones."""
    older = select(_number).where(assessments.c.claim == claim).order_by(_number.desc()).offset(most).limit(1)
    return connection.execute(older).scalar() or 0


def before(connection: Connection, claim: int, after: int) -> Row[Any] | None:
    """The last assessment of a claim up to the one numbered `after`."""
    wanted = select(assessments).where(assessments.c.claim == claim, _number <= after).order_by(_number.desc()).limit(1)
    return connection.execute(wanted).one_or_none()
