"""Outlets that others have judged: who owns them and how reliable they have proved.

State ownership comes from the State Media Monitor (MIT), track records from Wikipedia's perennial sources (CC BY-SA);
`python -m bench.build_registry` makes both tables. Who makes his news up is listed by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rules.model import Record, Reliability
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook


class OutletGroup(Record, frozen=True, kw_only=True):
    """Outlets that share class, reliability and owner; each of `outlets` is "domain Name of the outlet"."""

    class_: str
    reliability: Reliability | None = None
    side: str | None = None
    family: str | None = None
    basis: str
    outlets: tuple[str, ...]


class OutletTable(Record, frozen=True, kw_only=True):
    """A file of outlets with its source and licence."""

    source: str
    licence: str
    groups: tuple[OutletGroup, ...]


class Outlet(NamedTuple):
    """An outlet of a table and the group whose facts it shares."""

    domain: str
    name: str
    group: OutletGroup


class Outlets:
    """The outlets of all tables by domain; where two have one, the first decides."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables = rulebook.part(Tables)
        self.by_domain: dict[str, Outlet] = {}
        for file in ("outlets/satire.yaml", "outlets/state_media.yaml", "outlets/perennial.yaml"):
            for group in rulebook.table(file, OutletTable).groups:
                self._tables.check(file, "class", group.class_, self._tables.classes)
                self._tables.check(file, "side", group.side, self._tables.sides)
                for entry in group.outlets:
                    domain, _, name = entry.partition(" ")
                    self.by_domain.setdefault(domain, Outlet(domain, name or domain, group))

    def reliability(self, domains: Iterable[str]) -> str | None:
        """The worst track record that any of these domains has."""
        known = (self.by_domain[d].group.reliability for d in domains if d in self.by_domain)
        return max((letter for letter in known if letter), default=None)
