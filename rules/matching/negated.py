"""Does a clause say no to a claim, with nearly all of its words? "Refused to say sorry", "without power"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from rules.matching.clauses import ALIKE, Clauses
from rules.matching.counterparts import Counterparts, other
from rules.matching.negators import Negators
from rules.matching.profile import Profiler
from rules.matching.words import Word, Words
from rules.rulebook import Rulebook

_REACH = 2  # words that carry meaning, behind a negator, that it speaks of


class Negated:
    """Compares a claim with the clauses of what a report says.

    >>> negated = Negated(Rulebook())
    >>> negated.words("The minister apologised to the victims.", "The minister refused to apologise to victims.")
    'refused to apologise to victims'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._split, self._stop_words = rulebook.part(Words).split, rulebook.part(Words).stop_words
        self._negators, self._profile = rulebook.part(Negators), rulebook.part(Profiler).profile
        self._clauses, self._poles = rulebook.part(Clauses), rulebook.part(Counterparts).poles

    def words(self, claim: str, said: str) -> str | None:
        """The words by which a clause of `said` says no to `claim`; None where none does.

        A claim that says no itself is left alone, and so is a clause with several negators: two cancel each other.
        """
        if any(self._found(claim)):
            return None
        for clause in self._clauses.split(said):
            found = list(self._found(clause))
            if len(found) == 1 and self._clauses.tells(claim, clause):
                words, reached = found[0]
                if self._is_told(claim, reached):
                    return words
        return None

    def _found(self, text: str) -> Iterator[tuple[str, list[Word]]]:
        """Each negator of a text with the words up to the last that it reaches, and those that carry meaning."""
        words = self._split(text)
        stems = [word.stem for word in words]
        start = 0
        while start < len(words):
            length = self._negators.at(stems, start)
            if length:
                yield self._reached(words, start, start + length)
            start += max(1, length)

    def _reached(self, words: Sequence[Word], start: int, end: int) -> tuple[str, list[Word]]:
        full = [n for n, word in enumerate(words[end:], end) if word.text.lower() not in self._stop_words][:_REACH]
        last = full[-1] + 1 if full else end
        return " ".join(word.text for word in words[start:last]), [words[n] for n in full]

    def _is_told(self, claim: str, reached: Sequence[Word]) -> bool:
        """Whether the claim has one of these words, names aside, or one like it that is not its opposite."""
        words = " ".join(word.text for word in reached if not word.capital)
        about, told = self._profile(claim), self._profile(words)
        if not about.weights or not told.weights:
            return False
        opposite = {other(pole) for pole, _ in self._poles(words)}
        turned = not opposite.isdisjoint(pole for pole, _ in self._poles(claim))
        return not turned and bool(np.max(about.vectors @ told.vectors.T) >= ALIKE)
