"""Claims whose reports come from articles: rewritten as a whole when an article comes or goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from rules.model import Assessment, Case, Event, Report
from service.store import assessments, claims, reports, search
from service.store.clock import new_id, now
from service.store.keys import key
from service.store.tables import claims as table
from service.store.tables import reports as report_table


def row_of(connection: Connection, number: int) -> Row[Any]:
    """The row of a claim by its number."""
    return connection.execute(select(table).where(table.c.number == number)).one()


def own_reports(connection: Connection, number: int) -> tuple[Report, ...]:
    """The reports of a claim that came by themselves, not with an article."""
    own = select(report_table.c.body).where(report_table.c.claim == number, report_table.c.article.is_(None))
    bodies = connection.execute(own.order_by(report_table.c.position)).scalars()
    return tuple(msgspec.json.decode(body, type=Report) for body in bodies)


def of_article(connection: Connection, article: int) -> set[int]:
    """The numbers of the claims that have reports of an article."""
    return set(connection.execute(select(report_table.c.claim).where(report_table.c.article == article)).scalars())


def article_numbers(connection: Connection, number: int) -> list[tuple[int | None, bytes]]:
    """Article and body of each report of a claim, in order: what tells whether anything would change."""
    wanted = select(report_table.c.article, report_table.c.body).where(report_table.c.claim == number)
    return [(row.article, row.body) for row in connection.execute(wanted.order_by(report_table.c.position))]


class Written(NamedTuple):
    """A case to be stored: as a new claim, or in place of what the claim `number` was.

    The first reports of the case are those of the articles numbered `articles`, in this order.
    """

    number: int | None
    case: Case
    assessment: Assessment
    articles: Sequence[int]


def write(connection: Connection, written: Sequence[Written], cause: str) -> list[Row[Any]]:
    """Store cases, all of them with a few statements to the database; returns the rows of their claims in order."""
    moment = now()
    made = iter(_insert(connection, [one for one in written if one.number is None], moment))
    kept = _replace(connection, [one for one in written if one.number is not None], moment)
    rows = [next(made) if one.number is None else kept[one.number] for one in written]
    stored = list(zip(rows, written, strict=True))
    reports.add_all(connection, [(row.number, one.case, one.assessment, one.articles) for row, one in stored])
    assessments.add_all(connection, [
        (row.number, one.assessment, len(one.case.reports)) for row, one in stored], created_at=moment, cause=cause)
    search.put(connection, {
        row.number: [one.case.text, *(report.text for report in one.case.reports)] for row, one in stored})
    return rows


def _insert(connection: Connection, new: Sequence[Written], moment: str) -> Sequence[Row[Any]]:
    if not new:
        return []
    rows = [_columns(one, moment) | {"id": new_id(), "created_at": moment} for one in new]
    return connection.execute(insert(table).returning(table, sort_by_parameter_order=True), rows).all()


def _replace(connection: Connection, old: Sequence[Written], moment: str) -> dict[int, Row[Any]]:
    if not old:
        return {}
    numbers = [one.number for one in old]
    connection.execute(delete(report_table).where(report_table.c.claim.in_(numbers)))
    rows = [_columns(one, moment) | {"of": one.number} for one in old]
    connection.execute(update(table).where(table.c.number == bindparam("of")), rows)
    return {row.number: row for row in connection.execute(select(table).where(table.c.number.in_(numbers)))}


def _columns(one: Written, moment: str) -> dict[str, Any]:
    event = one.case.event or Event()
    return claims.state(one.case, one.assessment, moment) | {
        "text": one.case.text, "event_date": event.date, "event_place": event.place, "place_key": key(event.place)}
