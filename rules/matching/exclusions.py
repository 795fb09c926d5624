"""All ways in which a report speaks against a claim without a word of denial, the surest first."""

from __future__ import annotations

from collections.abc import Sequence

from rules.matching.contradiction import OPPOSITE, Contradiction
from rules.matching.counterparts import Counterparts
from rules.matching.exclusive import Exclusive
from rules.matching.negated import Negated
from rules.matching.reversals import Reversals
from rules.matching.said_no import SaidNo
from rules.matching.slots import Slots
from rules.matching.states import States
from rules.model import Record, Stance
from rules.rulebook import Rulebook


class Exclusion(Record, frozen=True, kw_only=True):
    """The stance that a report takes, and what shows it, in words for an explanation."""

    stance: Stance
    grounds: str


class Exclusions:
    """Asks each of them in turn."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._reversals, self._contradiction = rulebook.part(Reversals), rulebook.part(Contradiction)
        self._counterparts, self._negated = rulebook.part(Counterparts), rulebook.part(Negated)
        self._slots, self._states = rulebook.part(Slots), rulebook.part(States)
        self._said_no, self._exclusive = rulebook.part(SaidNo), rulebook.part(Exclusive)

    def of(self, claim: str, said: str, sentence: str, beside: Sequence[str] = ()) -> Exclusion | None:
        """How what is `said`, in a `sentence`, excludes the claim; `beside` are the other texts about that.

        >>> Exclusions(Rulebook()).of("Ana Moll was born in Lorn.", "Moll was born in Orvik", "Moll was born in Orvik.")
        Exclusion(stance=<Stance.DENIES: 'denies'>, grounds='going by “born in Orvik”')
        """
        if outcome := self._reversals.of(claim, said, beside):
            return Exclusion(stance=outcome.stance, grounds=f"going by “{outcome.words}”")
        if belied := self._states.belied(claim, sentence):
            return Exclusion(stance=belied.stance, grounds=f"going by “{belied.words}”")
        if only := self._exclusive.words(claim, said):
            return Exclusion(stance=Stance.DENIES, grounds=f"going by “{only}”")
        by_clause = self._by_clause(claim, said) or self._by_clause(claim, sentence)
        grounds = self._contradiction.grounds(claim, said) or by_clause
        denies = grounds and not self._said_no.goes_on(claim, said)
        return Exclusion(stance=Stance.DENIES, grounds=grounds) if grounds and denies else None

    def _by_clause(self, claim: str, sentence: str) -> str | None:
        """What excludes the claim in a clause that has nearly all of its words."""
        if self._counterparts.differ(claim, sentence):
            return OPPOSITE
        words = self._negated.words(claim, sentence) or self._slots.other(claim, sentence)
        return f"going by “{words}”" if words else None
