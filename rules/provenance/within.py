"""Who is known by a name within his: "the Republic of Turkey", "the army's Sixth Division", "the aid group Reed"."""

from __future__ import annotations

import re
from collections.abc import Callable

from rules.provenance.bases import ALIAS, SIDE
from rules.provenance.bodies import BodyNames
from rules.provenance.classes import INDEPENDENT_VERIFICATION, NGO, OFFICIAL
from rules.provenance.making import IdentityMaker
from rules.provenance.records import Identity
from rules.provenance.shapes import shape_words
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_OF_COUNTRY = re.compile(r"[^,]{3,30}?['’]s? (?=\w*[A-Z])")
_DESCRIBED = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){0,3}) "
    r"(?P<name>[A-Z][\w’'-]*(?: (?:[a-z]{2,7} )?[A-Z][\w’'-]*)+)"
)
_GLOSSED = re.compile(
    r"(?:[Tt]he )?[^,]*\b(?:agency|body|office|watchdog|mission|force|service|fund|programme|program|arm),? "
    r"(?P<name>[A-Z]{3,9})"
)
_BODIES = frozenset({NGO, INDEPENDENT_VERIFICATION})


class NamesWithin:
    """Finds such names; `identity` tells who bears a name by itself."""

    def __init__(self, rulebook: Rulebook, identity: Callable[[str], Identity]) -> None:
        self._identity, self._make = identity, rulebook.part(IdentityMaker)
        self._bodies, words = rulebook.part(BodyNames), rulebook.part(shape_words)
        states = any_of(rulebook.part(Tables).grammar.states)
        self._state = re.compile(rf"(?:[Tt]he )?(?:[A-Z][\w’'-]+ ){{0,3}}(?:{states}) of (?:the )?")
        self._unit = re.compile(
            rf"(?P<army>(?:[Tt]he )?(?:[A-Z][\w-]+(?:['’]s)? )?(?:{any_of(words.armies)}))['’]s? "
            rf"(?=(?:[A-Z0-9][\w-]* ){{0,4}}(?:{any_of(words.units)})$)")
        self._called = re.compile(rf" who (?:{any_of(words.presents)})(?: only)? as (?:an? )?(?=[A-Z])")

    def of(self, name: str) -> Identity | None:
        """Who is meant by what stands within a name; None where that tells nothing."""
        known = self._described(name) or self._in_full(name) or self._of_army(name) or self._glossed(name)
        return known or self._before_relative(name) or self._calling_himself(name)

    def _described(self, name: str) -> Identity | None:
        """The body whose name stands behind what it is, whatever words make the name: "the aid group Mothers First"."""
        found = _DESCRIBED.fullmatch(name)
        kind = self._identity(found["what"]) if found else None
        if found is None or kind is None or kind.named or kind.class_ not in _BODIES:
            return None
        if self._bodies.lists(found["name"]):
            return None
        return self._make.of_class(self._bodies.id(found["name"]), found["name"], kind.class_, None, kind.basis)

    def _glossed(self, name: str) -> Identity | None:
        """The listed body whose acronym stands behind what it is: "the UN children's agency, UNICEF"."""
        found = _GLOSSED.fullmatch(name)
        body = self._identity(found["name"]) if found else None
        return body if body and body.basis == ALIAS else None

    def _in_full(self, name: str) -> Identity | None:
        """The country that is called all that it is: "the Republic of Turkey"."""
        state = self._state.match(name)
        return self._country(name[state.end() :]) if state else None

    def _before_relative(self, name: str) -> Identity | None:
        """The country of which a clause tells more: "Lornia, which the army accuses of arming the Legion"."""
        country, which, _ = name.partition(", which ")
        return self._country(country) if which else None

    def _country(self, name: str) -> Identity | None:
        found = self._identity(name)
        return found if found.basis == SIDE else None

    def _calling_himself(self, name: str) -> Identity | None:
        """Who gives his name: "a man who introduced himself as Captain Dovik"."""
        called = self._called.search(name)
        return self._identity(name[called.end() :]) if called else None

    def _of_army(self, name: str) -> Identity | None:
        """The unit of an army, which is of the state and no militia: "the army's Sixth Division"."""
        unit = self._unit.match(name)
        found = self._identity(name[: unit.end("army")]) if unit else None
        if unit is None or found is None or found.class_ != OFFICIAL:
            return None
        called = name[unit.end() :]
        return self._make.of_class(self._bodies.id(called), called, OFFICIAL, found.side, found.basis)

    def behind_country(self, name: str) -> Identity | None:
        """The named source behind the name of a country: "Yemen's Houthis" are not the government of Yemen."""
        behind = _OF_COUNTRY.match(name)
        found = self._identity(name[behind.end() :]) if behind else None
        return found if found and found.named and found.basis != SIDE else None
