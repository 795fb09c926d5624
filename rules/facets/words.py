"""The word lists by which facets are recognised, as `en/facets.yaml` gives them."""

from __future__ import annotations

from rules.model import Record
from rules.rulebook import Rulebook


class _Words(Record, frozen=True, kw_only=True):
    footage: frozenset[str]
    agents: frozenset[str]
    passives: frozenset[str]
    openers: frozenset[str]


class FacetWords:
    """Word lists, all in lower case; see the comments in the data file for what each is for."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table("en/facets.yaml", _Words)
        self.footage, self.agents, self.passives = words.footage, words.agents, words.passives
        self.openers = words.openers
