"""Does a clause say the same as the claim but for one word, in whose place its opposite stands?

"The border is open" beside "The border is closed". Where nearly all else of the claim stands in the clause, the two
exclude each other so surely that no model needs to be asked; elsewhere opposites may be about different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from rules.matching.opposites import Opposites, Opposition, Pole
from rules.matching.profile import Profile, Profiler
from rules.matching.words import Words
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

FILE = "en/counterparts.yaml"
_SAME = 0.6  # share of the rest of the claim, by weight, that a clause must have
_ALIKE = 0.5  # cosine from which two words may speak of one thing
_NEAR = 4  # words within which a negation stands before what it turns round
_Found = tuple[Pole, frozenset[str]]


class Counterparts:
    """Compares a claim with the clauses of what a report says.

    >>> counterparts = Counterparts(Rulebook())
    >>> counterparts.differ("The border at Lug is closed.", "Guards said that the border at Lug is open.")
    True
    >>> counterparts.differ("The border at Lug is closed.", "The border was closed, but shops at Lug are open.")
    False
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._profile = rulebook.part(Words), rulebook.part(Profiler).profile
        entries = [*rulebook.entries("en/opposites.yaml", Opposition), *rulebook.entries(FILE, Opposition)]
        self._opposites = Opposites(rulebook, entries)
        ends = any_of(self._words.clause_ends | self._words.asides)
        self._clauses = re.compile(rf"[.;:,!?]\s|\b(?:{ends})\b", re.IGNORECASE)
        self._negations = {self._words.stem(word) for word in self._words.negations}

    def differ(self, claim: str, said: str) -> bool:
        """Whether a clause of `said` has the opposite of a word of `claim` and nearly all of its other words."""
        about, told = list(self._poles(claim)), {pole for pole, _ in self._poles(said)}
        mine = {pole for pole, _ in about}
        open_ = [(pole, stems) for pole, stems in about if _other(pole) in told - mine and pole not in told]
        return any(self._stands_in(claim, pole, stems, said) for pole, stems in open_)

    def _stands_in(self, claim: str, pole: Pole, stems: frozenset[str], said: str) -> bool:
        for clause in self._clauses.split(said):
            if _other(pole) in {found for found, _ in self._poles(clause)}:
                return _shared(self._profile(claim), stems, self._profile(clause)) >= _SAME
        return False

    def _poles(self, text: str) -> Iterator[_Found]:
        """The poles that a text names, turned round behind a negation, with the stems that name them."""
        stems = [word.stem for word in self._words.split(text)]
        for start in range(len(stems)):
            length, poles = self._opposites.longest_at(stems, start)
            negated = bool(poles) and self._is_negated(stems, start)
            for number, right in poles:
                yield (number, right != negated), frozenset(stems[start : start + length])

    def _is_negated(self, stems: Sequence[str], start: int) -> bool:
        return not self._negations.isdisjoint(stems[max(0, start - _NEAR) : start])


def _other(pole: Pole) -> Pole:
    return (pole[0], not pole[1])


def _shared(claim: Profile, stems: frozenset[str], clause: Profile) -> float:
    """How much of a claim, but for these stems, a clause has in the same words or in similar ones."""
    rest = [place for place, stem in enumerate(claim.weights) if stem not in stems]
    if not rest or not clause.weights:
        return 0.0
    alike = np.maximum.reduce(claim.vectors[rest] @ clause.vectors.T, axis=1) >= _ALIKE
    return float(claim.masses[rest][alike].sum() / claim.masses[rest].sum())
