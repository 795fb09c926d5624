"""The terms by which a statement is found among all that are stored: its rarest words, its places, its actions."""

from __future__ import annotations

from collections.abc import Sequence

from rules.facets import name_key
from rules.linking.statement import Statement
from rules.matching.actions import Actions
from rules.matching.frequencies import Frequencies
from rules.matching.posts import read_post
from rules.matching.words import Word, Words
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
        terms = {w.stem[:60]: weight for w, weight in self._rarest(words)}
        terms |= {f"@{name_key(place)}"[:60]: PLACE for place in item.places}
        poles = self._actions.poles([w.stem for w in words])
        return terms | {f"#{self._actions.entries[number].id}": ACTION for number, _ in poles}

    def beginnings(self, text: str) -> dict[str, float]:
        """How the rarest words of a text begin in all their forms, with weights; links are left out.

        >>> list(Terms(Rulebook()).beginnings("Ferries collided https://a.example/1"))
        ['collid', 'Ferr']
        """
        rarest = self._rarest(self._words.split(read_post(text).text))
        return {word.text[: len(word.stem) - word.stem.endswith("y")]: weight for word, weight in rarest}

    def _rarest(self, words: Sequence[Word]) -> list[tuple[Word, float]]:
        by_stem = {w.stem: w for w in words if w.stem not in self._words.stop_words}
        weighted = [(word, self._frequencies.weight(stem)) for stem, word in by_stem.items()]
        return sorted(weighted, key=lambda found: (-found[1], found[0].stem))[:MOST_WORDS]
