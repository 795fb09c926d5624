"""Does a clause say the same as the claim but for one word, in whose place its opposite stands?

"The border is open" beside "The border is closed". Where nearly all else of the claim stands in the clause, the two
exclude each other so surely that no model needs to be asked; elsewhere opposites may be about different things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.matching.clauses import Clauses
from rules.matching.negators import Negators
from rules.matching.opposites import Opposites, Opposition, Pole
from rules.matching.words import Words
from rules.rulebook import Rulebook

FILE = "en/counterparts.yaml"
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
        self._words, self._clauses = rulebook.part(Words), rulebook.part(Clauses)
        entries = [*rulebook.entries("en/opposites.yaml", Opposition), *rulebook.entries(FILE, Opposition)]
        self._opposites = Opposites(rulebook, entries)
        self._negators = rulebook.part(Negators)

    def differ(self, claim: str, said: str) -> bool:
        """Whether a clause of `said` has the opposite of a word of `claim` and nearly all of its other words."""
        said = self._negators.idioms.sub("", self._clauses.asserted(said))
        about, told = list(self.poles(claim)), {pole for pole, _ in self.poles(said)}
        mine = {pole for pole, _ in about}
        open_ = [(pole, stems) for pole, stems in about if other(pole) in told - mine and pole not in told]
        return any(self._stands_in(claim, pole, stems, said) for pole, stems in open_)

    def _stands_in(self, claim: str, pole: Pole, stems: frozenset[str], said: str) -> bool:
        return any(self._clauses.tells(claim, clause, stems) for clause in self._clauses.split(said)
                   if other(pole) in {found for found, _ in self.poles(clause)})

    def poles(self, text: str) -> Iterator[_Found]:
        """The poles that a text names, turned round behind a negation, with the stems that name them."""
        stems = [word.stem for word in self._words.split(text)]
        for start in range(len(stems)):
            length, poles = self._opposites.longest_at(stems, start)
            negated = bool(poles) and self._is_negated(stems, start)
            for number, right in poles:
                yield (number, right != negated), frozenset(stems[start : start + length])

    def _is_negated(self, stems: Sequence[str], start: int) -> bool:
        return any(self._negators.at(stems[:start], place) for place in range(max(0, start - _NEAR), start))


def other(pole: Pole) -> Pole:
    """The other end of an opposition."""
    return (pole[0], not pole[1])
