"""Whose side a source takes that is known by words alone, and which office or government of it that is."""

from __future__ import annotations

from rules.provenance.alliances import Alliances
from rules.provenance.bases import SIDE
from rules.provenance.classes import OFFICIAL, PARTY
from rules.provenance.governments import Governments
from rules.provenance.lexicon import Lexicon
from rules.provenance.making import IdentityMaker
from rules.provenance.naming import Clues
from rules.provenance.records import Identity, Title
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

_COUNTRY = 6  # precision of a place
_CIVIC = frozenset({"labour", "politics"})  # whose parties contend within a state: they are not on its side


class SideJudge:
    """Judges by the sides, places and ties that a name holds."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables, self._lexicon = rulebook.part(Tables), rulebook.part(Lexicon)
        self._governments, self._alliances = rulebook.part(Governments), rulebook.part(Alliances)
        self._make = rulebook.part(IdentityMaker)

    def side(self, clues: Clues, class_: str) -> str | None:
        """The side of a source. Ties ("Ukraine-backed") outrank adjectives, and these outrank the place of an office.
        """
        if not self._tables.classes[class_].sided:
            return None
        if clues.ties:
            return clues.ties[0] if len(set(clues.ties)) == 1 else None
        if clues.fights:
            return self._alliances.only_opponent(clues.fights[0]) if class_ == PARTY else None
        if class_ == PARTY and clues.head and clues.head.branch in _CIVIC:
            return None
        if clues.sides:
            return clues.sides[0] if len(clues.sides) == 1 else None
        public = class_ == OFFICIAL and not (clues.head and clues.head.thing)  # a hospital is no government's
        return self._governments.of_place(clues.place) if clues.place and public else None

    def class_of(self, side: str) -> str:
        """The class of somebody known by side alone: official if the side governs a place, else the side's own."""
        entry = self._tables.sides[side]
        return OFFICIAL if entry.governs else entry.class_

    def office(self, name: str, clues: Clues, title: Title, side: str | None, basis: str) -> Identity | None:
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
        return self._make.of_class(f"office:{title.office}/{seat}", called, title.class_ or OFFICIAL, side, basis)

    def government(self, name: str, clues: Clues) -> Identity:
        """A side named as one that acts: "Moscow", "Israel"."""
        if clues.fights:  # "anti-Kremlin Russians"
            return self._make.unnamed(name, PARTY, self.side(clues, PARTY), "names the side it fights")
        side = self.side(clues, OFFICIAL)
        if side and (organisation := self._governments.office("government", side)):
            return self._make.of_organisation(organisation, SIDE)
        if side is None or not clues.actor:
            return self._make.unnamed(name, OFFICIAL, side, SIDE)
        entry = self._tables.sides[side]
        return self._make.of_class(f"side:{side}", entry.name, entry.class_, side, SIDE)

    def country(self, key: str) -> str | None:
        """The country that a name spells if no one side governs it: "Libya", but nothing for "reports in Libya"."""
        places = (word.place for word in self._lexicon.words.get(key.removeprefix("the "), ()) if word.place)
        return next((place for place in places if self._tables.places[place].precision == _COUNTRY), None)
