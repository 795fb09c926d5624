"""Reports of claims, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, update

from rules.model import Assessment, Case, Report
from service.store.keys import key
from service.store.tables import reports


def add(connection: Connection, claim: int, case: Case, assessment: Assessment, stored: int) -> None:
    """Store the reports of `case` after the first `stored`; all reports get the class that the assessment found."""
    classes = {i: origin.class_ for origin in assessment.origins for i in origin.reports}
    rows = [_row(claim, i, report, classes.get(i)) for i, report in enumerate(case.reports)]
    if rows[stored:]:
        connection.execute(insert(reports), rows[stored:])
    if rows[:stored]:
        same = (reports.c.claim == claim) & (reports.c.position == bindparam("at"))
        values = [{"at": row["position"], "found": row["class"]} for row in rows[:stored]]
        connection.execute(update(reports).where(same).values({"class": bindparam("found")}), values)


def add_all(connection: Connection, given: Iterable[tuple[int, Case, Assessment, Sequence[int]]]) -> None:
    """Store the reports of several claims; the first ones of each came with the articles that are numbered."""
    rows = []
    for claim, case, assessment, articles in given:
        classes = {i: origin.class_ for origin in assessment.origins for i in origin.reports}
        for i, report in enumerate(case.reports):
            article = articles[i] if i < len(articles) else None
            rows.append(_row(claim, i, report, classes.get(i)) | {"article": article})
    if rows:
        connection.execute(insert(reports), rows)


def bodies(connection: Connection, claim: int) -> list[bytes]:
    """The reports of a claim in their order, as JSON."""
    ordered = select(reports.c.body).where(reports.c.claim == claim).order_by(reports.c.position)
    return list(connection.execute(ordered).scalars())


def _row(claim: int, position: int, report: Report, class_: str | None) -> dict[str, Any]:
    return {"claim": claim, "position": position, "publisher": report.publisher,
            "publisher_key": key(report.publisher), "class": class_, "body": encoded(report)}


def encoded(report: Report) -> bytes:
    """A report as it may be sent again: no text at all, not an empty one, where it has none."""
    if report.text:
        return msgspec.json.encode(report)
    return msgspec.json.encode({name: value for name, value in msgspec.to_builtins(report).items() if name != "text"})
