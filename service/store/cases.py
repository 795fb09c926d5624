"""Claims whose reports come from articles: rewritten as a whole when an article comes or goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from rules.linking import LinkedCase
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


def body_of(report: Report) -> bytes:
    """A report as it is stored."""
    return reports.encoded(report)


def write(
    connection: Connection, number: int | None, case: Case, assessment: Assessment, linked: LinkedCase,
    articles: Mapping[str, int], cause: str,
) -> Row[Any]:
    """Store a case made of articles: as a new claim, or in place of what the claim `number` was."""
    moment, event = now(), case.event or Event()
    values = claims.state(case, assessment, moment) | {
        "text": case.text, "event_date": event.date, "event_place": event.place, "place_key": key(event.place)}
    if number is None:
        row = connection.execute(insert(table).values(values | {"id": new_id(), "created_at": moment})
                                 .returning(table)).one()
    else:
        connection.execute(delete(report_table).where(report_table.c.claim == number))
        row = connection.execute(update(table).where(table.c.number == number).values(values).returning(table)).one()
    reports.add(connection, row.number, case, assessment, 0)
    _name_articles(connection, row.number, [articles[member.document] for member in linked.members])
    assessments.add(connection, row.number, assessment, created_at=moment, cause=cause,
                    report_count=len(case.reports))
    search.put(connection, row.number, [case.text, *(report.text for report in case.reports)])
    return row


def _name_articles(connection: Connection, claim: int, articles: Sequence[int]) -> None:
    """The first reports of a case are those of its articles, in this order."""
    same = (report_table.c.claim == claim) & (report_table.c.position == bindparam("at"))
    rows = [{"at": position, "of": article} for position, article in enumerate(articles)]
    if rows:
        connection.execute(update(report_table).where(same).values(article=bindparam("of")), rows)
