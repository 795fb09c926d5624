"""Reports grouped by origin. Retelling adds no certainty: an origin is as sure as its most cautious report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from rules.model import Evidence, Facet, Hedge, Interest, Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity

_CAUTION = (Stance.DENIES, Stance.CANNOT_VERIFY, Stance.UNRELATED, Stance.UPDATES, Stance.SUPPORTS)
_PLACE = {stance: place for place, stance in enumerate(reversed(_CAUTION))}

_Key = tuple[str, str, bool]


class OriginGroup(msgspec.Struct, frozen=True):
    """All reports of one origin, in the stance it holds last. `id` is `o1`, `o2`, … in the order of the sort key.

    `other_readings` holds further identities and interests where the reports disagree on what the origin is.
    """

    id: str
    identity: Identity
    stance: Stance
    interest: Interest
    reports: tuple[int, ...]
    carriers: int
    traced_by: tuple[str, ...]
    hedge: tuple[int, Hedge] | None
    verified: frozenset[Facet] = frozenset()
    failed: frozenset[Facet] = frozenset()
    checked: bool = False
    withdrawn: bool = False
    admits: bool = False
    evidence: tuple[Evidence, ...] = ()
    other_readings: tuple[tuple[Identity, Interest], ...] = ()


def group(reports: Iterable[ResolvedReport]) -> tuple[OriginGroup, ...]:
    """One group for each origin, supporters first, then by name: the order of the reports does not matter.

    An organisation that made a check and also said something in its own voice has two origins: the check is
    evidence of another kind than the statement.
    """
    members: dict[_Key, list[ResolvedReport]] = defaultdict(list)
    for report in reports:
        members[_key(report)].append(report)
    stances = {key: _stance(found) for key, found in members.items()}
    order = sorted(members, key=lambda key: (_PLACE[stances[key][0]], key))
    return tuple([_merge(f"o{n}", key, *stances[key], members[key]) for n, key in enumerate(order, 1)])


def _key(report: ResolvedReport) -> _Key:
    """Sources that nobody names cannot be shown to differ, so they are one origin for each class and side."""
    identity = report.identity
    return (identity.id, "" if identity.named else identity.side or "", report.checks)


def _merge(id_: str, key: _Key, stance: Stance, withdrawn: bool, reports: list[ResolvedReport]) -> OriginGroup:
    holding = [r for r in reports if r.stance is stance]
    strongest = max([(h, r.index) for r in holding for h in r.taking], key=_by_strength, default=None)
    checks = [r.verification for r in holding if r.verification]
    failed = frozenset([f for check in checks for f in check.failed])
    first, *others = _readings(holding)
    return OriginGroup(
        id=id_,
        identity=first.identity,
        stance=stance,
        interest=first.interest,
        reports=tuple(sorted([r.index for r in reports])),
        carriers=len({r.carrier for r in reports if r.carrier}),
        traced_by=tuple(sorted({str(r.traced_by) for r in reports})),
        hedge=(strongest[1], strongest[0]) if strongest and strongest[0].strength > 0 else None,
        verified=frozenset([f for check in checks for f in check.facets]) - failed,
        failed=failed,
        checked=key[2],
        withdrawn=withdrawn,
        admits=all(r.admits for r in holding),
        evidence=first.evidence,
        other_readings=tuple([(r.identity, r.interest) for r in others]),
    )


def _readings(reports: list[ResolvedReport]) -> list[ResolvedReport]:
    """One report for each identity and interest that the reports of one origin give it; mostly there is one."""
    if len(reports) == 1:
        return reports
    distinct: dict[tuple[str, str, str, str], ResolvedReport] = {}
    for report in reports:
        identity = report.identity
        distinct.setdefault((report.interest, identity.class_, identity.side or "", identity.name), report)
    return [distinct[key] for key in sorted(distinct)]


def _by_strength(hedge_of_report: tuple[Hedge, int]) -> tuple[float, str, str, int, int]:
    hedge, report = hedge_of_report
    return (hedge.strength, hedge.text, hedge.category, -report, -hedge.start)


def _stance(reports: list[ResolvedReport]) -> tuple[Stance, bool]:
    """The stance an origin holds last, and whether it withdrew support by denying later.

    Without dates the more cautious stance holds, and nothing is known to be withdrawn.
    """
    stances = {r.stance for r in reports}
    if len(stances) == 1:
        return stances.pop(), False
    bearing = stances & {Stance.SUPPORTS, Stance.DENIES}
    if len(bearing) == 2:
        return _last_word(reports)
    if bearing:
        return bearing.pop(), False
    return min(stances, key=_CAUTION.index), False


def _last_word(reports: list[ResolvedReport]) -> tuple[Stance, bool]:
    supports = [r.published_at for r in reports if r.stance is Stance.SUPPORTS]
    denies = [r.published_at for r in reports if r.stance is Stance.DENIES]
    if all(supports) and all(denies):
        last_support, last_denial = max(filter(None, supports)), max(filter(None, denies))
        if last_support > last_denial:
            return Stance.SUPPORTS, False
        return Stance.DENIES, last_denial > last_support
    return Stance.DENIES, False
