"""Times: dates and relative days, resolved against the day of publication, with UCDP precision.

Precision: 1 a day, 2 a few days, 3 a week, 4 a month, 5 a longer part of a year or a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rules.facets.calendar import Calendar
from rules.facets.numbers import NumberReader
from rules.model import FacetMention
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase, any_of

_Resolved = tuple[str, int]
_MONTH_FOLLOWS = re.compile(
    r"\b(?:in|of|since|until|by|last|early|late|mid|this|next|from|to|during|and) $|\bmid-$", re.IGNORECASE
)
_DEADLINE = re.compile(r"\bby (?:(?:the|start|end|of|early|late|mid|this) )*$")  # not "freed by a jury on Monday"
_CLAUSE_END = re.compile(r"[.,;:!?]")
_BEFORE_YEARS = ("in", "of", "during", "by", "until", "before", "after", "through")
_STEPS = {"last": -1, "this": 0, "next": 1}
REACH = 60  # characters of the clause before a day in which its verb may stand
NEARLY_A_YEAR = 335  # days back from which on a day without its year is rather one of the coming month


class TimeReader:
    """Finds dates and says which day, month or year they mean.

    >>> [(m.text, m.value, m.precision) for m in
    ...  TimeReader(Rulebook()).find("The raid began on Monday; the last was in March.", "2023-05-24T10:00:00Z")]
    [('Monday', '2023-05-22', 1), ('March', '2023-03', 4)]
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._data = data = rulebook.table("en/times.yaml", Calendar)
        cardinals = rulebook.part(NumberReader).cardinals
        self._count = cardinals | {"a": 1, "an": 1, "several": 0, "few": 0}
        self.words = frozenset(
            word for group in (data.weekdays, data.months, data.seasons, data.days, data.units) for name in group
            for word in (name, f"{name}s") if " " not in word
        ) | {"morning", "night"}  # fmt: skip
        self._pattern = AnyCase(self._grammar())

    def find(self, text: str, published_at: str | None = None, start: int = 0) -> Iterator[FacetMention]:
        """Every time that `text` names from `start` on; `value` is None where the day of publication is needed."""
        published = _day(published_at)
        for match in self._pattern.finditer(text, start):
            if _is_no_month(match):
                continue
            resolved = self._resolve(match, published, self._lies_ahead(text, match))
            value, precision = resolved if resolved else (None, None)
            yield FacetMention(start=match.start(), end=match.end(), text=match[0], value=value, precision=precision)

    def _grammar(self) -> str:
        data = self._data
        months, days, units, seasons = map(any_of, (data.months, data.weekdays, data.units, data.seasons))
        day, year, which = r"[0-3]?\d(?:st|nd|rd|th)?", r"(?:19|20)\d\d", "last|this|next|past"
        counts = r"(?! (?:[a-z]+s|people|men|women)\b)"  # "after 2000 men had fled"
        whose = r"(?:,? (?:of )?(?P<{}_whose>last|this|next) year\b)?"
        starts = (*data.months, *data.weekdays, *data.days, *self._count, "last", "past", "next", *_BEFORE_YEARS)
        initials = "".join(sorted({word[0] for word in starts}))
        return rf"\b(?=[\d{initials}])(?:" + "|".join((
            r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b",
            rf"(?P<day>{day})(?: of)? (?P<day_month>{months})\b(?:\.?,? (?P<day_year>{year})\b)?"
            + whose.format("day"),
            rf"(?P<month>{months})\b(?:\.?(?= \d))?(?: (?P<month_day>{day})\b(?!:))?(?:,? (?P<month_year>{year})\b)?"
            + whose.format("month"),
            rf"(?:(?P<which>{which}) )?(?P<weekday>{days})\b(?: (?:early |late )?(?:morning|afternoon|evening|night))?",
            rf"(?:earlier )?(?P<relative>{any_of(data.days)})\b",
            rf"(?P<season_which>{which}) (?P<season>{seasons})\b",
            rf"(?P<span_which>{which}|previous) (?P<span>week|month|year)\b",
            rf"(?P<count>{any_of(self._count)}|\d+) (?P<unit>{units})s? (?:ago|earlier)\b",
            rf"(?:in|since|during|of) (?:(?:early|late|mid)[ -])?(?P<year>{year})\b",
            rf"(?:by|until|before|after|through) (?:(?:early|late|mid)[ -])?(?P<bound>{year})\b{counts}",
        )) + ")"  # fmt: skip

    def _lies_ahead(self, text: str, match: re.Match[str]) -> bool:
        before = text[max(0, match.start() - REACH) : match.start()].lower()
        near, clause = re.findall(r"[a-z]+", before[-40:])[-5:], _CLAUSE_END.split(before)[-1].split()
        words, deadline = self._data.ahead, bool(_DEADLINE.search(before))
        return deadline or not words.isdisjoint(near) or not self._data.future.isdisjoint(clause)

    def _resolve(self, match: re.Match[str], published: date | None, ahead: bool) -> _Resolved | None:
        kind = match.lastgroup
        if match["iso"]:
            return (match["iso"], 1) if _day(match["iso"]) else None
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
            return self._season(self._data.seasons[match["season"].lower()], match["season_which"].lower(), published)
        if match["span"]:
            return _span(match["span"].lower(), match["span_which"].lower(), published)
        return self._ago(match, published)

    def _calendar(self, match: re.Match[str], published: date | None, ahead: bool) -> _Resolved | None:
        """A month, with or without its day and year; without a year the nearest on the right side of publication."""
        month = self._data.months[(match["day_month"] or match["month"]).lower()]
        digits = match["day"] or match["month_day"]
        day = int(re.sub(r"\D", "", digits)) if digits else None
        year, whose = match["day_year"] or match["month_year"], match["day_whose"] or match["month_whose"]
        if year is None and published is None:
            return None
        number = int(year) if year else _year_of(month, day, published, ahead)
        if whose and published:
            number = published.year + _STEPS[whose.lower()]
        if day is None:
            return f"{number:04}-{month:02}", 4
        found = _day(f"{number:04}-{month:02}-{day:02}")
        return (found.isoformat(), 1) if found else None

    def _weekday(self, match: re.Match[str], published: date, ahead: bool) -> _Resolved:
        which = (match["which"] or "").lower()
        back = (published.weekday() - self._data.weekdays[match["weekday"].lower()]) % 7
        if which == "next" or (ahead and which != "last"):
            return (published + timedelta((7 - back) % 7 or (7 if which == "next" else 0))).isoformat(), 1
        return (published - timedelta(back or (7 if which in {"last", "past"} else 0))).isoformat(), 1

    def _season(self, first: int, which: str, published: date) -> _Resolved:
        year = published.year
        ended = (year, first + 3) <= (published.year, published.month)
        if which in {"last", "past"} and not ended:
            year -= 1
        if which == "next" and (year, first) <= (published.year, published.month):
            year += 1
        last_year, last = (year, first + 2) if first + 2 <= 12 else (year + 1, first + 2 - 12)
        return f"{year:04}-{first:02}/{last_year:04}-{last:02}", 5

    def _ago(self, match: re.Match[str], published: date) -> _Resolved | None:
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
    last = _day(f"{year:04}-{month:02}-{day:02}") if day else None
    return year + (last is not None and (published - last).days > NEARLY_A_YEAR)


def _span(unit: str, which: str, published: date) -> _Resolved:
    step = _STEPS.get(which, -1)
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


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _is_no_month(match: re.Match[str]) -> bool:
    """Whether a month's name is a word here: "may" and "march" as verbs, or an abbreviation without a day."""
    name = match["month"]
    if name is None or match["month_day"] or match["month_year"]:
        return bool(name) and not name[0].isupper()
    if not name[0].isupper() or (len(name) < 5 and name not in {"May", "June", "July"}):
        return True
    before = match.string[max(0, match.start() - 12) : match.start()]
    return name in {"May", "March"} and not _MONTH_FOLLOWS.search(before)
