"""Sources that nobody names in particular, traced to those who may be meant: "police" to "police in Ostwick".

Whoever cannot be shown to be somebody else is no further origin. The words alone decide, within one class and one
stance: an unnamed source is taken for a named one whose name has all its words; two names of the same words are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from rules.model import Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity, Registry

_Kind = tuple[str, Stance, bool]


def trace_unnamed(reports: Sequence[ResolvedReport], registry: Registry) -> tuple[ResolvedReport, ...]:
    """The reports, each with the identity of the first by id that may be meant by its source."""
    if all(_tells_apart(report.identity) for report in reports):
        return tuple(reports)
    named = _Named(reports, registry)
    traced = [(report, named.meant_by(report)) for report in reports]
    return tuple([r if r.identity.id == who.id else msgspec.structs.replace(r, identity=who) for r, who in traced])


def _tells_apart(identity: Identity) -> bool:
    """Whether it is a name as persons and outlets have one, of capital words alone; quick to see, and so mostly."""
    return identity.named and identity.name.istitle()


class _Named:
    """The named sources of a case, by the words of their names."""

    def __init__(self, reports: Sequence[ResolvedReport], registry: Registry) -> None:
        self._registry, self._having = registry, defaultdict[tuple[_Kind, str], dict[str, Identity]](dict)
        self._same: dict[tuple[_Kind, frozenset[str]], Identity] = {}
        for identity, kind in sorted({(r.identity, _kind(r)) for r in reports if r.identity.named}, key=_by_id):
            words = registry.words(identity.name)
            self._same.setdefault((kind, words), identity)
            for word in words:
                self._having[kind, word][identity.id] = identity

    def meant_by(self, report: ResolvedReport) -> Identity:
        """Who a report's source may be: the first of these by id, else the source itself."""
        kind, words = _kind(report), self._registry.words(report.identity.name)
        if report.identity.named:
            return self._same[kind, words]
        having = [self._having.get((kind, word), {}) for word in words]
        among = set(having[0]).intersection(*having[1:]) if having else set()
        return having[0][min(among)] if among else report.identity


def _kind(report: ResolvedReport) -> _Kind:
    return (report.identity.class_, report.stance, report.checks)


def _by_id(held: tuple[Identity, _Kind]) -> tuple[str, str, _Kind]:
    identity, kind = held
    return (identity.id, identity.name, kind)
