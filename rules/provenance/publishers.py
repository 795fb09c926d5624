"""Outlets by domain, by account on a platform, or by name.

State outlets come from the State Media Monitor (MIT), track records from Wikipedia's perennial sources (CC BY-SA);
both as compact tables that `python -m bench.build_registry` makes. Hand-written registry entries win over both.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from rules.model import Record
from rules.provenance.identities import Identities
from rules.provenance.names import NameKeys
from rules.provenance.records import Identity
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook


class OutletGroup(Record, frozen=True, kw_only=True):
    """Outlets that share class, reliability and owner; each of `outlets` is "domain Name of the outlet"."""

    class_: str
    reliability: str | None = None
    side: str | None = None
    family: str | None = None
    basis: str
    outlets: tuple[str, ...]


class OutletTable(Record, frozen=True, kw_only=True):
    """A generated file of outlets with its source and licence."""

    source: str
    licence: str
    groups: tuple[OutletGroup, ...]


class _Suffixes(Record, frozen=True, kw_only=True):
    """Second labels of a country's suffix (`co` in .co.uk), and hosts whose first path segment is an account."""

    second_level: frozenset[str]
    platforms: frozenset[str]


class Publishers:
    """Whoever carries a document."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._keys = rulebook.part(NameKeys)
        self._tables = rulebook.part(Tables)
        self._identities = rulebook.part(Identities)
        self._suffixes = rulebook.table("outlets/suffixes.yaml", _Suffixes)
        self._by_domain: dict[str, Identity] = {}
        self._by_name: dict[str, Identity] = {}
        for organisation in self._tables.organisations.values():
            for domain in organisation.domains:
                self._by_domain[domain] = self._identities.of_organisation(organisation, f"domain {domain}")
        for name in ("outlets/state_media.yaml", "outlets/perennial.yaml"):
            self._add_table(rulebook.table(name, OutletTable))

    def find(self, publisher: str | None, url: str | None) -> Identity | None:
        """The outlet of a document; None where nothing is given. An unknown one is `media` that nobody has judged."""
        given = (publisher or "").strip()
        for address in (given if _like_domain(given) else "", (url or "").strip()):
            for domain in self._domains(address):
                if domain in self._by_domain:
                    return self._by_domain[domain]
        if given and not _like_domain(given):
            return self._named(given)
        domains = list(self._domains(given)) or list(self._domains(url or ""))
        return self._unknown(domains[-1], domains[-1]) if domains else None

    def _named(self, name: str) -> Identity:
        known = self._identities.identify(name, None, None)
        if known.id.startswith(("name:", "class:")):
            return self._by_name.get(self._keys.of(name)) or self._unknown(self._keys.of(name), name)
        return known

    def _unknown(self, id_: str, name: str) -> Identity:
        return Identity(
            id=f"outlet:{id_}", name=name, class_="media", side=None, reliability="F", named=True, basis="nothing known"
        )

    def _domains(self, address: str) -> Iterator[str]:
        """The account, then the host and its parents down to the registrable domain."""
        parts = _split(address)
        if parts is None:
            return
        host, path = parts
        labels = host.split(".")
        account = path.strip("/").split("/")[0].lower()
        if host in self._suffixes.platforms and account:
            yield f"{host}/{account.lstrip('@')}"
        country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in self._suffixes.second_level
        for first in range(len(labels) - (2 if country else 1)):
            yield ".".join(labels[first:])

    def _add_table(self, table: OutletTable) -> None:
        for group in table.groups:
            default = self._tables.classes[group.class_].reliability
            for outlet in group.outlets:
                domain, _, name = outlet.partition(" ")
                identity = Identity(
                    id=f"outlet:{domain}",
                    name=name or domain,
                    class_=group.class_,
                    side=group.side,
                    reliability=group.reliability or default,
                    named=True,
                    basis=group.basis,
                    family=group.family,
                )
                self._by_domain.setdefault(domain, identity)
                if name:
                    self._by_name.setdefault(self._keys.of(name), identity)


def _like_domain(text: str) -> bool:
    return "." in text and not text.endswith(".") and " " not in text


def _split(address: str) -> tuple[str, str] | None:
    """Host without www. and path of a URL or bare domain; None where there is no host."""
    if not address or " " in address:
        return None
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return None
    return (host, parts.path) if "." in host else None
