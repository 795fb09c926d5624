"""Writing cases made anew: what changed is scored, stored and told of, what nobody says any more is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

import rules
from rules.linking import LinkedCase
from rules.rulebook import Rulebook
from service.records.claims import EventClaim
from service.store import cases, claims, events, reports, statements
from service.store.batches import batches

TOGETHER = 200
"""How many cases are scored and stored together."""


@dataclass(frozen=True)
class Change:
    """Why cases are made anew, by which rulebook, and the numbers of the articles they are made of."""

    connection: Connection
    rulebook: Rulebook
    cause: str
    numbers: Mapping[str, int]


def write(
    change: Change, made: Iterator[tuple[int | None, LinkedCase]], held: Mapping[str, int | None]
) -> set[int | None]:
    """Store cases, some at a time, for a long article has thousands; returns the claims that they are of."""
    found: set[int | None] = set()
    for some in batches(made, TOGETHER):
        _write_some(change, some, held)
        found.update(claim for claim, _ in some)
    return found


def _write_some(
    change: Change, made: Sequence[tuple[int | None, LinkedCase]], held: Mapping[str, int | None]
) -> None:
    """Store the cases that are new or changed, and for their statements which claim they belong to."""
    changed = [(claim, linked) for claim, linked in made if claim is None or not _unchanged(change, claim, linked)]
    rows = cases.write(change.connection, [_written(change, *one) for one in changed], change.cause)
    kinds = ("claim.created" if claim is None else "claim.reassessed" for claim, _ in changed)
    events.tell(change.connection, *zip(kinds, rows, strict=True))
    numbered = [(row.number, linked) for row, (_, linked) in zip(rows, changed, strict=True)]
    kept = [(claim, linked) for claim, linked in made if claim is not None]
    moved = {id_: number for number, linked in (*kept, *numbered) for id_ in linked.statements if held[id_] != number}
    statements.assign(change.connection, moved)


def _written(change: Change, claim: int | None, linked: LinkedCase) -> cases.Written:
    """A case with its own reports after those of articles, scored."""
    own = reports.own(change.connection, claim) if claim is not None else ()
    case = msgspec.structs.replace(linked.case, reports=linked.case.reports + own)
    numbers = [change.numbers[member.document] for member in linked.members]
    return cases.Written(claim, case, rules.assess(case, change.rulebook), numbers)


def _unchanged(change: Change, claim: int, linked: LinkedCase) -> bool:
    stored = [pair for pair in reports.with_articles(change.connection, claim) if pair[0] is not None]
    would_be = [(change.numbers[m.document], reports.encoded(m.report)) for m in linked.members]
    return stored == would_be and claims.numbered(change.connection, claim).text == linked.case.text


def forget(connection: Connection, row: Row[Any]) -> None:
    """Forget a claim and tell so."""
    claims.remove(connection, row.number)
    events.forget(connection, row.id)
    events.append(connection, [("claim.deleted", EventClaim(id=row.id))])
