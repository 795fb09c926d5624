"""Sources without a name, traced to a source of the case that they may be: "police" to "police in Ostwick".

A source that cannot be shown to be another one is no further origin. Words alone decide, within one class and one
stance: an unnamed source is taken for a named one whose name has all its words; names of the same words are one; an
unnamed office is taken for whoever holds it, or for another of its house ("fire service", "fire chief Ana Moll"), and
whoever holds an office with a name is that office: "Lorn police", "Lorn police chief Ana Moll". Those of different
branches ("police", "the mayor"; "the company", "the union") are kept apart; "officials" may be of any branch.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from rules.model import Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity, Registry
from rules.provenance.classes import OFFICIAL

PLURAL = "s"
_BEFORE, _AFTER = re.compile(r"(?:[\w’'-]+\.? ){1,3}$"), re.compile(r", (?:[\w’'-]+ ?){1,5}")
_Kind = tuple[str, Stance, bool]


def trace_unnamed(
    reports: Sequence[ResolvedReport], texts: Sequence[str], registry: Registry
) -> tuple[ResolvedReport, ...]:
    """The reports, each with the identity that its source may be, the first by id of several; `texts` are their texts.
    """
    if all(_tells_apart(report.identity, registry) for report in reports):
        return tuple(reports)
    named = _Named(reports, texts, registry)
    traced = [(report, named.meant_by(report)) for report in reports]
    return tuple([r if r.identity.id == who.id else msgspec.structs.replace(r, identity=who) for r, who in traced])


def _tells_apart(identity: Identity, registry: Registry) -> bool:
    """Whether a name is plainly that of one person or outlet: all words capitalised and telling. A quick test."""
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
        """The named source that a report's source may be, the first by id of several; else the source itself."""
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
        """An unnamed source with the branch in the id; one of no known branch takes the first in the case."""
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
