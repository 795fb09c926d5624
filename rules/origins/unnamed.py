"""Sources that nobody names in particular, traced to those who may be meant: "police" to "police in Ostwick".

Whoever cannot be shown to be somebody else is no further origin. The words alone decide, within one class and one
stance: an unnamed source is taken for a named one whose name has all its words; two names of the same words are one;
an unnamed office is taken for whoever bears it, or another of its house: "fire service", "fire chief Ana Moll"; and who
bears an office with a name is that: "Lorn police", "Lorn police chief Ana Moll". Officials of different branches are
told apart without a name ("police", "the mayor"); "officials" may be of any.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from rules.model import Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity, Registry

OFFICIAL = "official"
PLURAL = "s"
_BEFORE, _AFTER = re.compile(r"(?:[\w’'-]+ ){1,3}$"), re.compile(r", (?:[\w’'-]+ ?){1,5}")
_Kind = tuple[str, Stance, bool]


def trace_unnamed(
    reports: Sequence[ResolvedReport], texts: Sequence[str], registry: Registry
) -> tuple[ResolvedReport, ...]:
    """The reports, each with the identity of the first by id that may be meant by its source; `texts` are theirs."""
    if all(_tells_apart(report.identity, registry) for report in reports):
        return tuple(reports)
    named = _Named(reports, texts, registry)
    traced = [(report, named.meant_by(report)) for report in reports]
    return tuple([r if r.identity.id == who.id else msgspec.structs.replace(r, identity=who) for r, who in traced])


def _tells_apart(identity: Identity, registry: Registry) -> bool:
    """Whether it is a name as persons and outlets have one, of capital words that tell; quick to see, and so mostly."""
    name = identity.name
    return identity.named and name == name.title() and len(registry.words(name)) > name.count(" ")


class _Named:
    """The named sources of a case, by the words of their names and of their offices."""

    def __init__(self, reports: Sequence[ResolvedReport], texts: Sequence[str], registry: Registry) -> None:
        self._registry = registry
        self._same: dict[tuple[_Kind, frozenset[str]], Identity] = {}
        self._having = defaultdict[tuple[_Kind, str], dict[str, Identity]](dict)
        self._holding: dict[tuple[_Kind, str], Identity] = {}
        self._branches = defaultdict[tuple[_Kind, str], set[str]](set)
        for report in reports:
            if report.identity.branch:
                self._branches[_kind(report), report.identity.id].add(report.identity.branch)
        self._house: dict[tuple[_Kind, str], Identity] = {}
        found = {(r.identity, _kind(r), _office(r, texts[r.index])) for r in reports if r.identity.named}
        named = sorted(found, key=lambda held: (held[0].id, held[0].name, held[1:]))
        for identity, kind, office in named:
            words = self._words(identity.name)
            self._same.setdefault((kind, words), identity)
            for word in words:
                self._having[kind, word].setdefault(identity.id, identity)
            for word in self._words(office):
                self._holding.setdefault((kind, word), identity)
        for identity, kind, office in named:
            if house := self._same.get((kind, self._words(office))):
                self._house.setdefault((kind, identity.id), house)

    def _words(self, name: str) -> frozenset[str]:
        """The words of a name, one prosecutor's and those of prosecutors alike."""
        return frozenset(word.removesuffix(PLURAL) for word in self._registry.words(name))

    def meant_by(self, report: ResolvedReport) -> Identity:
        """Who a report's source may be: the first of these by id, else the source itself."""
        kind, words = _kind(report), self._words(report.identity.name)
        if report.identity.named:
            same = self._same[kind, words]
            return self._house.get((kind, same.id), same)
        having = [self._having.get((kind, word), {}) for word in words]
        among = set(having[0]).intersection(*having[1:]) if having else set()
        if among:
            return having[0][min(among)]
        holding = [self._holding[kind, word] for word in words if (kind, word) in self._holding]
        return min(holding, key=lambda identity: identity.id, default=None) or self._of_branch(report.identity, kind)

    def _of_branch(self, identity: Identity, kind: _Kind) -> Identity:
        """Whom nobody names, told from those of other branches; who may be of any branch, as of the first of these."""
        branch = identity.branch or min(self._branches.get((kind, identity.id), ()), default="")
        return msgspec.structs.replace(identity, id=f"{identity.id}/{branch}") if branch else identity


def _office(report: ResolvedReport, text: str) -> str:
    """Of officials the words right before the name, and those behind a comma after it: "Ana Moll, the mayor"."""
    name = report.identity.name
    start = text.find(name) if report.identity.class_ == OFFICIAL else -1
    if start < 0:
        return ""
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, start + len(name))
    return " ".join(found[0] for found in (before, after) if found)


def _kind(report: ResolvedReport) -> _Kind:
    return (report.identity.class_, report.stance, report.checks)
