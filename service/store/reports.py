"""Reports of claims, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from rules.model import Assessment, Case, Report
from service.store.keys import key
from service.store.tables import articles, reports


def add_all(connection: Connection, given: Iterable[tuple[int, Case, Assessment, Sequence[int | None]]]) -> None:
    """Store the reports of claims, with the classes that the assessments found; the first came with the articles."""
    rows = []
    for claim, case, assessment, numbers in given:
        classes = {i: origin.class_ for origin in assessment.origins for i in origin.reports}
        for i, report in enumerate(case.reports):
            article = numbers[i] if i < len(numbers) else None
            rows.append(_row(claim, i, report, classes.get(i)) | {"article": article})
    if rows:
        connection.execute(insert(reports), rows)


def bodies(connection: Connection, claim: int) -> list[bytes]:
    """The reports of a claim in their order, as JSON."""
    ordered = select(reports.c.body).where(reports.c.claim == claim).order_by(reports.c.position)
    return list(connection.execute(ordered).scalars())


def with_articles(connection: Connection, claim: int) -> list[tuple[int | None, bytes]]:
    """The number of its article, if it came with one, and the body of each report of a claim, in order."""
    ordered = select(reports.c.article, reports.c.body).where(reports.c.claim == claim).order_by(reports.c.position)
    return [(row.article, row.body) for row in connection.execute(ordered)]


def articles_of(connection: Connection, claim: int) -> list[str | None]:
    """The id of its article, if it came with one, of each report of a claim, in order."""
    joined = select(articles.c.id).select_from(reports.outerjoin(articles, reports.c.article == articles.c.number))
    return list(connection.execute(joined.where(reports.c.claim == claim).order_by(reports.c.position)).scalars())


def own(connection: Connection, claim: int) -> tuple[Report, ...]:
    """The reports of a claim that came by themselves, not with an article."""
    wanted = select(reports.c.body).where(reports.c.claim == claim, reports.c.article.is_(None))
    bodies = connection.execute(wanted.order_by(reports.c.position)).scalars()
    return tuple(msgspec.json.decode(body, type=Report) for body in bodies)


def claims_of_article(connection: Connection, article: int) -> set[int]:
    """The numbers of the claims that have reports of an article."""
    return set(connection.execute(select(reports.c.claim).where(reports.c.article == article)).scalars())


def _row(claim: int, position: int, report: Report, class_: str | None) -> dict[str, Any]:
    return {"claim": claim, "position": position, "publisher": report.publisher,
            "publisher_key": key(report.publisher), "class": class_, "body": encoded(report)}


def encoded(report: Report) -> bytes:
    """A report as it may be sent again: no text at all, not an empty one, where it has none."""
    if report.text:
        return msgspec.json.encode(report)
    return msgspec.json.encode({name: value for name, value in msgspec.to_builtins(report).items() if name != "text"})
