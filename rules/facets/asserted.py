"""Which facets a claim asserts, seen from its words alone in microseconds: what a check of it would have to cover."""

from __future__ import annotations

import re

from rules.facets.numbers import NumberReader
from rules.facets.places import Gazetteer
from rules.facets.times import TimeReader
from rules.facets.words import FacetWords
from rules.model import Event, Facet
from rules.rulebook import Rulebook

_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[^\W_][\w’'-]*")


class AssertedFacets:
    """Decides facet by facet, cautiously: what no word shows is not asserted."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(FacetWords)
        self._numbers = rulebook.part(NumberReader)
        self._times = rulebook.part(TimeReader)
        self._places = rulebook.part(Gazetteer)

    def find(self, text: str, event: Event | None) -> tuple[Facet, ...]:
        """The asserted facets in the order of `Facet`."""
        tokens = _TOKEN.findall(text)
        lower = [t.lower() for t in tokens]
        words = frozenset(lower)
        asserted = (
            (Facet.ACTOR, self._has_actor(tokens, lower, words)),
            (Facet.ACTION, len(tokens) > 1),
            (Facet.PLACE, bool(event and event.place) or self._places.names_one(text)),
            (Facet.TIME, bool(event and event.date) or self._has_time(text, words)),
            (Facet.NUMBER, self._has_number(text, words)),
            (Facet.AUTHENTICITY, not words.isdisjoint(self._words.footage)),
        )
        return tuple(facet for facet, holds in asserted if holds)

    def _has_time(self, text: str, words: frozenset[str]) -> bool:
        named = not words.isdisjoint(self._times.words) or _has_digit(text)
        return named and next(self._times.find(text), None) is not None

    def _has_number(self, text: str, words: frozenset[str]) -> bool:
        named = not words.isdisjoint(self._numbers.words) or _has_digit(text)
        return named and next(self._numbers.find(text), None) is not None

    def _has_actor(self, tokens: list[str], lower: list[str], words: frozenset[str]) -> bool:
        """An agent noun, or a name as the subject of an active verb."""
        if not words.isdisjoint(self._words.agents):
            return True
        run = 0
        while run < len(tokens) and tokens[run][0].isupper():
            run += 1
        named = run > 1 or (run == 1 and lower[0] not in self._words.openers)
        return named and run < len(tokens) and lower[run] not in self._words.passives


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None
