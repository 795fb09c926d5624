"""Does who says that something is not so say no to the claim, or does he tell that what is claimed goes on?

"The clinic said that she had not woken up" backs a claim that she is in a coma, "he had not died" denies one that he is
dead, and "he had not braked" says nothing of whether a train left the rails.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.matching.actions import Actions
from rules.matching.clauses import Clauses
from rules.matching.counterparts import Counterparts
from rules.matching.matter_features import MatterFeatures
from rules.matching.negators import Negators
from rules.matching.opposites import Pole, clash
from rules.matching.profile import Profiler
from rules.matching.words import Words
from rules.model import Record, Stance
from rules.rulebook import Rulebook

FILE = "en/endings.yaml"
_ALIKE = 0.09  # cosine of what both tell, names aside, from which they may be of one thing
_REACH = 2  # words behind a negation, among which the verb is


class _Data(Record, frozen=True, kw_only=True):
    negations: str
    none: str
    any: str
    unknowing: str
    knowing: tuple[str, ...]
    objects: frozenset[str]
    verb: str
    done: str
    endings: tuple[str, ...]
    others: tuple[str, ...]
    state: frozenset[str]
    ended: tuple[str, ...]
    between: frozenset[str]
    results: tuple[str, ...]
    harms: tuple[str, ...]


_Phrases = frozenset[tuple[str, ...]]


class SaidNo:
    """Compares a claim with what is said not to be so.

    >>> said_no = SaidNo(Rulebook())
    >>> said_no.stance("Ana Moll is missing.", "the girl had not been found")
    <Stance.SUPPORTS: 'supports'>
    >>> said_no.stance("Ana Moll was found in Lorn.", "the girl had not been seen")
    <Stance.DENIES: 'denies'>
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._actions, self._poles = rulebook.part(Actions).told, rulebook.part(Counterparts).poles
        self._split, self._clauses = rulebook.part(Words).split, rulebook.part(Clauses).split
        self._compared, self._profile = rulebook.part(MatterFeatures).of, rulebook.part(Profiler).profile
        data = rulebook.table(FILE, _Data)
        self._not, self._none, self._all = (
            re.compile(pattern, re.IGNORECASE) for pattern in (data.negations, data.none, data.any))
        self._unknowing, self._knowing = re.compile(data.unknowing, re.IGNORECASE), self._phrases(data.knowing)
        self._between, self._state = data.between, data.state
        self._objects, self._verb = data.objects, re.compile(data.verb)
        self._done, self._idioms = re.compile(data.done, re.IGNORECASE), rulebook.part(Negators).idioms
        self._sure, self._other, ended = map(self._phrases, (data.endings, data.others, data.ended))
        self._any = self._sure | self._other | ended
        self._results, harms = self._phrases(data.results), self._phrases(data.harms)
        self._harms = self._results | harms

    def stance(self, claim: str, said: str) -> Stance:
        """The stance towards `claim` of whoever says `said`, the first negation of which is what it is about."""
        found, (claim, noes) = self._not.search(said), self._not.subn("", claim)
        negated = self._negated(claim, said, found) if found else said
        opposed, ended = self._opposed(claim, negated), self._ended(claim, negated)
        if ended is Stance.SUPPORTS or (opposed is None and ended):
            return Stance.SUPPORTS if noes else ended
        if found and self._came_of(claim, said[: found.start()], negated):
            return Stance.SUPPORTS
        if opposed is None and self._profile(negated).weights and not self._is_of(claim, negated):
            return Stance.DENIES if clash(self._actions(claim), self._actions(said)) else Stance.UNRELATED
        return Stance.SUPPORTS if bool(opposed) != bool(noes) else Stance.DENIES

    def _negated(self, claim: str, said: str, found: re.Match[str]) -> str:
        """What a negation is about: what follows it in the clause, with the verb before "nobody": "shelled nobody".

        Who "found no lead" speaks of the lead where the claim does.
        """
        behind = self._clauses(said[found.end() :])[0]
        if self._first(behind) in self._profile(claim).weights:
            return behind
        verb = self._verb.search(said[: found.start()]) if found[0].lower() in self._objects else None
        return f"{verb['verb']} {behind}" if verb and self._profile(verb["verb"]).weights else behind

    def of_none(self, claim: str, said: str) -> Stance | None:
        """The stance of a statement that an end has not come, such as "No arrests have been made", or that nobody did
        or suffered what is claimed, such as "Nobody died"; None of any other.
        """
        found = self._none.match(said)
        if found is None:
            return None
        ended = self._ended(claim, self._clauses(said[found.end() :])[0])
        return ended or (Stance.DENIES if self._is_undone(claim, said) else None)

    def _is_undone(self, claim: str, said: str) -> bool:
        """Whether what nobody did or suffered is what is claimed, of those of whom it is claimed."""
        done = self._done.match(said)
        if done is None or self._not.search(claim):
            return False
        weights, whom = self._profile(claim).weights, self._profile(done["whom"] or "").weights
        if whom and weights.keys().isdisjoint(whom):
            return False
        verb = done["verb"] or done["deed"]
        return self._first(verb) in weights or self._opposed(claim, verb) is False

    def _first(self, text: str) -> str | None:
        """The stem of the first word that carries meaning."""
        return next(iter(self._profile(text).weights), None)

    def knows_nothing(self, claim: str, said: str) -> bool:
        """Whether `said` is only that somebody knows of no such thing, which is no answer to whether it is so."""
        return self._unknowing.match(said) is not None and not self._has(self._knowing, claim)

    def goes_on(self, claim: str, said: str) -> bool:
        """Whether `said` negates what would end the matter claimed, and so supports the claim."""
        return self._not.search(said) is not None and self.stance(claim, said) is Stance.SUPPORTS

    def _came_of(self, claim: str, subject: str, negated: str) -> bool:
        """Whether `negated` only says that the event claimed had no victims: "the quake did not hurt anybody"."""
        if not self._has(self._results, negated) or self._has(self._harms, claim):
            return False
        return not self._profile(claim).weights.keys().isdisjoint(self._profile(subject).weights)

    def _opposed(self, claim: str, negated: str) -> bool | None:
        """Whether the claim and the negated words are opposites, False if the same, None if neither shows."""
        actions = self._actions(claim), self._actions(negated)
        states = self._states(claim), self._states(negated)
        if actions[0] & actions[1] or states[0] & states[1]:
            return False
        turned = any((number, not right) in told for about, told in (actions, states) for number, right in about)
        return True if turned else None

    def _states(self, text: str) -> frozenset[Pole]:
        return frozenset(pole for pole, _ in self._poles(text))

    def _ended(self, claim: str, negated: str) -> Stance | None:
        """The stance where an end is negated: a denial of a claim of it, support if it would undo the claim."""
        if self._has(self._any, claim):
            return Stance.DENIES if self._has(self._any, negated, _REACH) else None
        negated = self._idioms.sub("", negated)
        is_state = not self._state.isdisjoint(word.text.lower() for word in self._split(claim))
        ends = self._sure | self._other if is_state else self._sure
        return Stance.SUPPORTS if self._has(ends, negated, _REACH) else None

    def _has(self, phrases: _Phrases, text: str, within: int | None = None) -> bool:
        """Whether a text has one of some phrases, among its first words if only so many are looked at."""
        stems = [word.stem for word in self._split(text) if word.text.lower() not in self._between]
        starts = range(len(stems[:within]))
        return any(tuple(stems[start : start + length]) in phrases for start in starts for length in (1, 2))

    def _phrases(self, phrases: Sequence[str]) -> _Phrases:
        return frozenset(tuple(word.stem for word in self._split(phrase)) for phrase in phrases)

    def _is_of(self, claim: str, negated: str) -> bool:
        """Whether the negated words may be about the claim; "any" covers everything."""
        return self._all.search(negated) is not None or self._compared(claim, negated).get("meaning", 0.0) >= _ALIKE
