"""Short articles: two that tell one story, and appear within half a day, have little else to tell than the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from rules.linking.statement import Statement

PAIRS = 64  # of statements of two articles, from which on one claim of both is nothing to expect of any
KNOWN = 10  # words of an article's story, from which it is known
EDITION = timedelta(hours=12)
REMEMBERED = 4096


def brevity(a: Statement, b: Statement, pairs: int = PAIRS) -> float:
    """How short the articles of two statements are: near 1 for a few lines each, 0 for long ones and within one.

    Two that make `pairs` pairs of statements are long. Also 0 where one has too few words to know its story by.
    """
    if a.document == b.document or min(len(a.story), len(b.story)) < KNOWN or not (a.total and b.total):
        return 0.0
    return max(0.0, 1 - a.total * b.total / pairs)


def one_edition(a: Statement, b: Statement) -> bool:
    """Whether their articles appeared within half a day; what comes later tells what is new."""
    mine, other = _moment(a.published_at), _moment(b.published_at)
    return mine is not None and other is not None and abs(mine - other) <= EDITION


@lru_cache(REMEMBERED)
def _moment(published_at: str | None) -> datetime | None:
    """A moment of publication, in UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(published_at or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
