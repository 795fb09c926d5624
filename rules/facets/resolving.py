"""Which day, month or year a time means, by the day of publication."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from rules.facets.calendar import Calendar

Resolved = tuple[str, int]
"""An ISO date, week, month, year or range, and its precision."""
LAST, NEXT = -1, 1
NEARLY_A_YEAR = 335  # days back from which on a day without its year is rather one of the coming month


class Resolver:
    """Resolves the groups of a match of `TimeReader`'s grammar; `counts` are numbers by their words."""

    def __init__(self, data: Calendar, counts: Mapping[str, int]) -> None:
        self._data, self._count, self._steps = data, counts, data.which | data.spans

    def of(self, match: re.Match[str], published: date | None, ahead: bool) -> Resolved | None:
        """What a time means, `ahead` if it is one to come; None where the day of publication is needed."""
        kind = match.lastgroup
        if match["iso"]:
            return (match["iso"], 1) if day_of(match["iso"]) else None
        if year := match["year"] or match["bound"]:
            return year, 5
        if match["day_month"] or match["month"]:
            return self._calendar(match, published, ahead)
        if published is None or kind is None:
            return None
        if match["weekday"]:
            return self._weekday(match, published, ahead)
        if match["relative"]:
            return (published + timedelta(self._data.days[match["relative"].lower()])).isoformat(), 1
        if match["season"]:
            first = self._data.seasons[match["season"].lower()]
            return self._season(first, self._step(match["season_which"]), published)
        if match["span"]:
            return _span(match["span"].lower(), self._step(match["span_which"]), published)
        return self._ago(match, published)

    def _calendar(self, match: re.Match[str], published: date | None, ahead: bool) -> Resolved | None:
        """A month, with or without its day and year; without a year the nearest on the right side of publication."""
        month = self._data.months[(match["day_month"] or match["month"]).lower()]
        digits = match["day"] or match["month_day"]
        day = int(re.sub(r"\D", "", digits)) if digits else None
        year, whose = match["day_year"] or match["month_year"], match["day_whose"] or match["month_whose"]
        if year is None and published is None:
            return None
        number = int(year) if year else _year_of(month, day, published, ahead)
        if whose and published:
            number = published.year + self._step(whose)
        if day is None:
            return f"{number:04}-{month:02}", 4
        found = day_of(f"{number:04}-{month:02}-{day:02}")
        return (found.isoformat(), 1) if found else None

    def _weekday(self, match: re.Match[str], published: date, ahead: bool) -> Resolved:
        step = self._step(match["which"])
        back = (published.weekday() - self._data.weekdays[match["weekday"].lower()]) % 7
        if step == NEXT or (ahead and step != LAST):
            return (published + timedelta((7 - back) % 7 or (7 if step == NEXT else 0))).isoformat(), 1
        return (published - timedelta(back or (7 if step == LAST else 0))).isoformat(), 1

    def _step(self, which: str | None) -> int:
        """Which week, month or year a word means, by that of publication: −1 is the last, 1 the next."""
        return self._steps.get((which or "").lower(), 0)

    def _season(self, first: int, step: int, published: date) -> Resolved:
        year = published.year
        ended = (year, first + 3) <= (published.year, published.month)
        if step == LAST and not ended:
            year -= 1
        if step == NEXT and (year, first) <= (published.year, published.month):
            year += 1
        last_year, last = (year, first + 2) if first + 2 <= 12 else (year + 1, first + 2 - 12)
        return f"{year:04}-{first:02}/{last_year:04}-{last:02}", 5

    def _ago(self, match: re.Match[str], published: date) -> Resolved | None:
        word, unit = match["count"].lower(), match["unit"].lower()
        count = int(word) if word.isdigit() else self._count[word]
        if count == 0 or count * self._data.units[unit] > 365 * 200:
            return None
        then = published - timedelta(count * self._data.units[unit])
        whole = {"day": (then.isoformat(), 1), "week": (_week(then), 3), "month": (f"{then:%Y-%m}", 4)}
        return whole.get(unit, (f"{then.year:04}", 5))


def _year_of(month: int, day: int | None, published: date | None, ahead: bool) -> int:
    assert published is not None
    this = (published.month, published.day if day else 0)
    if ahead:
        return published.year + ((month, day or 0) < this)
    year = published.year - ((month, day or 0) > this)
    last = day_of(f"{year:04}-{month:02}-{day:02}") if day else None
    return year + (last is not None and (published - last).days > NEARLY_A_YEAR)


def _span(unit: str, step: int, published: date) -> Resolved:
    if unit == "week":
        return _week(published + timedelta(7 * step)), 3
    if unit == "year":
        return f"{published.year + step:04}", 5
    months = published.year * 12 + published.month - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}", 4


def _week(day: date) -> str:
    """The ISO week of a day, as ISO 8601 writes it: 2024-W11."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def day_of(text: str | None) -> date | None:
    """The day with which an ISO date or moment begins."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
