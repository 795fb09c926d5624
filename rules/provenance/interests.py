"""Whether a statement serves the side that makes it.

Words of gain, loss, harm and guilt (`en/interest.yaml`) with the sides beside them: what is good for the speaker's side
or bad for its opponents serves him, the reverse speaks against his interest. Denying turns it round.
"""

from __future__ import annotations

import re

from rules.model import Interest, Stance
from rules.provenance.alliances import Alliances
from rules.provenance.classes import ANONYMOUS, OFFICIAL, PARTY
from rules.provenance.clauses import ClaimReader
from rules.provenance.effects import Event
from rules.provenance.governments import Governments
from rules.provenance.records import Identity
from rules.provenance.scene import FORCES
from rules.rulebook import Rulebook

MILITARY = "military"
ADMITTERS = frozenset({PARTY, OFFICIAL})
"""Classes of those who have something to admit."""


class Interests:
    """Judges statements by the words of the rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._reader = rulebook.part(ClaimReader)
        self._of_self = re.compile(self._reader.words.of_self, re.IGNORECASE)
        self._alliances, self._governments = rulebook.part(Alliances), rulebook.part(Governments)

    def of(self, claim: str, stance: Stance, identity: Identity, act: str | None) -> Interest:
        """How taking `stance` on `claim` serves the side of `identity`; `act` is the speech act, such as "admission".
        """
        if identity.side is None:
            admits = act in self._reader.words.admissions and identity.class_ in ADMITTERS
            return Interest.AGAINST_INTEREST if admits else self._of_army(claim, stance, identity)
        found = self._of_sided(claim, stance, identity, act)
        return Interest.UNKNOWN if identity.class_ == ANONYMOUS and found is Interest.AGAINST_INTEREST else found

    def _of_army(self, claim: str, stance: Stance, identity: Identity) -> Interest:
        """What an army whose side nobody knows says of itself: that it took a town, or left one."""
        if identity.branch != MILITARY or stance is not Stance.SUPPORTS or not self._of_self.match(claim):
            return Interest.NEUTRAL
        found, events = self._of_sided(claim, stance, identity, None), self._reader.read(claim).events
        if found is Interest.AGAINST_INTEREST and all(event.effect.intransitive for event in events):
            return found
        return found if found is Interest.SELF_SERVING else Interest.NEUTRAL

    def _of_sided(self, claim: str, stance: Stance, identity: Identity, act: str | None) -> Interest:
        if act in self._reader.words.admissions:
            return Interest.SELF_SERVING if self._accuses(claim, stance, identity) else Interest.AGAINST_INTEREST
        if act in self._reader.words.accusations:
            return Interest.SELF_SERVING
        if stance in {Stance.CANNOT_VERIFY, Stance.UNRELATED}:
            return Interest.UNKNOWN
        reading = self._reader.read(claim)
        worths = [self._worth(event, identity, stance) for event in reading.events]
        if not worths:
            denies_itself = stance is Stance.DENIES and not reading.sides.isdisjoint({identity.side, identity.id})
            return Interest.SELF_SERVING if denies_itself else Interest.UNKNOWN
        confessed = [w for w, e in zip(worths, reading.events, strict=True) if e.effect.speaker < 0 and w < 0]
        total = sum(confessed or worths) * (-1 if reading.refuted else 1)  # a strike "by mistake" is no gain
        if stance is Stance.DENIES:  # a text that already denies is the denial itself, not what is denied
            total = abs(total) if reading.denies else -total
        return _interest(total)

    def _accuses(self, claim: str, stance: Stance, identity: Identity) -> bool:
        """Whether what is "admitted" is an opponent's deed that serves the speaker: that his enemy shelled a market."""
        doers = (self._stand(event.doer, identity) for event in self._reader.read(claim).events)
        return min(doers, default=0) < 0 and self._of_sided(claim, stance, identity, None) is Interest.SELF_SERVING

    def _worth(self, event: Event, identity: Identity, stance: Stance) -> int:
        """What an event, if it is believed, is worth to the side of `identity`.

        A gain of somebody unknown is his own where he claims it, and his enemy's where he denies it.
        """
        if event.thwarted:
            return 0
        effect = event.effect
        doer, bearer = (self._meant(whose, identity) for whose in (event.doer, event.bearer))
        unsaid = "bearer" if effect.intransitive else effect.unsaid.get(identity.class_, "doer")
        if bearer is None and unsaid == "bearer" and self._stand(doer, identity) <= 0:
            bearer = "own"
        elif doer is None and unsaid == "doer" and self._is_boast(event) and not (bearer and event.worth.bearer):
            doer = "enemy" if stance is Stance.DENIES else "own"
        stand = self._stand(doer, identity)
        foe = event.worth.foe
        done = foe if stand < 0 and foe is not None else stand * event.worth.doer
        if stand > 0 and stance is Stance.DENIES and event.effect.shunned:
            return 1 if event.negated else -1
        if stand > 0 and foe and stance is Stance.DENIES:  # to deny it serves, whether or not to boast of it does
            done = -foe
        elif stand > 0 and identity.class_ == PARTY and stance is not Stance.DENIES:  # nor does it hurt an armed group
            done = max(done, 0)
        said = -effect.speaker if stand < 0 and effect.speaker < 0 else effect.speaker  # an enemy's mistake is his own
        worth = done + self._stand(bearer, identity) * event.worth.bearer + said
        return -worth if event.negated else worth

    def _meant(self, whose: str | None, identity: Identity) -> str | None:
        """Whose the forces of nobody in particular are: to an armed group "the soldiers" are its enemies."""
        if whose != FORCES:
            return whose
        armed = identity.class_ == PARTY and identity.side and not self._governments.land(identity.side)
        return "enemy" if armed else None

    @staticmethod
    def _is_boast(event: Event) -> bool:
        """Whether one who names nobody tells of his own gain: not where no soldiers or arms are hit."""
        return event.worth.doer > 0 and event.worth.foe is None

    def _stand(self, whose: str | None, identity: Identity) -> int:
        """1 for the speaker, his own side and its allies, −1 for its opponents, 0 for all others."""
        side = identity.side or ""
        if whose in {"own", identity.id} or self._alliances.allied(whose, side):
            return 1
        return -1 if whose == "enemy" or self._alliances.opposed(whose, side) else 0


def _interest(worth: int) -> Interest:
    if worth == 0:
        return Interest.NEUTRAL
    return Interest.SELF_SERVING if worth > 0 else Interest.AGAINST_INTEREST
