"""Kinds of action, as data: what two claims say happened, in whatever words."""

from __future__ import annotations

from rules.matching.opposites import Opposites, Opposition
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
