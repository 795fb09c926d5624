"""How telling a word is: inverse document frequency over a background of news sentences and claims."""

from __future__ import annotations

import math

from rules.model import Record
from rules.rulebook import Rulebook

FILE = "en/matching_frequencies.json"


class _Counts(Record, frozen=True, kw_only=True):
    texts: int
    terms: dict[str, int]


class Frequencies:
    """Weights of stems; the rulebook's, not the store's, so that a score does not depend on what else is stored."""

    def __init__(self, rulebook: Rulebook) -> None:
        counts = rulebook.trained(FILE, _Counts)
        self._weights = {term: math.log((counts.texts + 1) / (n + 0.5)) for term, n in counts.terms.items()}
        self._unseen = math.log((counts.texts + 1) / 1.5)

    def weight(self, stem: str) -> float:
        """Natural-log idf of `stem`; a stem never seen weighs most."""
        return self._weights.get(stem, self._unseen)
