"""Who bears a name, with what a request knows of him besides, and what he is called within a sentence."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from rules.errors import CaseError, unknown
from rules.provenance.bases import ALIAS
from rules.provenance.classes import OFFICIAL, UNATTRIBUTED, WITNESS
from rules.provenance.governments import Governments
from rules.provenance.handles import is_body, is_handle, plain_key
from rules.provenance.judging import ClueJudge
from rules.provenance.lexicon import Lexicon
from rules.provenance.making import IdentityMaker, unnamed_id
from rules.provenance.records import Identity
from rules.provenance.shapes import NameShapes
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

GIVEN = "given in the request"
LONGEST = 400  # characters of a name that are read
_LONGEST_NOUN = 3  # words: "head of state"
_LONGEST_NAME = 4  # words: "Ursula von der Leyen"


class Identities:
    """Who bears a name. What a request gives wins over the registry, the registry over titles and head nouns."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables = rulebook.part(Tables)
        self._lexicon = rulebook.part(Lexicon)
        self._governments, self._shapes = rulebook.part(Governments), rulebook.part(NameShapes)
        self._make, self._judge = rulebook.part(IdentityMaker), rulebook.part(ClueJudge)
        self._exact = {
            name: self._make.of_organisation(o, ALIAS)
            for o in self._tables.organisations.values()
            for name in (o.name, *o.aliases, *o.people, *o.in_full)
        }
        self._read = lru_cache(maxsize=8192)(self._by_reading)
        self._given = lru_cache(maxsize=8192)(self._as_given)
        self.words = lru_cache(maxsize=8192)(self._words)
        self._person = lru_cache(maxsize=8192)(self._is_person)
        self._common = lru_cache(maxsize=8192)(self._is_common)
        grammar = self._tables.grammar
        self._houses = frozenset(grammar.houses)
        self._small = frozenset((*grammar.articles, *grammar.parts, *grammar.levels))

    def identify(self, name: str | None, class_: str | None, side: str | None) -> Identity:
        """The identity of a name, with the class and side that a request gives for it."""
        read = (name or "").strip()[:LONGEST]
        if class_ is None and side is None:
            return self._known(read)
        return self._given(read, class_, side)

    def is_person(self, name: str) -> bool:
        """Whether a name, or the last words of one, are that of one of the registry's people."""
        return self._person(name)

    def _is_person(self, name: str) -> bool:
        words = name.split()
        ends = (" ".join(words[-count:]) for count in range(1, min(len(words), _LONGEST_NAME) + 1))
        keys = map(self._lexicon.keys.of, ends)
        return any(word.person for key in keys for word in self._lexicon.words.get(key, ()))

    def in_sentence(self, identity: Identity) -> Identity:
        """A source that is only described as it is called within a sentence: "Two people" are "two people"."""
        name = identity.name
        if not name[0].isupper() or (name[1:2].isupper() and not name.isupper()):  # "GOP officials"
            return identity
        first, _, rest = name.partition(" ")
        described = first.lower() in self._small and rest[:1].islower() if identity.named else self._common(name)
        if not described:
            return identity
        lowered = name.lower() if name[1:2].isupper() else name[0].lower() + name[1:]
        return msgspec.structs.replace(identity, name=lowered)

    def _is_common(self, name: str) -> bool:
        """Whether a name begins with an article, a number or a noun for people, none of which has a capital."""
        keys = [token.key for token in self._lexicon.keys.tokens(name)][:_LONGEST_NOUN]
        nouns = [" ".join(keys[:count]) for count in range(1, len(keys) + 1)]
        titled = any(word.title for noun in nouns for word in self._lexicon.words.get(noun, ()))
        return titled or (bool(keys) and keys[0] in self._small)

    def _words(self, name: str) -> frozenset[str]:
        """The keys of the words of a name but for articles, prepositions, levels of government and "department"."""
        words = frozenset(self._lexicon.keys.of(name).split()) - self._small
        return words - self._houses or words

    def _known(self, name: str) -> Identity:
        return self._exact.get(name) or self._read(name)

    def _as_given(self, name: str, class_: str | None, side: str | None) -> Identity:
        known = self._known(name)
        if class_ is not None and class_ not in self._tables.classes:
            raise CaseError("class", unknown("source class", class_, self._tables.classes))
        chosen = class_ or known.class_
        entry = self._tables.classes[chosen]
        chosen_side = self._governments.side(side) if side else known.side
        unnamed = known.id.startswith("class:")
        return Identity(
            id=unnamed_id(chosen, chosen_side) if unnamed else known.id,
            name=known.name,
            class_=chosen,
            side=chosen_side,
            reliability=known.reliability if chosen == known.class_ else entry.reliability,
            named=known.named and not entry.unnamed,
            basis=GIVEN,
            family=known.family,
        )

    def _by_reading(self, name: str) -> Identity:
        """The identity that the words of a name suggest; a handle or name that they do not explain has its own."""
        name = self._shapes.trimmed(name)
        if self._shapes.is_share(name):
            return self._make.unnamed(name, WITNESS, None, "a share of those who were asked")
        found = self._judge.identity(name)
        of = self._shapes.owned(name) if found.id.startswith("name:") else None
        if of and (member := self._member(*of)):
            return member
        if found.id.startswith(("class:", "name:")) and is_handle(name):
            return self._named(f"name:{plain_key(name)}", name, found)
        if not found.named and not self._tables.classes[found.class_].unnamed and is_body(name, self._lexicon):
            return self._named(f"name:{self._lexicon.keys.of(name)}", name, found)
        return found

    def _member(self, body: str, name: str) -> Identity | None:
        """Somebody of whom only the organisation is known, if its people speak for themselves: "the Post's Ana Dovik".
        """
        outlet = self._lexicon.tails.get(body.rpartition(" ")[2])  # "the Post's Ana Dovik"
        of, who = self._as_given(body, outlet.class_, None) if outlet else self._known(body), self._known(name)
        if who.class_ != UNATTRIBUTED or not who.id.startswith("name:") or of.class_ == OFFICIAL:
            return None
        if of.class_ == UNATTRIBUTED:
            return who
        return self._make.of_class(who.id, who.name, of.class_, of.side, "of a body that is known")

    def _named(self, id_: str, name: str, found: Identity) -> Identity:
        return self._make.of_class(id_, name, found.class_, found.side, found.basis)
