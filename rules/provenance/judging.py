"""From the clues in a name to who it is: the organisation of the registry, else a class and a side."""

from __future__ import annotations

import re

import msgspec

from rules.provenance.alliances import Alliances
from rules.provenance.governments import Governments
from rules.provenance.lexicon import ACRONYM, Lexicon, Word
from rules.provenance.making import SPEAKS, IdentityMaker
from rules.provenance.names import STOP
from rules.provenance.naming import Clues, NameReader
from rules.provenance.records import Identity, Title
from rules.provenance.speaking import WITNESS
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

NOTHING = "nothing known"
AGED = "an age is given"
SLIGHT = frozenset({AGED, "head noun “dr”"})
"""Bases that give way to anything else that a text tells of a name."""
UNKNOWN = "unattributed"
ALIAS = "alias in the registry"
SIDE = "names a side"
_ARMY, _UNIT = "armed_forces", "unit"
_COUNTRY = 6  # precision of a place
_OF_COUNTRY = re.compile(r"[^,]{3,30}?['’]s? (?=\w*[A-Z])")
_DESCRIBED = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){0,3}) "
    r"(?P<name>[A-Z][\w’'-]*(?: (?:[a-z]{2,7} )?[A-Z][\w’'-]*)+)"
)
_BODIES = frozenset({"ngo", "independent_verification"})
_OWNS = re.compile(r"\w[’'](?:s |(?<=s[’']) )")


