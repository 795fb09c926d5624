"""Storing claims, adding reports and reviews to them, and forgetting them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Row
from sqlalchemy.exc import IntegrityError

import rules
from rules.errors import CaseError
from rules.model import Assessment, Case, Report
from service.errors import ConflictError, FieldProblem, InvalidError
from service.records.claims import Review, StoredClaim
from service.runtime import Runtime
from service.store import cases, claims, events, idempotency, reports, reviews
from service.usecases import linking
from service.usecases.lookup import found, stored


def create(case: Case, key: str | None, run: Runtime) -> tuple[str, bytes]:
    """Store a claim with its assessment; returns its id and the answer, the same one again for the same `key`.

    A claim without reports is its own one report, which it stays when others are added. What stored articles report
    about it joins it at once, what later ones report when they come.
    """
    case = case if case.reports else msgspec.structs.replace(case, reports=(Report(text=case.text),))
    fingerprint = hashlib.sha256(msgspec.json.encode(case)).hexdigest()
    if known := _answered(key, fingerprint, run):
        return known
    assessment = rules.assess(case, run.rulebook)
    try:
        with run.database.change() as connection:
            [row] = cases.write(connection, [cases.Written(None, case, assessment)], "created")
            events.tell(connection, ("claim.created", row))
            answer = msgspec.json.encode(_linked(connection, row, case, assessment, run))
            if key:
                idempotency.save(connection, key, fingerprint, row.id, answer)
    except IntegrityError:  # another request with this key was quicker
        if known := _answered(key, fingerprint, run):
            return known
        raise
    return row.id, answer


def add_reports(claim_id: str, new: tuple[Report, ...], run: Runtime) -> StoredClaim:
    """Add reports to a claim and score it again; the earlier assessment is kept.

    Scoring a thousand takes seconds, for which nobody else could write: it is done before, and again only if the claim
    has changed meanwhile.
    """
    with run.database.read() as connection:
        before = _assessed(connection, claim_id, new, run)
    with run.database.change() as connection:
        now = _assessed(connection, claim_id, new, run, before)
        [row] = cases.write(connection, [now], "reports_added")
        events.tell(connection, ("claim.reassessed", row))
        return _linked(connection, row, now.case, now.assessment, run)


def _assessed(
    connection: Connection, claim_id: str, new: tuple[Report, ...], run: Runtime, known: cases.Written | None = None
) -> cases.Written:
    """A claim with further reports, scored, unless it is as `known`."""
    row = found(connection, claim_id)
    held = reports.with_articles(connection, row.number)
    case = claims.case_of(row, [body for _, body in held])
    case = msgspec.structs.replace(case, reports=case.reports + new)
    run.limits.check_count({"reports": list(case.reports)})
    with _numbered_after(row.report_count):
        assessment = known.assessment if known and known.case == case else rules.assess(case, run.rulebook)
    return cases.Written(row.number, case, assessment, [article for article, _ in held])


def _linked(connection: Connection, row: Row[Any], case: Case, assessment: Assessment, run: Runtime) -> StoredClaim:
    """The claim with what stored articles report about it."""
    if linking.add_claim(connection, row, case, run.rulebook):
        return stored(connection, found(connection, row.id))
    return stored(connection, row, assessment)


def delete(claim_id: str, run: Runtime) -> None:
    """Forget a claim and every trace of its text; that it was deleted is told.

    What articles reported about a claim that was sent by itself is then a case without it.
    """
    with run.database.change() as connection:
        row = found(connection, claim_id)
        idempotency.forget(connection, row.id)
        linking.remove_claim(connection, row, run.rulebook)


def review(claim_id: str, given: dict[str, Any], run: Runtime) -> Review:
    """Put an analyst's word beside the score."""
    with run.database.change() as connection:
        row = found(connection, claim_id)
        added = reviews.add(connection, row.number, given)
        events.tell(connection, ("review.added", row))
        case = claims.case_of(row, reports.bodies(connection, row.number))
        linking.add_claim(connection, row, case, run.rulebook)
        return added


def _answered(key: str | None, fingerprint: str, run: Runtime) -> tuple[str, bytes] | None:
    if not key:
        return None
    with run.database.read() as connection:
        known = idempotency.find(connection, key)
    if known and known.fingerprint != fingerprint:
        problem = "was used for another claim; use a new key for a new claim"
        raise InvalidError([FieldProblem("Idempotency-Key", problem)])
    return (known.claim_id, known.answer) if known else None


@contextmanager
def _numbered_after(many: int) -> Iterator[None]:
    """Name the reports of a request by their place in it, not by their place among all that are stored."""
    try:
        yield
    except CaseError as error:
        match = re.fullmatch(r"reports\.(\d+)(.*)", error.field)
        if match is None or int(match[1]) < many:
            raise ConflictError(f"What is stored of this claim no longer fits the rulebook: {error}") from error
        raise CaseError(f"reports.{int(match[1]) - many}{match[2]}", error.problem) from error
