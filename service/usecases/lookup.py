"""Reading claims back: one by its id, a page of those that pass filters, those that a text may be about."""

from __future__ import annotations

from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

import rules
from rules.linking import Lineage, Terms, lineage
from rules.model import Assessment
from service.errors import MissingError
from service.records import raw
from service.records.claims import ClaimPage, ListedClaim, StoredClaim
from service.runtime import Runtime
from service.store import assessments, claims, listing, reports, reviews
from service.usecases.rulebook import check_class

RANKED = 30
"""How many of the claims that share words with a text are compared with it closely, half a millisecond each."""


def get(claim_id: str, run: Runtime) -> StoredClaim:
    """A claim with everything about it."""
    with run.database.read() as connection:
        return stored(connection, found(connection, claim_id))


def listed(wanted: dict[str, Any], run: Runtime) -> ClaimPage:
    """One page of the claims that pass the filters; raises InvalidError for a class that nobody knows."""
    check_class(wanted.get("class"), run)
    if wanted.get("like"):
        return ClaimPage(items=[_row(*one) for one in likest(wanted["like"], wanted, run)], next_cursor=None)
    with run.database.read() as connection:
        rows, cursor = listing.page(connection, wanted)
    return ClaimPage(items=[_row(row) for row in rows], next_cursor=cursor)


def likest(text: str, wanted: dict[str, Any], run: Runtime) -> list[tuple[Row[Any], float]]:
    """The rows of the claims that a text may be about, the likest first, of those that share most words with it."""
    with run.database.read() as connection:
        found = listing.like(connection, wanted, run.rulebook.part(Terms).beginnings(text))
    rows = {row.id: row for row in islice(found.values(), RANKED)}
    ranked = rules.likest(text, {id_: row.text for id_, row in rows.items()}, run.rulebook)
    return [(rows[match.claim], match.score) for match in ranked[: wanted["limit"]]]


def origins(claim_id: str, run: Runtime) -> Lineage:
    """Who had the claim from whom."""
    with run.database.read() as connection:
        row = found(connection, claim_id)
        case = claims.case_of(row, reports.bodies(connection, row.number))
        assessment = msgspec.json.decode(assessments.in_force(connection, row.number), type=Assessment)
    return lineage(case, assessment)


def articles_of(claim_id: str, run: Runtime) -> list[str | None]:
    """The id of the stored article that each report of a claim came with, None of those sent by themselves."""
    with run.database.read() as connection:
        return reports.articles_of(connection, found(connection, claim_id).number)


def found(connection: Connection, claim_id: str) -> Row[Any]:
    """The claim's row; raises MissingError."""
    row = claims.find(connection, claim_id)
    if row is None:
        raise MissingError(f"No claim has the id “{claim_id}”.")
    return row


def stored(connection: Connection, row: Row[Any], assessment: Assessment | None = None) -> StoredClaim:
    """A claim with everything about it, as it is answered."""
    return StoredClaim(
        id=row.id, text=row.text, event=claims.event_of(row), created_at=row.created_at, updated_at=row.updated_at,
        reports=[raw(body) for body in reports.bodies(connection, row.number)],
        reviews=reviews.of(connection, row.number),
        assessment=assessment or raw(assessments.in_force(connection, row.number)))


def _row(row: Row[Any], likeness: float | msgspec.UnsetType = msgspec.UNSET) -> ListedClaim:
    return ListedClaim(id=row.id, text=row.text, event=claims.event_of(row), report_count=row.report_count,
                       assessment=raw(row.digest), created_at=row.created_at, updated_at=row.updated_at,
                       likeness=likeness)
