"""Clauses of a text, and how much of a claim one of them has: in the same words, or in similar ones."""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np

from rules.matching.profile import Profiler
from rules.matching.words import Word, Words
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_NEARLY_ALL = 0.6  # share of the claim's words, by weight, from which a clause is about the same
ALIKE = 0.5  # cosine from which two words may speak of one thing


class Clauses:
    """Splits texts and compares clauses with a claim.

    >>> clauses = Clauses(Rulebook())
    >>> clauses.split("The border was closed, but shops at Lug and Pell are open.")
    ['The border was closed', '', 'shops at Lug and Pell are open.']
    >>> round(clauses.share("The Orlo dam has burst.", ["burst"], "the dam was intact"), 1)
    1.0
    """

    def __init__(self, rulebook: Rulebook) -> None:
        profiler = rulebook.part(Profiler)
        self._words, self._profile, self._stems = rulebook.part(Words), profiler.profile, profiler.stems
        words = self._words.clauses
        ends = any_of((self._words.clause_ends | self._words.asides) - {words.joining, words.comparing})
        self._ends = re.compile(
            rf"[.;:,!?]\s|\b(?:{ends}|{words.joining}(?! (?-i:[A-Z]))"
            rf"|{words.comparing}(?! (?:{any_of(words.compared)})\b))\b", re.IGNORECASE)
        self._pronoun = re.compile(rf"\b(?:{any_of(words.pronouns)})\b", re.IGNORECASE)
        self._owned = re.compile(rf"\W*(?:{any_of(words.owners)})\b", re.IGNORECASE)
        self._reduced = re.compile(words.reduced)

    def split(self, text: str) -> list[str]:
        """The clauses of a text; "and" between names joins these, and "as planned" begins none."""
        return [clause.strip() for clause in self._ends.split(text)]

    def asserted(self, text: str) -> str:
        """A text without participles that only tell who is meant, behind a noun and before a verb.

        >>> Clauses(Rulebook()).asserted("the men held in Lorn were freed")
        'the men were freed'
        """
        return self._reduced.sub("", text)

    def share(self, claim: str, stems: Collection[str], clause: str) -> float:
        """How much of a claim, but for these stems, a clause has.

        Names that it lacks do not count where it names nobody else, or has a pronoun: "the dam" is the claim's.
        """
        about, told = self._profile(claim), self._profile(clause)
        meant = self.names(claim) - told.weights.keys() if self._points(clause, about.weights) else frozenset()
        rest = [n for n, stem in enumerate(about.weights) if stem not in stems and stem not in meant]
        if not rest or not told.weights:
            return 0.0
        alike = np.maximum.reduce(about.vectors[rest] @ told.vectors.T, axis=1) >= ALIKE
        return float(about.masses[rest][alike].sum() / about.masses[rest].sum())

    def tells(self, claim: str, clause: str, but: Collection[str] = ()) -> bool:
        """Whether a clause has nearly all of a claim, but for these stems, so that it is about the same."""
        return self.share(claim, but, clause) >= _NEARLY_ALL

    def words(self, text: str) -> frozenset[str]:
        """The stems of the words of a text that carry meaning."""
        return self._stems(text)

    def _points(self, clause: str, known: Collection[str]) -> bool:
        """Whether a clause may refer to somebody it does not name; "his house" is about something else."""
        if self._owned.match(clause):
            return False
        return bool(self._pronoun.search(clause)) or all(stem in known for stem in self.names(clause))

    def names(self, text: str) -> frozenset[str]:
        """The stems of the names of a text; the first word is one if the next is."""
        words: list[Word] = self._words.split(text)
        return frozenset(word.stem for n, word in enumerate(words)
                         if word.capital and (n > 0 or (len(words) > 1 and words[1].capital)))
