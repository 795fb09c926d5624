"""The calendar words of a language, as `en/times.yaml` gives them."""

from __future__ import annotations

from rules.model import Record


class Calendar(Record, frozen=True, kw_only=True):
    """Weekdays from 0, months from 1, seasons by their first month, days from publication, units in days.

    The comments in the data file say what each list of words is for.
    """

    weekdays: dict[str, int]
    months: dict[str, int]
    seasons: dict[str, int]
    days: dict[str, int]
    which: dict[str, int]
    spans: dict[str, int]
    counts: dict[str, int]
    ago: tuple[str, ...]
    earlier: str
    parts_of_day: tuple[str, ...]
    early_or_late: tuple[str, ...]
    no_years: tuple[str, ...]
    units: dict[str, int]
    ahead: frozenset[str]
    future: frozenset[str]
    deadline: frozenset[str]
    since: frozenset[str]
    verbs: frozenset[str]
    before_months: frozenset[str]
    within_year: frozenset[str]
    year_bounds: frozenset[str]
