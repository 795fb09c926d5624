"""Kinds of action, as data: what two claims say happened, in whatever words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from rules.facets.calendar import Calendar
from rules.matching.opposites import Opposites, Opposition, Pole
from rules.matching.words import Words
from rules.model import Record
from rules.rulebook import Rulebook

FILES = "en/actions*.yaml"
REMEMBERED = 2048  # texts whose actions are kept: each is asked for when it is read, indexed and compared


class Action(Opposition, frozen=True, kw_only=True):
    """A kind of action: wordings that assert it (`left`), wordings that exclude it (`right`), and its weight.

    `named`: it speaks only where two statements share a name, or a place where one of them names nothing else. `ends`:
    what excludes it tells that it is over, which denies nothing ("the ban was lifted").
    """

    id: str
    weight: float
    named: bool = False
    ends: bool = False


class _ActionWords(Record, frozen=True, kw_only=True):
    """Words that begin background; that begin what is only said aside; that look like an action and are none; that may
    stand between "not" and its verb.
    """

    background: tuple[str, ...]
    aside: tuple[str, ...]
    idle: tuple[str, ...]
    auxiliaries: tuple[str, ...]


class Actions(Opposites):
    """Finds the actions of a text, asserted or excluded: poles of (number of the action, excluded)."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.entries = rulebook.entries(FILES, Action)
        super().__init__(rulebook, self.entries)
        words, data = rulebook.part(Words), rulebook.table("en/action_words.yaml", _ActionWords)
        self._aside = {self._stems(phrase) for phrase in data.aside}
        self._background = self._aside.union(map(self._stems, data.background))
        self._poles |= {self._stems(phrase): set() for phrase in data.idle}
        self._negations = {words.stem(word) for word in words.negations}
        self._auxiliaries = {words.stem(word) for word in data.auxiliaries}
        self._words, self._months = words, rulebook.table("en/times.yaml", Calendar).months
        self.told = lru_cache(REMEMBERED)(self._told)

    def _told(self, text: str) -> frozenset[Pole]:
        """The actions of a text. "March" with a capital is a month, and no protest."""
        months = self._months
        return self.poles([w.stem if w.text.islower() or w.text.lower() not in months else ""
                           for w in self._words.split(text)])

    def kinds(self, text: str) -> set[int]:
        """The kinds of action told of, asserted or not: "injured" and "unhurt" are one."""
        return {number for number, _ in self.told(text)}

    def poles(self, stems: Sequence[str]) -> frozenset[Pole]:
        """The actions that `stems` assert or exclude; each word counts once: in "tried to enter" nobody enters.

        Background clauses and asides do not count; a negation turns an assertion into an exclusion.
        """
        found: set[Pole] = set()
        start = 0
        while start < len(stems) and not self._stops(stems, start, self._background if found else self._aside):
            length, poles = self.longest_at(stems, start)
            negated = self._negated(stems, start)
            found |= {(number, excluded != negated) for number, excluded in poles}
            start += max(1, length)
        return frozenset(found)

    def _negated(self, stems: Sequence[str], start: int) -> bool:
        """Whether a negation stands before a phrase: "nobody broke through", "had not been taken"."""
        while start > 0 and stems[start - 1] in self._auxiliaries:
            start -= 1
        return start > 0 and stems[start - 1] in self._negations

    def _stops(self, stems: Sequence[str], start: int, at: Collection[tuple[str, ...]]) -> bool:
        return any(tuple(stems[start : start + length]) in at for length in (1, 2))