class ClueJudge:
    """Judges a name by its words: by the registry before titles, by titles before what is left of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables, self._lexicon = rulebook.part(Tables), rulebook.part(Lexicon)
        self._governments, self._alliances = rulebook.part(Governments), rulebook.part(Alliances)
        self._make, self._reader = rulebook.part(IdentityMaker), NameReader(self._lexicon)

    def identity(self, name: str) -> Identity:
        """Who bears a name that the registry does not have as it stands."""
        tokens = list(self._lexicon.keys.tokens(name))
        key = " ".join([t.key for t in tokens if t.key != STOP])
        noun = name.islower() and any(w.title for w in self._lexicon.words.get(key.removeprefix("the "), ()))
        for word in () if noun else self._lexicon.words.get(key, ()):  # "the economist" is one
            if word.organisation and word.spelled in ("", name.lower()) and not _is_misspelt(word, name):
                return self._make.of_organisation(word.organisation, ALIAS)
        if body := self._described(name):
            return body
        clues = self._reader.read(name, tokens)
        if clues.organisation:
            basis = f"title “{_label(clues.head)}”" if clues.head else "its name holds one of the registry"
            return self._make.of_organisation(clues.organisation, basis)
        if clues.people:
            class_ = "party" if clues.ties else "witness"
            return self._make.unnamed(name, class_, self._side(clues, class_), "names people of a country")
        if clues.head:
            return self._by_title(name, clues, clues.head)
        if clues.proper:
            return self._unknown(clues)
        if clues.sides and not clues.pronoun:
            return self._of_country(name) or self._government(name, clues)
        if country := self._country(key):
            return self._make.of_class(f"government:{country}", country, "official", None, SIDE)
        return self._make.unnamed(name, "unattributed", None, NOTHING)

    def _described(self, name: str) -> Identity | None:
        """The body whose name stands behind what it is, whatever words make the name: "the aid group Mothers First"."""
        found = _DESCRIBED.fullmatch(name)
        kind = self.identity(found["what"]) if found else None
        if found is None or kind is None or kind.named or kind.class_ not in _BODIES or self._lists(found["name"]):
            return None
        return self._make.of_class(self._id(found["name"]), found["name"], kind.class_, None, kind.basis)

    def _lists(self, name: str) -> bool:
        """Whether the registry has an organisation by this name."""
        key = " ".join([t.key for t in self._lexicon.keys.tokens(name) if t.key != STOP])
        return any(word.organisation for word in self._lexicon.words.get(key, ()))

    def _of_country(self, name: str) -> Identity | None:
        """The named source behind the name of a country: "Yemen's Houthis" are not the government of Yemen."""
        behind = _OF_COUNTRY.match(name)
        found = self.identity(name[behind.end() :]) if behind else None
        return found if found and found.named and found.basis != SIDE else None

    def _country(self, key: str) -> str | None:
        """The country that a name spells if it governs no known side: "Malawi", but nothing for "reports in Malawi"."""
        places = (word.place for word in self._lexicon.words.get(key.removeprefix("the "), ()) if word.place)
        return next((place for place in places if self._tables.places[place].precision == _COUNTRY), None)

    def _by_title(self, name: str, clues: Clues, head: Title) -> Identity:
        if body := self._spoken_for(clues):
            return body
        deciding = self._named_so(clues.proper, clues.complement or head)
        class_ = (clues.proper and deciding.named_class) or deciding.class_ or head.class_ or UNKNOWN
        class_ = "state_media" if class_ == "media" and clues.official else class_
        side = self._side(clues, class_)
        if side and class_ == "official" and head.speaks_for and not deciding.office:
            class_ = self._class_of_side(side)
        basis = f"{'title' if deciding.office else 'head noun'} “{_label(deciding)}”"
        if self._is_of_body(clues, deciding):
            return self._of_body(name, clues, basis)
        if deciding.office and (office := self._office(name, clues, deciding, side, basis)):
            return office
        if not clues.proper and clues.modifiers and deciding is head and head.kind and head.class_ == "official":
            return self._make.of_class(f"name:{clues.modifiers}", name, class_, side, basis)
        if not clues.proper or deciding.hides:
            return self._make.unnamed(name, class_, side, basis, deciding.branch)
        shown = self._among(name, clues.proper) if class_ == WITNESS else clues.proper
        return self._make.of_class(self._id(clues.proper), shown, class_, side, basis, deciding.branch)

    def _among(self, name: str, proper: str) -> str:
        """How witnesses are called whom only a place or a body tells apart: "doctors at Vale Hospital" are not that."""
        people, place, behind = self._make.called(name).rpartition(proper)
        last = [word for word in people.lower().split() if word not in self._tables.grammar.articles][1:][-1:]
        among = place and not behind and last and last[0] in self._tables.grammar.parts
        return f"{people[0].lower()}{people[1:]}{proper}" if among else proper

    def _of_body(self, name: str, clues: Clues, basis: str) -> Identity:
        """Who holds a post of an unlisted body, or that body where he has no name of his own."""
        class_ = self._class_of_body(clues.body) or "party"
        if not clues.proper and _OWNS.search(name):  # "Fairhand's directors" are not Fairhand
            return self._make.unnamed(name, class_, None, basis)
        called = clues.proper if clues.proper and clues.proper not in clues.body else clues.body
        return self._make.of_class(self._id(called), called, class_, None, basis)

    def _spoken_for(self, clues: Clues) -> Identity | None:
        """The body whose spokesman it is, if that has a name: he speaks for it, whatever he is called himself.

        One word of which nothing else is known may be a surname.
        """
        body = self.identity(clues.spoken_for) if clues.spoken_for else None
        if body is None or not body.named:
            return None
        if body.class_ != UNKNOWN:
            return msgspec.structs.replace(body, basis=SPEAKS)
        if " " not in body.name:
            return None
        return self._make.of_class(body.id, body.name, self._class_of_body(body.name) or "party", None, SPEAKS)

    def _id(self, proper: str) -> str:
        """The id of an unlisted name, the same for "Fire & Rescue" and "Fire and Rescue"."""
        return f"name:{self._lexicon.keys.of(proper)}".replace(" and ", " ")

    def _is_of_body(self, clues: Clues, title: Title) -> bool:
        """Whether a post such as "head" or "president" is one of an unlisted body, and not of a state or its agency.

        An agency is likely an acronym ("the EPA"), but has no president, or of some level of government. A president
        of one unknown word may be a country's.
        """
        body = clues.body
        if not body or not title.common or self._names_level(body):
            return False
        if title.office:
            return clues.glossed or body.isupper() or " " in body
        return not body.isupper()

    def _names_level(self, body: str) -> bool:
        """Whether a body's name has a level of government, so that it is likely one of the state: "county", "federal".
        """
        return any(word.lower() in self._tables.grammar.levels for word in body.split())

    def _class_of_body(self, body: str) -> str | None:
        """The class that the last word of a body's name tells: "Northwold Utilities"."""
        first, _, tail = body.rpartition(" ")
        title = self._lexicon.tails.get(tail) if first else None
        return title.class_ if title else None

    def _named_so(self, proper: str, title: Title) -> Title:
        """The title, or what its word means at the end of a name: a post is social media, "the Lorn Post" an outlet.

        What begins the name of an army may tell that it is of no state: "the Free Lorn Army".
        """
        first, _, tail = proper.rpartition(" ")
        opening = self._lexicon.openings.get(proper.partition(" ")[0])
        if opening and opening.id == _UNIT and title.office == _ARMY:
            return opening
        ends = self._lexicon.tails.get(tail) if first and tail.lower() in title.words else None
        return ends or title

    def _class_of_side(self, side: str) -> str:
        """The class of somebody known by side alone: official if the side governs a place, else the side's own."""
        entry = self._tables.sides[side]
        return "official" if entry.governs else entry.class_

    def _office(self, name: str, clues: Clues, title: Title, side: str | None, basis: str) -> Identity | None:
        """The institution of a side or place that has only one of its kind."""
        seat = clues.place if title.local else side
        regional = not title.local and clues.place and not (clues.sides or clues.ties)  # "Ohio's secretary of state"
        if title.office is None or seat is None or regional:
            return None
        organisation = self._governments.office(title.office, seat)
        if organisation:
            return self._make.of_organisation(organisation, basis)
        if clues.proper and not title.local:  # one of many who sit there
            return None
        called = clues.proper or self._make.called(name)
        return self._make.of_class(f"office:{title.office}/{seat}", called, title.class_ or "official", side, basis)

    def _government(self, name: str, clues: Clues) -> Identity:
        """A side named as one that acts: "Moscow", "Israel"."""
        if clues.fights:  # "anti-Kremlin Russians"
            return self._make.unnamed(name, "party", self._side(clues, "party"), "names the side it fights")
        side = self._side(clues, "official")
        organisation = self._governments.office("government", side) if side else None
        basis = SIDE
        if organisation:
            return self._make.of_organisation(organisation, basis)
        if side is None or not clues.actor:
            return self._make.unnamed(name, "official", side, basis)
        label = self._tables.sides[side].name
        class_ = self._tables.sides[side].class_
        return self._make.of_class(f"side:{side}", label, class_, side, basis)

    def _unknown(self, clues: Clues) -> Identity:
        class_, basis = (WITNESS, AGED) if clues.aged else ("unattributed", NOTHING)
        first, _, tail = clues.proper.rpartition(" ")
        opening = self._lexicon.openings.get(first.partition(" ")[0])
        if clues.body and (of_body := self._class_of_body(clues.body)):
            class_, basis = of_body, "of a body whose name tells"
        told = clues.told or (self._lexicon.tails.get(tail) if first else None) or opening
        if told and told.class_:
            class_, basis = told.class_, f"named or told of like a “{_label(told)}”"
        return self._make.of_class(self._id(clues.proper), clues.proper, class_, None, basis)

    def _side(self, clues: Clues, class_: str) -> str | None:
        """The side of a source. Ties ("Ukraine-backed") outrank adjectives, and these outrank the place of an office.
        """
        if not self._tables.classes[class_].sided:
            return None
        if clues.ties:
            return clues.ties[0] if len(set(clues.ties)) == 1 else None
        if clues.fights:
            return self._alliances.only_opponent(clues.fights[0]) if class_ == "party" else None
        if clues.sides:
            return clues.sides[0] if len(clues.sides) == 1 else None
        public = class_ == "official" and not (clues.head and clues.head.thing)  # a hospital is no government's
        return self._governments.of_place(clues.place) if clues.place and public else None


def _is_misspelt(word: Word, name: str) -> bool:
    """Whether an acronym of three letters is written as a word, which then means something else: "Spa", "Let"."""
    return word.capitals == (ACRONYM,) and any(c.isupper() for c in name) and not name.split()[-1].isupper()


def _label(title: Title | None) -> str:
    return title.words[0] if title else ""
