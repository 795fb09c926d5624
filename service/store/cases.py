"""Claims with what belongs to them: written as a whole, and anew when reports or articles come or go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from rules.model import Assessment, Case, Event
from service.records.claims import Digest
from service.store import assessments, reports, search
from service.store.clock import new_id, now
from service.store.keys import key
from service.store.tables import claims as table
from service.store.tables import reports as report_table


class Written(NamedTuple):
    """A case to be stored: as a new claim, or in place of what the claim `number` was.

    Its first reports came with the articles numbered `articles`, in this order; None stands for no article.
    """

    number: int | None
    case: Case
    assessment: Assessment
    articles: Sequence[int | None] = ()


def write(connection: Connection, written: Sequence[Written], cause: str) -> list[Row[Any]]:
    """Store cases, all of them with a few statements to the database; returns the rows of their claims in order."""
    moment = now()
    made = iter(_insert(connection, [one for one in written if one.number is None], moment))
    kept = _replace(connection, [one for one in written if one.number is not None], moment)
    rows = [next(made) if one.number is None else kept[one.number] for one in written]
    stored = list(zip(rows, written, strict=True))
    reports.add_all(connection, [(row.number, one.case, one.assessment, one.articles) for row, one in stored])
    assessments.add_all(connection, [
        (row.number, one.case, one.assessment) for row, one in stored], created_at=moment, cause=cause)
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
    event, assessment, factors = one.case.event or Event(), one.assessment, one.assessment.factors
    main = max(factors, key=lambda name: abs(factors[name].log_odds))
    digest = msgspec.convert(assessment, Digest, from_attributes=True)
    return {
        "text": one.case.text, "event_date": event.date, "event_place": event.place, "place_key": key(event.place),
        "main_factor": main if factors[main].log_odds else None, "updated_at": moment,
        "report_count": len(one.case.reports), "score": assessment.score, "confidence": assessment.confidence,
        "status": assessment.status, "digest": msgspec.json.encode(digest)}
