"""Accounts: whoever has a part in a matter backs a claim only if his words state it.

A report that declares no stance is taken to back the claim that it is sent for. But officials and parties tell a matter
their way ("one aircraft was slightly damaged", where three are said to be destroyed) or speak of what came next. Where
what they say has next to nothing of the claim it is an account of their own; of opponents of whoever makes the claim,
and of those whom it harms, for whom to back it would be to admit it, more is asked for.
"""

from __future__ import annotations

from rules.matching import Actions, Clauses, Figures, StanceModel
from rules.model import Case, Interest, Link, ReadReport, Report, Stance
from rules.origins.towards import Stand
from rules.provenance import ADMITTERS, Identity, Registry
from rules.provenance.classes import UNATTRIBUTED
from rules.provenance.clauses import ClaimReader
from rules.reading import read_statement
from rules.rulebook import Rulebook
from rules.text.reporting import Act

OWN_ACCOUNT = "it is an account of its own, which neither states nor denies the claim"
OTHER_FIGURE, OTHER_DOER = ", going by its figure", ", for it says so of others"
STATED = 0.3  # share of the claim's words, by weight, from which an opponent states it
SOMETHING, OF_WHOLE = 0.15, 0.25  # … from which what anybody said has something of it, and from which his sentence has
BEARS = 0.5  # probability, by the stance model, from which a text is about the claim all the same
_SUBJECT = 4  # words in which a clause names who does it
_TAKE_PART = ADMITTERS | {UNATTRIBUTED}


def identity_of(link: Link, registry: Registry) -> Identity:
    """Who a link of a chain is."""
    return registry.identify(link.name, class_=link.class_, side=link.side)


def on_one_side(a: Identity, b: Identity, registry: Registry) -> bool:
    """Whether two sources are one body, or of one side or its allies; who is not named may be the other in short."""
    first, second = registry.words(a.name), registry.words(b.name)
    in_short = first <= second or second <= first
    return (a.id == b.id if a.named and b.named else in_short) or registry.allied(a.side, b.side)


class Accounts:
    """Judges reports that speak against nothing: `rulebook.part(Accounts).of(case, report, reading, identity, stand)`.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook, self._registry = rulebook, rulebook.part(Registry)
        self._clauses, self._figures = rulebook.part(Clauses), rulebook.part(Figures)
        self._events = rulebook.part(ClaimReader).read
        self._bearing, self._deeds = rulebook.part(StanceModel).bearing, rulebook.part(Actions).told

    def of(self, case: Case, report: Report, reading: ReadReport, identity: Identity, stand: Stand) -> Stand:
        """The stance of a report by `identity` that declares none, given what comparing the texts has shown."""
        open_ = stand.stance in (Stance.SUPPORTS, Stance.UPDATES) and reading.stance is Stance.SUPPORTS
        told = reading.cue is not None or report.source is not None
        if not open_ or stand.grounds or reading.act == Act.ADMISSION or not told:
            return stand
        claim = read_statement(case.text, self._rulebook)
        claimant = identity_of(claim.chain[-1], self._registry) if claim.chain else None
        if identity.class_ not in _TAKE_PART or (claimant and on_one_side(claimant, identity, self._registry)):
            return stand
        accuse = claim.act == Act.ACCUSATION == reading.act and self._are_opposed(identity, claimant)
        mutual = self._is_mutual(identity, claimant, claim.claim.text, reading.claim.text)
        turned = mutual and self._same_deed(claim.claim.text, reading.claim.text)
        if accuse or turned or self._turns_round(identity, claim.claim.text, reading.claim.text):
            return stand._replace(stance=Stance.DENIES, grounds=OTHER_DOER)
        if mutual:
            return stand._replace(stance=Stance.UNRELATED, grounds=OWN_ACCOUNT)
        if self._is_concerned(identity, claimant, claim.claim.text):
            if self._figures.exclude(claim.claim.text, reading.claim.text):
                return stand._replace(stance=Stance.DENIES, grounds=OTHER_FIGURE)  # and brings none up to date
            states = self._clauses.share(claim.claim.text, (), reading.claim.text) >= STATED
        else:
            states = self._has_something(case.text, claim, report.text, reading)
        return stand if states else stand._replace(stance=Stance.UNRELATED, grounds=OWN_ACCOUNT)

    def _is_mutual(self, identity: Identity, claimant: Identity | None, claim: str, said: str) -> bool:
        """Whether each of the two speaks of the other."""
        words = self._registry.words
        named = claimant is not None and words(claimant.name) <= words(_beginning(said))
        return named and words(identity.name) <= words(claim)

    def _turns_round(self, identity: Identity, claim: str, said: str) -> bool:
        """Whether somebody says of his enemies what the claim says of his own: that they, and not he, shelled Bala."""
        mine, theirs = self._doers(claim), self._doers(said) & self._events(_beginning(said)).sides
        blamed = any(self._registry.allied(side, identity.side) for side in mine)
        return blamed and any(self._registry.opposed(side, identity.side) for side in theirs)

    def _same_deed(self, claim: str, said: str) -> bool:
        """Whether both tell of a kind of action, or of harm of a kind."""
        effects = ({event.effect.id for event in self._events(text).events} for text in (claim, said))
        return bool(self._deeds(claim) & self._deeds(said)) or bool(set.intersection(*effects))

    def _doers(self, text: str) -> set[str]:
        return {event.doer for event in self._events(text).events if event.doer}

    def _are_opposed(self, identity: Identity, claimant: Identity | None) -> bool:
        return claimant is not None and self._registry.opposed(claimant.side, identity.side)

    def _is_concerned(self, identity: Identity, claimant: Identity | None, claim: str) -> bool:
        """Whether a claim speaks against somebody: an opponent makes it, or it harms him."""
        if self._are_opposed(identity, claimant):
            return True
        harms = self._registry.interest(claim, Stance.SUPPORTS, identity) is Interest.AGAINST_INTEREST
        return harms and identity.class_ in ADMITTERS

    def _has_something(self, text: str, claim: ReadReport, told: str, reading: ReadReport) -> bool:
        """Whether a report has something of a claim: a name, a deed or words in what is said, words in its sentence, or
        as the stance model sees it.
        """
        shares, said = self._clauses.share, reading.claim.text
        named = self._clauses.names(claim.claim.text) & self._clauses.words(said)
        if named or self._deeds(claim.claim.text) & self._deeds(said):
            return True
        return (shares(claim.claim.text, (), said) >= SOMETHING or shares(text, (), told) >= OF_WHOLE
                or self._bearing(text, told) >= BEARS)


def _beginning(text: str) -> str:
    return " ".join(text.split()[:_SUBJECT])
