"""Wordings as data."""

from __future__ import annotations

from rules.model import Record


class Wording(Record, frozen=True, kw_only=True):
    """A regular expression, used in any case, with the texts that it must and must not fit, which are its tests."""

    id: str
    pattern: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
