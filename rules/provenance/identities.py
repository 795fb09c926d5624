"""Identities from clues: the organisation a name belongs to, else a class and a side for an unknown name."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from rules.errors import CaseError, unknown
from rules.provenance.alliances import Alliances
from rules.provenance.governments import Governments
from rules.provenance.handles import is_body, is_handle, plain_key
from rules.provenance.lexicon import Lexicon
from rules.provenance.names import STOP
from rules.provenance.naming import WITNESS, Clues, NameReader
from rules.provenance.outlets import Outlets
from rules.provenance.records import Identity, Organisation, Title
from rules.provenance.shapes import is_share, owned, trimmed
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

GIVEN = "given in the request"
NOTHING = "nothing known"
AGED = "an age is given"
LONGEST = 400  # characters of a name that are read
ALIAS = "alias in the registry"
NOBODY = "somebody not named"
NAMELESS = frozenset({"anonymous", "unattributed"})  # classes of sources that nobody could ask again
_LONGEST_NOUN = 3  # words: "head of state"
_OWNS = re.compile(r"\w[’'](?:s |(?<=s[’']) )")


class Identities:
    """Who bears a name. What a request gives wins over the registry, the registry over titles and head nouns."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables = rulebook.part(Tables)
        self._lexicon = rulebook.part(Lexicon)
        self._governments = rulebook.part(Governments)
        self._outlets = rulebook.part(Outlets)
        self._alliances = rulebook.part(Alliances)
        self._reader = NameReader(self._lexicon)
        self._exact = {
            name: self.of_organisation(o, ALIAS)
            for o in self._tables.organisations.values()
            for name in (o.name, *o.aliases, *o.people)
        }
        self._read = lru_cache(maxsize=8192)(self._by_reading)
        self._given = lru_cache(maxsize=8192)(self._as_given)
        self.words = lru_cache(maxsize=8192)(self._words)
        self._common = lru_cache(maxsize=8192)(self._is_common)
        grammar = self._tables.grammar
        self._aside = re.compile(rf", (?:{'|'.join(grammar.relatives)})\b| (?:{'|'.join(grammar.relatives)})$")
        self._small = frozenset((*grammar.articles, *grammar.parts, *grammar.levels))

    def identify(self, name: str | None, class_: str | None, side: str | None) -> Identity:
        """The identity of a name, with the class and side that a request gives for it."""
        read = (name or "").strip()[:LONGEST]
        if class_ is None and side is None:
            return self._known(read)
        return self._given(read, class_, side)

    def is_person(self, name: str) -> bool:
        """Whether a name, or the last word of one, is that of one of the registry's people."""
        keys = (self._lexicon.keys.of(name), self._lexicon.keys.of(name.rpartition(" ")[2]))
        return any(word.person for key in keys for word in self._lexicon.words.get(key, ()))

    def of_organisation(self, organisation: Organisation, basis: str) -> Identity:
        """The identity of a registry entry."""
        reliability = organisation.reliability or self._outlets.reliability(organisation.domains)
        return Identity(
            id=organisation.id,
            name=organisation.name,
            class_=organisation.class_,
            side=organisation.side,
            reliability=reliability or self._tables.classes[organisation.class_].reliability,
            named=True,
            basis=basis,
            family=organisation.family,
        )

    def in_sentence(self, identity: Identity) -> Identity:
        """A source that is only described as it is called within a sentence: "Two people" are "two people"."""
        name = identity.name
        if not name[0].isupper():
            return identity
        first, _, rest = name.partition(" ")
        described = first.lower() in self._small and rest[:1].islower() if identity.named else self._common(name)
        if not described:
            return identity
        return msgspec.structs.replace(identity, name=name[0].lower() + name[1:])

    def _is_common(self, name: str) -> bool:
        """Whether a name begins with an article, a number or a noun for people, none of which has a capital."""
        keys = [token.key for token in self._lexicon.keys.tokens(name)][:_LONGEST_NOUN]
        nouns = [" ".join(keys[:count]) for count in range(1, len(keys) + 1)]
        titled = any(word.title for noun in nouns for word in self._lexicon.words.get(noun, ()))
        return titled or (bool(keys) and keys[0] in self._small)

    def _words(self, name: str) -> frozenset[str]:
        """The keys of the words of a name but for articles, prepositions and levels of government."""
        return frozenset(self._lexicon.keys.of(name).split()) - self._small

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
            id=_unnamed_id(chosen, chosen_side) if unnamed else known.id,
            name=known.name,
            class_=chosen,
            side=chosen_side,
            reliability=known.reliability if chosen == known.class_ else entry.reliability,
            named=known.named and not entry.unnamed,
            basis=GIVEN,
            family=known.family,
        )

    def _by_reading(self, name: str) -> Identity:
        """By clues; but what is written as a name names somebody, though its words alone would not."""
        name = trimmed(name)
        if is_share(name):
            return self._unnamed(name, WITNESS, None, "a share of those who were asked")
        found = self._by_clues(name)
        of = owned(name) if found.id.startswith("name:") else None
        if of and (member := self._member(*of)):
            return member
        if found.id.startswith(("class:", "name:")) and is_handle(name):
            return self._named(f"name:{plain_key(name)}", name, found)
        if not found.named and not self._tables.classes[found.class_].unnamed and is_body(name, self._lexicon):
            return self._named(f"name:{self._lexicon.keys.of(name)}", name, found)
        return found

    def _member(self, body: str, name: str) -> Identity | None:
        """Somebody of whom only his body is known, if that is one of people who speak for themselves."""
        of, who = self._known(body), self._known(name)
        if who.class_ != "unattributed" or not who.id.startswith("name:") or of.class_ in {"unattributed", "official"}:
            return None
        return self._of_class(who.id, who.name, of.class_, of.side, "of a body that is known")

    def _named(self, id_: str, name: str, found: Identity) -> Identity:
        return self._of_class(id_, name, found.class_, found.side, found.basis)

    def _by_clues(self, name: str) -> Identity:
        tokens = list(self._lexicon.keys.tokens(name))
        key = " ".join([t.key for t in tokens if t.key != STOP])
        noun = name.islower() and any(w.title for w in self._lexicon.words.get(key.removeprefix("the "), ()))
        for word in () if noun else self._lexicon.words.get(key, ()):  # "the economist" is one
            if word.organisation and word.spelled in ("", name.lower()):
                return self.of_organisation(word.organisation, ALIAS)
        clues = self._reader.read(name, tokens)
        if clues.organisation:
            basis = f"title “{_label(clues.head)}”" if clues.head else "its name holds one of the registry"
            return self.of_organisation(clues.organisation, basis)
        if clues.people:
            class_ = "party" if clues.ties else "witness"
            return self._unnamed(name, class_, self._side(clues, class_), "names people of a country")
        if clues.head:
            return self._by_title(name, clues, clues.head)
        if clues.proper:
            return self._unknown(clues)
        if clues.sides and not clues.pronoun:
            return self._government(name, clues)
        return self._unnamed(name, "unattributed", None, NOTHING)

    def _by_title(self, name: str, clues: Clues, head: Title) -> Identity:
        deciding = self._named_so(clues.proper, clues.complement or head)
        class_ = (clues.proper and deciding.named_class) or deciding.class_ or head.class_ or "unattributed"
        side = self._side(clues, class_)
        if side and class_ == "official" and head.speaks_for and not deciding.office:
            class_ = self._class_of_side(side)
        basis = f"{'title' if deciding.office else 'head noun'} “{_label(deciding)}”"
        if deciding.office:
            found = self._office(name, clues, deciding, side, basis)
            if found:
                return found
        if clues.body and deciding.common and not deciding.office and not self._is_public(clues.body):
            class_ = self._class_of_body(clues.body) or "party"
            if not clues.proper and _OWNS.search(name):  # "Fairhand's directors" are not Fairhand
                return self._unnamed(name, class_, None, basis)
            name = clues.proper if clues.proper and clues.proper not in clues.body else clues.body
            return self._of_class(f"name:{self._lexicon.keys.of(name)}", name, class_, None, basis)
        if not clues.proper and clues.modifiers and deciding is head and head.kind and head.class_ == "official":
            return self._of_class(f"name:{clues.modifiers}", name, class_, side, basis)
        if not clues.proper or deciding.hides:
            return self._unnamed(name, class_, side, basis)
        return self._of_class(f"name:{self._lexicon.keys.of(clues.proper)}", clues.proper, class_, side, basis)

    def _is_public(self, body: str) -> bool:
        """Whether a body is likely one of the state: an acronym ("the EPA"), or of some level of government."""
        return body.isupper() or any(word.lower() in self._tables.grammar.levels for word in body.split())

    def _class_of_body(self, body: str) -> str | None:
        """The class that the last word of a body's name tells: "Northwold Utilities"."""
        first, _, tail = body.rpartition(" ")
        title = self._lexicon.tails.get(tail) if first else None
        return title.class_ if title else None

    def _named_so(self, proper: str, title: Title) -> Title:
        """The title, or what its word means at the end of a name: a post is social media, "the Lorn Post" an outlet."""
        first, _, tail = proper.rpartition(" ")
        ends = self._lexicon.tails.get(tail) if first and tail.lower() in title.words else None
        return ends or title

    def _class_of_side(self, side: str) -> str:
        """Of a side that governs nothing even the spokesmen are a party's."""
        entry = self._tables.sides[side]
        return "official" if entry.governs else entry.class_

    def _office(self, name: str, clues: Clues, title: Title, side: str | None, basis: str) -> Identity | None:
        """The institution of a side or place that has only one of its kind."""
        seat = clues.place if title.local else side
        if title.office is None or seat is None:
            return None
        organisation = self._governments.office(title.office, seat)
        if organisation:
            return self.of_organisation(organisation, basis)
        return self._of_class(f"office:{title.office}/{seat}", name, title.class_ or "official", side, basis)

    def _government(self, name: str, clues: Clues) -> Identity:
        """A side named as one that acts: "Moscow", "Israel"."""
        if clues.fights:  # "anti-Kremlin Russians"
            return self._unnamed(name, "party", self._side(clues, "party"), "names the side it fights")
        side = self._side(clues, "official")
        organisation = self._governments.office("government", side) if side else None
        basis = "names a side"
        if organisation:
            return self.of_organisation(organisation, basis)
        if side is None or not clues.actor:
            return self._unnamed(name, "official", side, basis)
        label = self._tables.sides[side].name
        class_ = self._tables.sides[side].class_
        return self._of_class(f"side:{side}", label, class_, side, basis)

    def _unknown(self, clues: Clues) -> Identity:
        class_, basis = (WITNESS, AGED) if clues.aged else ("unattributed", NOTHING)
        first, _, tail = clues.proper.rpartition(" ")
        opening = self._lexicon.openings.get(first.partition(" ")[0])
        if clues.body and (of_body := self._class_of_body(clues.body)):
            class_, basis = of_body, "of a body whose name tells"
        told = clues.told or (self._lexicon.tails.get(tail) if first else None) or opening
        if told and told.class_:
            class_, basis = told.class_, f"named or told of like a “{_label(told)}”"
        return self._of_class(f"name:{self._lexicon.keys.of(clues.proper)}", clues.proper, class_, None, basis)

    def _unnamed(self, name: str, class_: str, side: str | None, basis: str) -> Identity:
        label = self._aside.split(name)[0]
        return Identity(
            id=_unnamed_id(class_, side),
            name=label if label not in ("", class_) else NOBODY,
            class_=class_,
            side=side,
            reliability=self._tables.classes[class_].reliability,
            named=False,
            basis=basis,
        )

    def _of_class(self, id_: str, name: str, class_: str, side: str | None, basis: str) -> Identity:
        reliability = self._tables.classes[class_].reliability
        return Identity(id=id_, name=name, class_=class_, side=side, reliability=reliability, named=True, basis=basis)

    def _side(self, clues: Clues, class_: str) -> str | None:
        """Ties ("Ukraine-backed") say more than adjectives, these more than the place of an office."""
        if not self._tables.classes[class_].sided:
            return None
        if clues.ties:
            return clues.ties[0] if len(set(clues.ties)) == 1 else None
        if clues.fights:
            return self._alliances.only_opponent(clues.fights[0]) if class_ == "party" else None
        if clues.sides:
            return clues.sides[0] if len(clues.sides) == 1 else None
        return self._governments.of_place(clues.place) if clues.place and class_ == "official" else None


def _unnamed_id(class_: str, side: str | None) -> str:
    return f"class:{class_}" + (f":{side}" if side else "")


def _label(title: Title | None) -> str:
    return title.words[0] if title else ""
