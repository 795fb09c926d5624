"""Kinds of action, as data: what two claims say happened, in whatever words."""

from __future__ import annotations

from collections.abc import Sequence

from rules.linking.figures import LinkWords
from rules.matching.opposites import Opposites, Opposition, Pole
from rules.matching.words import Words
from rules.rulebook import Rulebook

FILE = "en/actions.yaml"


class Action(Opposition, frozen=True, kw_only=True):
    """A kind of action: wordings that assert it (`left`), wordings that exclude it (`right`), and its weight."""

    id: str
    weight: float


class Actions(Opposites):
    """Finds the actions of a text, asserted or excluded: poles of (number of the action, excluded)."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.entries = rulebook.entries(FILE, Action)
        super().__init__(rulebook, self.entries)
        split = rulebook.part(Words).split
        background = rulebook.table("en/linking.yaml", LinkWords).background
        self._background = {tuple(word.stem for word in split(phrase)) for phrase in background}

    def poles(self, stems: Sequence[str]) -> frozenset[Pole]:
        """Like that of opposites, but each word counts once ("tried to enter" is no entry) and background does not."""
        found: set[Pole] = set()
        start = 0
        while start < len(stems) and not (found and self._in_background(stems, start)):
            length, poles = self.longest_at(stems, start)
            found |= poles
            start += max(1, length)
        return frozenset(found)

    def _in_background(self, stems: Sequence[str], start: int) -> bool:
        return any(tuple(stems[start : start + length]) in self._background for length in (1, 2))
