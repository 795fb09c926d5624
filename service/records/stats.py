"""Numbers for dashboards."""

from __future__ import annotations

from rules.model import RulebookStamp
from service.records import Out


class Bin(Out):
    """How many claims have a score from `low` up to `high`."""

    low: float
    high: float
    count: int


class Day(Out):
    """What happened on one day, in UTC."""

    day: str
    claims: int
    assessments: int
    mean_score: float | None
    statuses: dict[str, int]


class Totals(Out):
    """How much is stored."""

    claims: int
    reports: int
    assessments: int
    reviews: int


class Stats(Out):
    """Counts and distributions over all stored claims; the time series has a row for each day with something in it."""

    totals: Totals
    mean_score: float | None
    statuses: dict[str, int]
    classes: dict[str, int]
    publishers: dict[str, int]
    scores: list[Bin]
    days: list[Day]
    rulebook: RulebookStamp
