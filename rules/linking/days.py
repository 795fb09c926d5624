"""Ranges of ordinal days on which something may have happened, from ISO dates and moments of publication."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from rules.facets import TimeReader
from rules.model import Document, ReadReport, Stance
from rules.text.reporting import Act

WEEK = len("2024-W11")
DAYS_OF_WEEK = 7
DATES = 1024  # dates that are remembered: statements of one article share theirs, and meet many others
NEWS_LAG = 2  # days that news comes after its event, where the text gives no date
RECALLED = 21  # days back to which an article that names a day may tell of that day without saying so again
ANSWERED = 14  # days after which what was said is still denied, admitted or brought up to date


def days_of(stated: str | None) -> tuple[int, int] | None:
    """The range of days that an ISO date, week, month, year or interval covers; None where there is none.

    >>> [days[1] - days[0] + 1 for stated in ("2024", "2024-02", "2024-W11", "2024-03-12", "2023-12/2024-02")
    ...  if (days := days_of(stated))]
    [366, 29, 7, 1, 91]
    """
    start, _, end = (stated or "").partition("/")
    first, last = day_of(start), day_of(end or start)
    return None if first is None or last is None else (first, _last(date.fromordinal(last), len(end or start)))


def _last(first: date, length: int) -> int:
    """The last day of the day, week, month or year that begins on a day, by the length of its ISO form."""
    if length == WEEK:
        return first.toordinal() + 6
    month = 12 if length == 4 else first.month
    whole = first.replace(month=month, day=monthrange(first.year, month)[1])
    return (whole if length in (4, 7) else first).toordinal()


def days_between(published: Sequence[str]) -> tuple[int, int] | None:
    """From just before the first of some moments of publication, given in order, to the last."""
    first, last = (day_of(published[0]), day_of(published[-1])) if published else (None, None)
    return (first - NEWS_LAG, last) if first is not None and last is not None else None


@lru_cache(DATES)
def day_of(iso: str | None) -> int | None:
    """The first ordinal day of an ISO date, moment or prefix; None where there is none."""
    if not iso:
        return None
    padded = iso[:10] + "-01-01"[len(iso[:10]) - 4 :] if len(iso[:10]) in (4, 7) else iso[:10]
    try:
        return date.fromisoformat(padded).toordinal()
    except ValueError:
        return None


def apart(a: tuple[int, int] | None, b: tuple[int, int] | None, slack: timedelta) -> bool:
    """Whether two ranges of days are further apart than `slack`; unknown days are never apart."""
    if a is None or b is None:
        return False
    return max(a[0], b[0]) - min(a[1], b[1]) > slack.days


def days_told(report: ReadReport, document: Document, times: TimeReader) -> tuple[int, int] | None:
    """The days on which what a report tells may have happened: those of its time, on to publication where it has lasted
    "since" then. Where nobody states them, those just before it was said or published, and more of what is an answer.
    """
    time = report.facets.get("time")
    stated, told = days_of(time.value if time else None), days_between([document.published_at or ""])
    if is_guessed(report):
        said = stated or (told and (told[1], told[1]))
        return said and (said[0] - _lag(report), said[1])
    if time is None or stated is None or told is None:
        return stated or told
    return (stated[0], max(stated[1], told[1])) if times.lasts(time, document.text) else stated


def recalled(guess: tuple[int, int], named: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The days of an undated statement in an article that names days: back to the earliest named in recent weeks.

    "Police arrested the head of the home that burned on Sunday. Seven people died." is of Sunday, or later.
    """
    first, last = guess
    weeks = [start for start, end in named if end - start < DAYS_OF_WEEK and last - RECALLED <= start]
    return min([first, *weeks]), last


def is_guessed(report: ReadReport) -> bool:
    """Whether nobody states the day: none is named, or only that on which somebody said so."""
    time, claim = report.facets.get("time"), report.claim
    return time is None or report.cue is not None and not claim.start <= time.start < claim.end


def _lag(report: ReadReport) -> int:
    """How many days after the event a report may come."""
    answers = report.stance in (Stance.DENIES, Stance.UPDATES) or report.act == Act.ADMISSION
    return ANSWERED if answers else NEWS_LAG
