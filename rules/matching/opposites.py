"""Opposites: events and states that exclude each other, "taken control" / "repelled", as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec

from rules.matching.words import Words
from rules.model import Record
from rules.rulebook import Rulebook

_Phrases = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
Pole = tuple[int, bool]


class Opposition(Record, frozen=True, kw_only=True):
    """Two groups of phrases; what one group says happened excludes what the other says.

    `rival`: they are accounts of one event, whatever words they share: an attack or an accident, civilians or a target.
    """

    left: _Phrases
    right: _Phrases
    rival: bool = False


class Opposites:
    """Finds the poles of oppositions (of `en/opposites.yaml`, unless others are given) that a text names."""

    def __init__(self, rulebook: Rulebook, oppositions: Sequence[Opposition] | None = None) -> None:
        self._words = rulebook.part(Words)
        self._poles: dict[tuple[str, ...], set[Pole]] = {}
        oppositions = oppositions or rulebook.entries("en/opposites.yaml", Opposition)
        self.rivals = frozenset(number for number, entry in enumerate(oppositions) if entry.rival)
        for number, entry in enumerate(oppositions):
            for phrases, right in ((entry.left, False), (entry.right, True)):
                for phrase in phrases:
                    self._poles.setdefault(self._stems(phrase), set()).add((number, right))
        self._longest = max(map(len, self._poles))
        self._first = frozenset(stems[0] for stems in self._poles)

    def _stems(self, phrase: str) -> tuple[str, ...]:
        return tuple(word.stem for word in self._words.split(phrase))

    def poles(self, stems: Sequence[str]) -> frozenset[Pole]:
        """The poles that phrases among `stems` stand for; the longest phrase wins where several begin together."""
        found: set[Pole] = set()
        for start, stem in enumerate(stems):
            if stem in self._first:
                found |= self.longest_at(stems, start)[1]
        return frozenset(found)

    def longest_at(self, stems: Sequence[str], start: int) -> tuple[int, set[Pole]]:
        """The longest phrase that begins at `start`: how many stems it has, and its poles."""
        for length in range(min(self._longest, len(stems) - start), 0, -1):
            poles = self._poles.get(tuple(stems[start : start + length]))
            if poles is not None:
                return length, poles
        return 0, set()


def clash(a: frozenset[Pole], b: frozenset[Pole]) -> int:
    """How many oppositions two texts stand at different ends of, neither naming both."""
    return sum((number, not right) in b and (number, right) not in b and (number, not right) not in a
               for number, right in a)  # fmt: skip
