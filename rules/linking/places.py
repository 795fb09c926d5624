"""Where two statements say that it happened: in one place, in two, or in places of which one lies in the other."""

from __future__ import annotations

from functools import lru_cache

from rules.facets import Gazetteer, name_key
from rules.linking.statement import Statement
from rules.rulebook import Rulebook

REMEMBERED = 2048  # names and pairs of places whose relation is kept
AREA = 3  # UCDP precision of a district, in which a village of no list may lie
COUNTRY = 6  # UCDP precision of a whole country, which rules no place in it out


class Places:
    """Compares the places of statements, those within a country only."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._gazetteer = rulebook.part(Gazetteer)
        self._local = lru_cache(REMEMBERED)(self._local_places)
        self._related = lru_cache(REMEMBERED)(self._relate)

    def apart(self, a: Statement, b: Statement) -> bool:
        """Whether both name places, and no place of one is, or lies in, a place of the other."""
        near, far = self._local(a.places), self._local(b.places)
        return bool(near and far) and not any(self._related(p, q) for p in near for q in far)

    def near(self, a: Statement, b: Statement) -> bool:
        """Whether a place of one is, or lies in, a place of the other."""
        return any(self._related(p, q) for p in self._local(a.places) for q in self._local(b.places))

    def set_apart(self, a: Statement, b: Statement) -> bool:
        """Whether both articles name towns or villages, and none of one is, or lies in, one of the other."""
        return bool(a.setting and b.setting) and not any(self._related(p, q) for p in a.setting for q in b.setting)

    def shared(self, a: Statement, b: Statement) -> bool:
        """Whether both name the same place."""
        return not set(self._local(a.places)).isdisjoint(self._local(b.places))

    def _local_places(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those that lie within a country; of those that are not listed the key, so that spellings do not matter."""
        places = ((name, self._gazetteer.place(name)) for name in names)
        return tuple(place.name if place else name_key(name) for name, place in places
                     if place is None or place.precision < COUNTRY)

    def _relate(self, p: str, q: str) -> bool:
        """Whether one is, lies in, or is called after the other, as a district is after its town; what no list has may
        lie in any district or region."""
        known = [place for name in (p, q) if (place := self._gazetteer.place(name))]
        if len(known) == 1 and known[0].precision >= AREA:
            return True
        named_after = f"{p} ".startswith(f"{q} ") or f"{q} ".startswith(f"{p} ")
        return named_after or p in self._gazetteer.within(q) or q in self._gazetteer.within(p)
