"""Times: dates and relative days, resolved against the day of publication, with UCDP precision.

Precision: 1 a day, 2 a few days, 3 a week, 4 a month, 5 a longer part of a year or a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facets.calendar import Calendar
from rules.facets.numbers import NumberReader
from rules.facets.resolving import Resolver, day_of
from rules.model import FacetMention
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase, any_of

_CLAUSE_END = re.compile(r"[.,;:!?]")
_SHORT = 5  # letters: a shorter name of a month may be an abbreviation, as "Jan" is
SINCE = 40  # characters before a time in which "since" may stand
_YEAR = r"(?:19|20)\d\d"
REACH = 60  # characters of the clause before a day in which its verb may stand


class TimeReader:
    """Finds dates and says which day, month or year they mean.

    >>> [(m.text, m.value, m.precision) for m in
    ...  TimeReader(Rulebook()).find("The raid began on Monday; the last was in March.", "2023-05-24T10:00:00Z")]
    [('Monday', '2023-05-22', 1), ('March', '2023-03', 4)]
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._data = data = rulebook.table("en/times.yaml", Calendar)
        cardinals = rulebook.part(NumberReader).cardinals
        self._count = cardinals | data.counts
        self.words = frozenset(
            word for group in (data.weekdays, data.months, data.seasons, data.days, data.units) for name in group
            for word in (name, f"{name}s") if " " not in word
        ).union(data.parts_of_day)  # fmt: skip
        self._resolver, self._pattern = Resolver(data, self._count), AnyCase(self._grammar())
        self._month_follows = re.compile(rf"\b(?:{any_of(data.before_months)}) $|\bmid-$", re.IGNORECASE)
        self._deadline = re.compile(rf"\bby (?:(?:{any_of(data.deadline)}) )*$")
        since = any_of(data.since)
        self._since = re.compile(rf"\b(?:{since})(?: [a-z]+){{0,3}} $", re.IGNORECASE)
        self._begins_since = re.compile(rf"(?:{since}) ", re.IGNORECASE)
        self._verbs = {month.capitalize() for month in data.verbs}
        self._whole = {m.capitalize() for m in data.months if not any(o != m and o.startswith(m) for o in data.months)}

    def find(self, text: str, published_at: str | None = None, start: int = 0) -> Iterator[FacetMention]:
        """Every time that `text` names from `start` on; `value` is None where the day of publication is needed."""
        published = day_of(published_at)
        for match in self._pattern.finditer(text, start):
            if self._is_no_month(match):
                continue
            resolved = self._resolver.of(match, published, self._lies_ahead(text, match))
            value, precision = resolved if resolved else (None, None)
            yield FacetMention(start=match.start(), end=match.end(), text=match[0], value=value, precision=precision)

    def lasts(self, time: FacetMention, text: str) -> bool:
        """Whether a time begins a period that still lasts: "since Monday", "since the end of March"."""
        before = text[max(0, time.start - SINCE) : time.start]
        return self._since.search(before) is not None or self._begins_since.match(time.text) is not None

    def _grammar(self) -> str:
        forms = (*self._dates(), *self._days_and_spans(), *self._years())
        return rf"\b(?=[\d{self._initials()}])(?:" + "|".join(forms) + ")"

    def _initials(self) -> str:
        """The letters with which a time may begin, so that where none can is seen at once."""
        data = self._data
        starts = (*data.months, *data.weekdays, *data.days, *self._count, *data.which, *data.spans,
                  *data.within_year, *data.year_bounds, data.earlier)
        return "".join(sorted({word[0] for word in starts}))

    def _dates(self) -> tuple[str, ...]:
        """Dates in figures, and months with or without their day and year: "3 May", "May 3, 2023", "May last year"."""
        months, day, steps = any_of(self._data.months), r"[0-3]?\d(?:st|nd|rd|th)?", any_of(self._data.which)
        whose = rf"(?:,? (?:of )?(?P<{{}}_whose>{steps}) year\b)?"
        return (
            r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b",
            rf"(?P<day>{day})(?: of)? (?P<day_month>{months})\b(?:\.?,? (?P<day_year>{_YEAR})\b)?"
            + whose.format("day"),
            rf"(?P<month>{months})\b(?:\.?(?= \d))?(?: (?P<month_day>{day})\b(?!:))?"
            rf"(?:,? (?P<month_year>{_YEAR})\b)?" + whose.format("month"),
        )

    def _days_and_spans(self) -> tuple[str, ...]:
        """What is named from the day of publication: "last Monday night", "this spring", "two weeks ago"."""
        data, which = self._data, any_of(self._data.which)
        part = rf" (?:(?:{any_of(data.early_or_late)}) )?(?:{any_of(data.parts_of_day)})"
        return (
            rf"(?:(?P<which>{which}) )?(?P<weekday>{any_of(data.weekdays)})\b(?:{part})?",
            rf"(?:{data.earlier} )?(?P<relative>{any_of(data.days)})\b",
            rf"(?P<season_which>{which}) (?P<season>{any_of(data.seasons)})\b",
            rf"(?P<span_which>{any_of((*data.which, *data.spans))}) (?P<span>week|month|year)\b",
            rf"(?P<count>{any_of(self._count)}|\d+) (?P<unit>{any_of(data.units)})s? (?:{any_of(data.ago)})\b",
        )

    def _years(self) -> tuple[str, ...]:
        """Years by themselves, in which something happened or that are a bound: "in late 2023", "by 2030"."""
        data = self._data
        part = rf"(?:(?:{any_of(data.early_or_late)})[ -])?"
        counts = rf"(?! (?:[a-z]+s|{any_of(data.no_years)})\b)"  # "after 2000 men had fled"
        return (rf"(?:{any_of(data.within_year)}) {part}(?P<year>{_YEAR})\b",
                rf"(?:{any_of(data.year_bounds)}) {part}(?P<bound>{_YEAR})\b{counts}")

    def _lies_ahead(self, text: str, match: re.Match[str]) -> bool:
        before = text[max(0, match.start() - REACH) : match.start()].lower()
        near, clause = re.findall(r"[a-z]+", before[-40:])[-5:], _CLAUSE_END.split(before)[-1].split()
        words, deadline = self._data.ahead, bool(self._deadline.search(before))
        return deadline or not words.isdisjoint(near) or not self._data.future.isdisjoint(clause)

    def _is_no_month(self, match: re.Match[str]) -> bool:
        """Whether a month's name is a word here: "may" and "march" as verbs, or an abbreviation without a day."""
        name = match["month"]
        if name is None or match["month_day"] or match["month_year"]:
            return bool(name) and not name[0].isupper()
        if not name[0].isupper() or (len(name) < _SHORT and name not in self._whole):
            return True
        before = match.string[max(0, match.start() - 12) : match.start()]
        return name in self._verbs and not self._month_follows.search(before)
