"""Numbers for dashboards."""

from __future__ import annotations

from service.records.stats import Bin, Day, Stats, Totals
from service.runtime import Runtime
from service.store import stats
from service.store.clock import ago

PUBLISHERS = 20


def overview(days: int, run: Runtime) -> Stats:
    """Counts and distributions of everything stored, with a time series of the last `days` days."""
    with run.database.read() as connection:
        scores = stats.scores(connection)
        return Stats(
            totals=Totals(**stats.totals(connection)), mean_score=stats.mean_score(connection),
            statuses=stats.statuses(connection), classes=stats.classes(connection),
            publishers=stats.publishers(connection, PUBLISHERS), scores=[_bin(i, scores) for i in range(stats.BINS)],
            days=[Day(day=day, **row) for day, row in stats.days(connection, ago(days=days)[:10]).items()],
            rulebook=run.stamp)


def _bin(number: int, counts: dict[int, int]) -> Bin:
    return Bin(low=number / stats.BINS, high=(number + 1) / stats.BINS, count=counts.get(number, 0))
