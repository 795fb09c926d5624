"""The terms by which a statement is found among all that are stored: its rarest words, its places, its actions."""

from __future__ import annotations

from rules.facets import name_key
from rules.linking.actions import Actions
from rules.linking.statement import Statement
from rules.matching.frequencies import Frequencies
from rules.matching.words import Words
from rules.rulebook import Rulebook

MOST_WORDS = 12
PLACE, ACTION = 4.0, 3.0


class Terms:
    """Terms with weights that are the rulebook's own, so that they do not depend on what else is stored."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._frequencies = rulebook.part(Words), rulebook.part(Frequencies)
        self._actions = rulebook.part(Actions)

    def of(self, item: Statement) -> dict[str, float]:
        """Weight by term; places begin with @, actions with #."""
        words = self._words.split(item.text)
        stems = {w.stem[:60] for w in words if w.stem not in self._words.stop_words}
        rarest = sorted(stems, key=lambda stem: (-self._frequencies.weight(stem), stem))[:MOST_WORDS]
        terms = {stem: self._frequencies.weight(stem) for stem in rarest}
        terms |= {f"@{name_key(place)}"[:60]: PLACE for place in item.places}
        poles = self._actions.poles([w.stem for w in words])
        return terms | {f"#{self._actions.entries[number].id}": ACTION for number, _ in poles}
