"""Which facets a claim asserts, seen from its words alone in microseconds: what a check of it would have to cover."""

from __future__ import annotations

import re
from functools import lru_cache

from rules.facets.numbers import NumberReader
from rules.facets.places import Gazetteer
from rules.facets.times import TimeReader
from rules.facets.words import FacetWords
from rules.model import Event, Facet
from rules.rulebook import Rulebook

_DIGIT = re.compile(r"\d")
# A claim is judged again with every report that joins it, as its hedges are.
_REMEMBERED, _SHORT = 4096, 600
_LEAD = 24
"""Most characters before a calendar word that belong to its expression: "the last three"."""
_TOKEN = re.compile(r"[^\W_][\w’'-]*")


class AssertedFacets:
    """Decides facet by facet, cautiously: what no word shows is not asserted."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(FacetWords)
        self._numbers = rulebook.part(NumberReader)
        self._times = rulebook.part(TimeReader)
        self._places = rulebook.part(Gazetteer)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._find)

    def find(self, text: str, event: Event | None) -> tuple[Facet, ...]:
        """The asserted facets in the order of `Facet`."""
        find = self._remembered if len(text) <= _SHORT else self._find
        return find(text, bool(event and event.place), bool(event and event.date))

    def _find(self, text: str, placed: bool, dated: bool) -> tuple[Facet, ...]:
        tokens = _TOKEN.findall(text)
        lower = [t.lower() for t in tokens]
        words = frozenset(lower)
        asserted = (
            (Facet.ACTOR, self._has_actor(tokens, lower, words)),
            (Facet.ACTION, len(tokens) > 1),
            (Facet.PLACE, placed or self._places.names_one(text)),
            (Facet.TIME, dated or self._has_time(text, words)),
            (Facet.NUMBER, self._has_number(text, words)),
            (Facet.AUTHENTICITY, not words.isdisjoint(self._words.footage)),
        )
        return tuple(facet for facet, holds in asserted if holds)

    def _has_time(self, text: str, words: frozenset[str]) -> bool:
        start = _first(text, words & self._times.words)
        return start is not None and next(self._times.find(text, start=max(0, start - _LEAD)), None) is not None

    def _has_number(self, text: str, words: frozenset[str]) -> bool:
        start = _first(text, words & self._numbers.words)
        return start is not None and next(self._numbers.find(text, max(0, start - 1)), None) is not None

    def _has_actor(self, tokens: list[str], lower: list[str], words: frozenset[str]) -> bool:
        """An agent noun, or a name as the subject of an active verb."""
        if not words.isdisjoint(self._words.agents):
            return True
        run = 0
        while run < len(tokens) and tokens[run][0].isupper():
            run += 1
        named = run > 1 or (run == 1 and lower[0] not in self._words.openers)
        return named and run < len(tokens) and lower[run] not in self._words.passives


def _first(text: str, words: frozenset[str]) -> int | None:
    """Where the first of the words or the first digit stands, None without any; searches need not begin before."""
    digit = _DIGIT.search(text)
    lower = text.lower() if words else ""
    grown = max(0, len(lower) - len(text))  # "İ" is two characters in lower case
    return min([lower.find(word) - grown for word in words] + ([digit.start()] if digit else []), default=None)
