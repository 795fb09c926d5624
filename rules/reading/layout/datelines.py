"""The day on which a text says that it was published, for whoever sends it without one: "By Ana Dovik, 22 May 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from rules.facets import TimeReader
from rules.facets.calendar import Calendar
from rules.model import Extent, Record
from rules.rulebook import Rulebook

_LINE = re.compile(r"\S[^\n]*")
_SENTENCE = re.compile(r"(?<!\.m)[.!?]$")
_YEAR = re.compile(r"(?:19|20)\d\d|\d([./-])\d{1,2}\1\d")
_DIGITS = re.compile(r"(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d|[./-]\d)")
_CLOCK = re.compile(r"(?<![A-Za-z])T?\d{1,2}(?:[:.]\d\d)*(?:\.\d+)?")
_PARTS = re.compile(r"[|·•/]|(?:^|\s)[-–—](?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r"[A-Z][A-Z’'. -]{2,40}(?:, [A-Z][a-z]+)?,? ")
_DASH = re.compile(r"(?: ?\([^()\n]{2,30}\)| ?/[^/\n]{2,30}/)? ?(?:--|[-–—.])")
LONGEST, NAMES = 120, 3  # characters of a line that are looked at, words of an outlet's name
PUBLISHED, PRINTED, UPDATED = range(3)  # what a line says of its day, the surest first


class DatelineWords(Record, frozen=True, kw_only=True):
    """`en/datelines.yaml`: the words of lines that give a day of publication."""

    published: frozenset[str]
    updated: frozenset[str]
    fillers: frozenset[str]
    by: frozenset[str]


class _Dated(NamedTuple):
    """A line with a day: what it says of it, None where it only mentions one; `alone` if it says nothing else."""

    extent: Extent
    day: str
    says: int | None
    alone: bool


class Datelines:
    """Finds the lines of a page that date it.

    >>> Datelines(Rulebook()).published("Ferry sinks\\nBy Ana Dovik, 22 May 2023\\n\\nThe ferry to Orm sank on Monday.")
    '2023-05-22T00:00:00Z'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._data, self._times = rulebook.table("en/datelines.yaml", DatelineWords), rulebook.part(TimeReader)
        weekdays = rulebook.table("en/times.yaml", Calendar).weekdays
        self._beside = self._data.fillers.union(self._data.published, self._data.updated, weekdays)

    def lines(self, text: str) -> list[Extent]:
        """The lines that say when the text was published, and nothing else."""
        return [line.extent for line in self._dated(text) if line.alone]

    def published(self, text: str) -> str | None:
        """The start of the day that the text gives as its own, in UTC; None where it gives none, or several.

        What is labelled so goes before a day by itself or after a place in capitals, and an update comes last.
        """
        days: list[set[str]] = [set(), set(), set()]
        for line in self._dated(text):
            if line.says is not None:
                days[line.says].add(line.day)
        said = next(filter(None, days), set())
        return f"{min(said)}T00:00:00Z" if len(said) == 1 else None

    def _dated(self, text: str) -> Iterator[_Dated]:
        for match in _LINE.finditer(text):
            whole = match[0].rstrip()
            line = whole[:LONGEST]
            if _YEAR.search(line) and (found := self._day(line)):
                day, start, end = found
                alone = line == whole and self._is_alone(f"{line[:start]} {line[end:]}")
                says = PRINTED if alone or _opens(line, start, end) else None
                extent = Extent(start=match.start(), end=match.start() + len(whole))
                yield _Dated(extent, day, self._label(line[:start], says), alone)

    def _day(self, line: str) -> tuple[str, int, int] | None:
        """The first whole date of a line, and where it stands."""
        times = [(m.value, m.start, m.end) for m in self._times.find(line) if m.value and m.precision == 1]
        digits = ((_in_digits(*m.groups()), m.start(), m.end()) for m in _DIGITS.finditer(line))
        return min((*times, *((day, start, end) for day, start, end in digits if day)), key=itemgetter(1), default=None)

    def _label(self, before: str, default: int | None) -> int | None:
        """What a line calls its day, where it says nothing else before it."""
        words = _words(before)
        if not words <= self._beside:
            return default
        return UPDATED if words & self._data.updated else PUBLISHED if words & self._data.published else default

    def _is_alone(self, rest: str) -> bool:
        """Whether what a line has beside its day is the time, a byline or the name of an outlet."""
        parts = [part for part in _PARTS.split(_CLOCK.sub(" ", rest)) if _WORD.search(part)]
        return not _SENTENCE.search(rest.rstrip()) and all(self._is_beside(part, len(parts) > 1) for part in parts)

    def _is_beside(self, part: str, among: bool) -> bool:
        words = _WORD.findall(part)
        named = all(word[0].isupper() or word == "and" for word in words[1:])
        byline = words[0].lower() in self._data.by and len(words) > 1
        outlet = among and words[0][0].isupper() and len(words) <= NAMES
        return _words(part) <= self._beside or (named and (byline or outlet))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(_CLOCK.sub(" ", text))}


def _opens(line: str, start: int, end: int) -> bool:
    """Whether a day stands between the place and the first words of a report: "LORN, 22 May 2023 (Northwire) -"."""
    return bool(_PLACE.fullmatch(line, 0, start) and _DASH.match(line, end))


def _in_digits(a: str, mark: str, b: str, c: str) -> str | None:
    """The ISO form of a day in digits, None where day and month may stand in either order.

    >>> _in_digits("13", "/", "3", "24"), _in_digits("3", "/", "12", "2024"), _in_digits("3", ".", "12", "2024")
    ('2024-03-13', None, '2024-12-03')
    """
    if len(a) > 2:
        return _iso(a, b, c)
    year = c if len(c) == 4 else f"20{c}"
    days = {day for day in (_iso(year, b, a), mark != "." and _iso(year, a, b)) if day}
    return days.pop() if len(days) == 1 else None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
