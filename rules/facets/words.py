"""The word lists by which facets are recognised, as `en/facets.yaml` gives them."""

from __future__ import annotations

from rules.model import Record
from rules.rulebook import Rulebook


class _Words(Record, frozen=True, kw_only=True):
    footage: frozenset[str]
    agents: frozenset[str]
    passives: frozenset[str]
    openers: frozenset[str]
    place_prepositions: frozenset[str]
    place_heads: frozenset[str]
    not_places: frozenset[str]
    place_precision: dict[str, int]


class FacetWords:
    """Word lists, all in lower case; see the comments in the data file for what each is for."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table("en/facets.yaml", _Words)
        self.footage, self.agents, self.passives = words.footage, words.agents, words.passives
        self.openers = words.openers
        self.place_prepositions, self.place_heads = words.place_prepositions, words.place_heads
        self.not_places, self.place_precision = words.not_places, words.place_precision
