"""Which side governs a place, which organisation holds an office of it, and what a side is called."""

from __future__ import annotations

from rules.provenance.names import NameKeys
from rules.provenance.records import Organisation
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook


class Governments:
    """Sides, their places and their institutions."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables = rulebook.part(Tables)
        self._keys = rulebook.part(NameKeys)
        self._offices: dict[tuple[str, str], Organisation] = {}
        self._governing: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        for organisation in self._tables.organisations.values():
            seat = organisation.place or organisation.side
            if organisation.office and seat:
                self._offices[(organisation.office, seat)] = organisation
        for side in self._tables.sides.values():
            for place in side.governs:
                self._governing.setdefault(place, []).append(side.id)
            for name in (side.id, side.name, *side.aliases, *side.adjectives):
                self._names[self._keys.of(name)] = side.id

    def office(self, office: str, seat: str) -> Organisation | None:
        """The registry's organisation that holds `office` of a side, or of a place or what that place lies in."""
        return next((found for s in (seat, *self.around(seat)) if (found := self._offices.get((office, s)))), None)

    def land(self, side: str) -> str | None:
        """The first place that a side governs: none for a militia."""
        return next(iter(self._tables.sides[side].governs), None) if side in self._tables.sides else None

    def of_place(self, place: str) -> str | None:
        """The side that governs `place`; None where it is unknown or disputed."""
        for seat in (place, *self.around(place)):
            if governing := self._governing.get(seat):
                return governing[0] if len(governing) == 1 else None
        return None

    def around(self, place: str) -> list[str]:
        """What a place lies in, from near to far."""
        chain: list[str] = []
        entry = self._tables.places.get(place)
        while entry and entry.within and entry.within not in chain:
            chain.append(entry.within)
            entry = self._tables.places.get(entry.within)
        return chain

    def side(self, name: str) -> str:
        """The side that a request names by its id or any of its names; any other word is kept as a side of its own."""
        return self._names.get(self._keys.of(name), name)
