"""Publishers by domain, by account on a platform, or by name. Hand-written registry entries win over the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from rules.model import Record
from rules.provenance.bases import ALIAS, NOTHING
from rules.provenance.classes import MEDIA, OFFICIAL, SOCIAL
from rules.provenance.identities import Identities
from rules.provenance.making import IdentityMaker
from rules.provenance.names import NameKeys
from rules.provenance.outlets import Outlet, Outlets
from rules.provenance.records import Identity
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

ON_PLATFORM = "an account on a platform"


class _Suffixes(Record, frozen=True, kw_only=True):
    """Second labels of a country's suffix (`co` in .co.uk); hosts whose first path segment is an account, unless it is
    one of `pages`; hosts whose short links lead to anybody's pages.
    """

    second_level: frozenset[str]
    platforms: frozenset[str]
    pages: frozenset[str]
    shorteners: frozenset[str]


class Publishers:
    """Whoever carries a document."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._keys = rulebook.part(NameKeys)
        self._tables = rulebook.part(Tables)
        self._identities, maker = rulebook.part(Identities), rulebook.part(IdentityMaker)
        self._suffixes = rulebook.table("outlets/suffixes.yaml", _Suffixes)
        outlets = rulebook.part(Outlets).by_domain.values()
        self._known = lru_cache(maxsize=4096)(self._known_as)
        self.find = lru_cache(maxsize=8192)(self._find)
        self._by_domain = {o.domain: self._of_outlet(o) for o in outlets}
        self._by_name = {self._keys.of(o.name): self._by_domain[o.domain] for o in reversed(outlets)}
        self._spelled = {name: self._by_domain[o.domain] for o in reversed(outlets) for name in _spellings(o.name)}
        for organisation in self._tables.organisations.values():
            for domain in organisation.domains:
                self._check(domain, rulebook)
                self._by_domain[domain] = maker.of_organisation(organisation, f"domain {domain}")

    def _check(self, domain: str, rulebook: Rulebook) -> None:
        """Refuse what no address ever leads to: "https://oak.example/news", "Oak.example"."""
        if domain not in (met := [*self._domains(domain)]):
            meant = f", did you mean “{met[0]}”?" if met else ""
            raise rulebook.blame("registry/*.yaml", domain, f"“{domain}” is no domain as addresses have it{meant}")

    def _find(self, publisher: str | None, url: str | None) -> Identity | None:
        """The outlet of a document; None where nothing is given. An unknown one is `media` that nobody has judged."""
        given, address = (publisher or "").strip(), (url or "").strip()
        if not address:
            return self._by_itself(given)
        domains = [*self._domains(address)]
        known = self._known(given) or self._listed(domains)
        if known or not domains or _split(given):
            return known or self._by_itself(given or address)
        return self._unknown(domains[-1], given)

    def spelled(self, name: str) -> Identity | None:
        """The listed outlet whose name has exactly this spelling: The Onion, but not the onion."""
        return self._spelled.get(name)

    def is_account(self, name: str) -> bool:
        """Whether a name is the address of an account on a platform: `t.me/north_desk`."""
        return "/" in name and "/" in next(self._domains(name), "")

    def behind(self, url: str) -> Identity | None:
        """The publisher of the page that a link leads to; a platform itself where the address names no account.

        None for a short link, which does not show where it leads.
        """
        domains = [*self._domains(url)]
        if domains and domains[0] in self._suffixes.shorteners:
            return None
        if domains and domains[0] in self._suffixes.platforms:
            page = url.partition("//")[2] or url
            return self._unknown(page, page.removeprefix("www."), SOCIAL, "a page on a platform")
        return self.find(None, url)

    def _known_as(self, given: str) -> Identity | None:
        if not given:
            return None
        return (None if _split(given) else self._named(given)) or self._listed([*self._domains(given)])

    def _by_itself(self, given: str) -> Identity | None:
        if not given:
            return None
        domains = [*self._domains(given)]
        if domains:
            return self._known(given) or self._unknown(domains[-1], "")
        return self._known(given) or self._body(given) or self._unknown(self._keys.of(given), given)

    def _body(self, name: str) -> Identity | None:
        """The official body that a name says it is: "Ostwick Police" publishes what it says itself, like a ministry."""
        found = self._identities.identify(name, None, None)
        return found if found.named and found.class_ == OFFICIAL and found.branch else None

    def _named(self, name: str) -> Identity | None:
        for spelling in (name, f"The {name}"):
            known = self._identities.identify(spelling, None, None)
            if known.basis == ALIAS:
                return known
        return self._by_name.get(self._keys.of(name))

    def _listed(self, domains: Sequence[str]) -> Identity | None:
        for domain in domains:
            if domain in self._by_domain:
                return self._by_domain[domain]
            if "/" in domain:
                return self._unknown(domain, domain, SOCIAL, ON_PLATFORM)
        return None

    def _unknown(self, id_: str, name: str, class_: str = MEDIA, basis: str = NOTHING) -> Identity:
        return Identity(
            id=f"outlet:{id_}", name=name or id_, class_=class_, side=None, reliability="F", named=True, basis=basis
        )

    def _domains(self, address: str) -> Iterator[str]:
        """The account, then the host and its parents down to the registrable domain."""
        parts = _split(address)
        if parts is None:
            return
        host, path = parts
        labels = host.split(".")
        account = path.strip("/").split("/")[0].lower().removeprefix("@")
        if host in self._suffixes.platforms and account and account not in self._suffixes.pages:
            yield f"{host}/{account}"
        country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in self._suffixes.second_level
        for first in range(len(labels) - (2 if country else 1)):
            yield ".".join(labels[first:])

    def _of_outlet(self, outlet: Outlet) -> Identity:
        group = outlet.group
        return Identity(
            id=f"outlet:{outlet.domain}",
            name=outlet.name,
            class_=group.class_,
            side=group.side,
            reliability=group.reliability or self._tables.classes[group.class_].reliability,
            named=True,
            basis=group.basis,
            family=group.family,
        )


def _spellings(name: str) -> tuple[str, ...]:
    """How a sentence may spell an outlet's name; a single word may be anybody's."""
    plain = name.removeprefix("The ")
    if " " in plain:
        return (name, plain, f"the {plain}")
    return (name,) if " " in name else ()


def _split(address: str) -> tuple[str, str] | None:
    """Host without www. and path of a URL or bare domain; None where there is no host."""
    if "." not in address or any(c.isspace() for c in address):
        return None
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return None
    return (host, parts.path) if "." in host.strip(".") else None
