"""Kinds of action, as data: what two claims say happened, in whatever words."""

from __future__ import annotations

from collections.abc import Sequence

from rules.matching.opposites import Opposites, Opposition, Pole
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

    def poles(self, stems: Sequence[str]) -> frozenset[Pole]:
        """Like that of opposites, but each word counts once: in "tried to enter" nobody enters."""
        found: set[Pole] = set()
        start = 0
        while start < len(stems):
            length, poles = self.longest_at(stems, start)
            found |= poles
            start += max(1, length)
        return frozenset(found)
