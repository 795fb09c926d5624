"""All ways in which a report speaks against a claim without a word of denial, the surest first."""

from __future__ import annotations

from rules.matching.contradiction import OPPOSITE, Contradiction
from rules.matching.counterparts import Counterparts
from rules.matching.exclusive import Exclusive
from rules.matching.negated import Negated
from rules.matching.reversals import Reversals
from rules.matching.rivals import Rivals
from rules.matching.said_no import SaidNo
from rules.matching.slots import Slots
from rules.matching.states import States
from rules.model import Record, Stance
from rules.rulebook import Rulebook


class Exclusion(Record, frozen=True, kw_only=True):
    """The stance that a report takes, and what shows it, in words for an explanation.

    `shown` has the stems of footage that it discredits, as `Reversal` has them.
    """

    stance: Stance
    grounds: str
    shown: frozenset[str] = frozenset()


class Exclusions:
    """Asks each of them in turn."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._reversals, self._contradiction = rulebook.part(Reversals), rulebook.part(Contradiction)
        self.others_rest = self._reversals.others_rest
        self._counterparts, self._negated = rulebook.part(Counterparts), rulebook.part(Negated)
        self._slots, self._states = rulebook.part(Slots), rulebook.part(States)
        self._said_no, self._exclusive = rulebook.part(SaidNo), rulebook.part(Exclusive)
        self._rivals = rulebook.part(Rivals)

    def of(self, claim: str, said: str, sentence: str) -> Exclusion | None:
        """How what is `said`, in a `sentence`, excludes the claim.

        >>> said = "Moll was born in Orvik"
        >>> Exclusions(Rulebook()).of("Ana Moll was born in Lorn.", said, f"{said}.").grounds
        'going by “born in Orvik”'
        """
        if outcome := self._reversals.of(claim, said):
            return Exclusion(stance=outcome.stance, grounds=f"going by “{outcome.words}”", shown=outcome.shown)
        if belied := self._states.belied(claim, sentence):
            return Exclusion(stance=belied.stance, grounds=f"going by “{belied.words}”")
        if words := self._exclusive.words(claim, said) or self._rivals.words(claim, sentence):
            return Exclusion(stance=Stance.DENIES, grounds=f"going by “{words}”")
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
