"""The one door to provenance: who a source is, which outlet carries it, who stands with whom, whom it serves."""

from __future__ import annotations

from rules.model import Interest, Stance
from rules.provenance.accounts import HANDLE, Accounts
from rules.provenance.alliances import Alliances
from rules.provenance.bases import NOTHING
from rules.provenance.clauses import ClaimReader
from rules.provenance.governments import Governments
from rules.provenance.handles import is_domain
from rules.provenance.identities import Identities
from rules.provenance.interests import Interests
from rules.provenance.making import is_unlisted
from rules.provenance.mentions import MentionFinder
from rules.provenance.publishers import Publishers
from rules.provenance.records import Identity, Mention
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook


class Registry:
    """Source registry of a rulebook, obtained with `rulebook.part(Registry)`.

    >>> registry = Rulebook().part(Registry)
    >>> registry.identify("the governor of the Belgorod region").name
    'Governor of Belgorod region'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._identities = rulebook.part(Identities)
        self._publishers = rulebook.part(Publishers)
        self._accounts = rulebook.part(Accounts)
        self._mentions = rulebook.part(MentionFinder)
        self._alliances = rulebook.part(Alliances)
        self._interests, self._clauses = rulebook.part(Interests), rulebook.part(ClaimReader)
        self._governments, tables = rulebook.part(Governments), rulebook.part(Tables)
        self._sides = tables.sides
        self._firms = frozenset(o.id for o in tables.organisations.values() if o.firm)
        self._checkers = frozenset(c.id for c in tables.classes.values() if c.checks)
        self._inventors = frozenset(c.id for c in tables.classes.values() if c.fiction)

    def identify(self, name: str | None, *, class_: str | None = None, side: str | None = None) -> Identity:
        """Who `name` is; a given class and side win. Raises CaseError for a class that `classes.yaml` does not have."""
        if name and class_ is None and side is None and (is_domain(name) or self._publishers.is_account(name)):
            outlet = self._publishers.find(name, None)
            if outlet is not None:
                return outlet
        if name and class_ is None and side is None and HANDLE.fullmatch(name):
            return self._accounts.of(name)
        found = self._identities.identify(name, class_, side)
        if name and found.named and (found.basis == NOTHING or is_unlisted(found)):
            return self._publishers.spelled(name) or found
        return found

    def in_sentence(self, identity: Identity) -> Identity:
        """A source that is only described as it is called within a sentence: "Two people" are "two people"."""
        return self._identities.in_sentence(identity)

    def words(self, name: str) -> frozenset[str]:
        """The keys of the words that tell a name from others: no article, preposition, "county" or "department"."""
        return self._identities.words(name)

    def is_person(self, name: str) -> bool:
        """Whether a name is that of somebody whom the registry knows, in full or by his surname alone."""
        return self._identities.is_person(name)

    def is_firm(self, identity: Identity) -> bool:
        """Whether it is a firm or a club of the registry."""
        return identity.id in self._firms

    def publisher(self, publisher: str | None, url: str | None = None) -> Identity | None:
        """The outlet by domain (`news.bbc.co.uk`), account (`t.me/…`) or name; None where neither is given."""
        return self._publishers.find(publisher, url)

    def behind(self, url: str) -> Identity | None:
        """The publisher of the page that a link leads to; a platform itself where the address names no account."""
        return self._publishers.behind(url)

    def names(self, text: str, identity: Identity) -> bool:
        """Whether `text` names the bearer of an identity."""
        return any(mention.identity.id == identity.id for mention in self.mentions(text))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Sources that `text` names, from left to right, without overlaps, as code points of `text`."""
        return tuple(self._mentions.find(text))

    def allied(self, side_a: str | None, side_b: str | None) -> bool:
        """Whether both speak for the same side or for allied ones."""
        return self._alliances.allied(side_a, side_b)

    def opposed(self, side_a: str | None, side_b: str | None) -> bool:
        """Whether the two sides are in dispute with each other."""
        return self._alliances.opposed(side_a, side_b)

    def state(self, side: str) -> str | None:
        """The state that a side is, or that alone it fights; None where there is none or several."""
        of = self._sides.get(side)
        if of is None or of.governs:
            return side if of else None
        other = self._alliances.only_opponent(side)
        return other if other and self._sides[other].governs else None

    def governing(self, place: str) -> str | None:
        """The side that governs a place of the gazetteer; None where it is unknown or disputed."""
        return self._governments.of_place(place)

    def side_name(self, side: str, in_sentence: bool = False) -> str:
        """The name of a side: for "saf" "Sudanese Armed Forces", with "the" in a sentence; else the id in capitals."""
        known = self._sides.get(side)
        if known is None:
            return side.replace("_", " ").title()
        return f"the {known.name}" if in_sentence and known.the else known.name

    def can_check(self, class_: str) -> bool:
        """Whether sources of a class can have checked something: `checks` in `classes.yaml`."""
        return class_ in self._checkers

    def makes_up(self, class_: str) -> bool:
        """Whether what sources of a class tell is made up: `fiction` in `classes.yaml`."""
        return class_ in self._inventors

    def is_own(self, statement: str, cue: str) -> bool:
        """Whether what somebody says by the verb `cue` is a deed of his: "she had sold it", "confessed to" it."""
        return self._clauses.is_own(statement, cue)

    def interest(self, claim: str, stance: Stance, identity: Identity, act: str | None = None) -> Interest:
        """Whether taking this stance on the claim serves the side of `identity`; `act` such as "admission" decides."""
        return self._interests.of(claim, stance, identity, act)
