"""Claims with what belongs to them: written as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from rules.model import Assessment, Case, Event, Report
from service.records import Digest
from service.store import assessments, reports, search
from service.store.clock import new_id, now
from service.store.keys import key
from service.store.tables import claims


def create(connection: Connection, case: Case, assessment: Assessment) -> Row[Any]:
    """Store a new claim with its reports and its first assessment; returns its row."""
    moment, event = now(), case.event or Event()
    values = {"id": new_id(), "text": case.text, "event_date": event.date, "event_place": event.place,
              "place_key": key(event.place), "created_at": moment}
    row = connection.execute(insert(claims).values(values | state(case, assessment, moment)).returning(claims)).one()
    _add(connection, row, case, assessment, "created", 0)
    return row


def reassess(connection: Connection, row: Row[Any], case: Case, assessment: Assessment, cause: str) -> Row[Any]:
    """Store a further assessment of the claim in `row`, and the reports that `case` has more; returns its new row."""
    values = state(case, assessment, now())
    changed = update(claims).where(claims.c.number == row.number).values(values).returning(claims)
    after = connection.execute(changed).one()
    _add(connection, after, case, assessment, cause, row.report_count)
    return after


def find(connection: Connection, claim_id: str) -> Row[Any] | None:
    """The row of a claim, held for this transaction if it writes."""
    wanted = select(claims).where(claims.c.id == claim_id)
    writes = connection.get_execution_options().get("write")
    return connection.execute(wanted.with_for_update() if writes else wanted).one_or_none()


def case_of(row: Row[Any], bodies: Sequence[bytes]) -> Case:
    """The case that a stored claim is, with its reports as JSON."""
    decode = msgspec.json.Decoder(Report).decode
    return Case(text=row.text, event=event_of(row), reports=tuple(decode(body) for body in bodies))


def event_of(row: Row[Any]) -> Event | None:
    """The event of a stored claim, if it has one."""
    return Event(date=row.event_date, place=row.event_place) if row.event_date or row.event_place else None


def remove(connection: Connection, claim: int) -> None:
    """Forget a claim and all that belongs to it."""
    search.remove(connection, claim)
    connection.execute(delete(claims).where(claims.c.number == claim))


def _add(connection: Connection, row: Row[Any], case: Case, assessment: Assessment, cause: str, stored: int) -> None:
    reports.add(connection, row.number, case, assessment, stored)
    scored = [(row.number, assessment, len(case.reports))]
    assessments.add_all(connection, scored, created_at=row.updated_at, cause=cause)
    search.put(connection, {row.number: [case.text, *(report.text for report in case.reports)]})


def state(case: Case, assessment: Assessment, moment: str) -> dict[str, Any]:
    """The columns that follow from a case and its assessment."""
    factors = assessment.factors
    main = max(factors, key=lambda name: abs(factors[name].log_odds))
    digest = Digest(**{name: getattr(assessment, name) for name in Digest.__struct_fields__})
    return {str(name): factor.value for name, factor in factors.items()} | {
        "main_factor": main if factors[main].log_odds else None, "updated_at": moment,
        "report_count": len(case.reports), "score": assessment.score, "confidence": assessment.confidence,
        "status": assessment.status, "digest": msgspec.json.encode(digest)}
