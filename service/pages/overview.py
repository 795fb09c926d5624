"""The first page: what came in, what changed, what needs a check now, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from rules.model import NextCheck
from service.pages.words import OPEN
from service.records.claims import Digest
from service.runtime import Runtime
from service.store import activity, listing
from service.usecases import lookup

SHORT, CHANGED, CANDIDATES = 5, 30, 12
_digest = msgspec.json.Decoder(Digest).decode


class _Checks(msgspec.Struct):
    """The part of an assessment that says what to check next."""

    next_checks: tuple[NextCheck, ...]


_checks = msgspec.json.Decoder(_Checks).decode


@dataclass(frozen=True)
class Item:
    """A claim as the lists show it: its row, what its assessment says in short, the scores it has had."""

    row: Row[Any]
    digest: Digest
    trail: Sequence[float]
    check: NextCheck | None = None

    @property
    def moved(self) -> float:
        """What the last assessment changed."""
        return self.trail[-1] - self.trail[-2] if len(self.trail) > 1 else 0.0

    @property
    def differs(self) -> bool:
        """Whether the last assessment moved the score so that one sees it."""
        return abs(self.moved) >= 0.005


@dataclass(frozen=True)
class Desk:
    """Three short lists for a glance."""

    checks: list[Item]
    changed: list[Item]
    newest: list[Item]


@dataclass(frozen=True)
class Listed:
    """One page of the list; `guessed` where no claim has all the words, and these are what they may mean."""

    items: list[Item]
    next_cursor: str | None
    guessed: bool = False


def desk(run: Runtime) -> Desk:
    """What needs a check now, what changed, what came in."""
    with run.database.read() as connection:
        again = _items(connection, activity.changed(connection, CHANGED))
        return Desk(checks=_needing_checks(connection), changed=[item for item in again if item.differs][:SHORT],
                    newest=_items(connection, activity.newest(connection, SHORT)))


def listed(wanted: dict[str, Any], run: Runtime) -> Listed:
    """The claims that pass the filters, each with its trail; where none has the words, those that these may mean."""
    with run.database.read() as connection:
        rows, cursor = listing.page(connection, wanted)
        if rows or not wanted.get("q"):
            return Listed(_items(connection, rows), cursor)
    meant = [row for row, _ in lookup.likest(wanted["q"], wanted | {"q": None}, run)]
    with run.database.read() as connection:
        return Listed(_items(connection, meant), None, guessed=bool(meant))


def _needing_checks(connection: Connection) -> list[Item]:
    """Of the open claims touched last of every status, those whose score one check can move furthest.

    What many carry weighs more, by the logarithm of its reports: a check there serves more readers.
    """
    rows = activity.open_ones(connection, OPEN, CANDIDATES)
    bodies = activity.bodies_in_force(connection, [row.number for row in rows])
    checks = {number: _checks(body).next_checks for number, body in bodies.items()}
    urgent = {row.number: max(map(swing, checks[row.number]), default=0.0) * log(1 + row.report_count) for row in rows}
    worst = sorted((row for row in rows if urgent[row.number]), key=lambda row: (-urgent[row.number], -row.number))
    best = {number: max(found, key=swing) for number, found in checks.items() if found}
    return _items(connection, worst[:SHORT], best)


def swing(check: NextCheck) -> float:
    """How far a check can move the score, from one answer to the other."""
    return check.score_if_true - check.score_if_false


def _items(connection: Connection, rows: Sequence[Row[Any]], checks: dict[int, NextCheck] | None = None) -> list[Item]:
    trails = activity.trails(connection, [row.number for row in rows])
    return [Item(row, _digest(row.digest), trails[row.number], (checks or {}).get(row.number)) for row in rows]
