"""How claims are spread by status, class, publisher and day: tables first, which the page's script draws as charts."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from service.pages.words import STATUSES
from service.records.stats import Stats
from service.runtime import Runtime
from service.usecases import events, stats
from service.wording import plain

DAYS, PUBLISHERS = 30, 12
FRESH = 5.0
_kept: dict[str, tuple[tuple[int, str], float, Distributions]] = {}


@dataclass(frozen=True)
class Distributions:
    """Rows for four tables, with everything counted in `stats`."""

    stats: Stats
    statuses: list[tuple[str, int]]
    classes: list[tuple[str, int]]
    publishers: list[tuple[str, int]]
    days: list[tuple[str, int, int]]


def distributions(run: Runtime) -> Distributions:
    """The distributions, counted anew when something happened since, but not more often than every five seconds."""
    today = datetime.now(UTC).date()
    state, key = (events.newest(run), str(today)), run.settings.database
    known, at, found = _kept.get(key, (None, 0.0, None))
    if found is None or (known != state and time.monotonic() - at > FRESH):
        found = _count(run, today)
        _kept[key] = (state, time.monotonic(), found)
    return found


def _count(run: Runtime, today: date) -> Distributions:
    found = stats.overview(DAYS, run)
    days = {day.day: (day.claims, day.assessments - day.claims) for day in found.days}
    every = [str(today - timedelta(days=back)) for back in range(DAYS - 1, -1, -1)]
    return Distributions(
        stats=found, statuses=[(status, found.statuses.get(status, 0)) for status in STATUSES],
        classes=[(plain(name), count) for name, count in found.classes.items()][:PUBLISHERS],
        publishers=list(found.publishers.items())[:PUBLISHERS], days=[(day, *days.get(day, (0, 0))) for day in every])
