"""Reports grouped by origin. Retelling adds no certainty: an origin is as sure as its most cautious report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from rules.model import Evidence, Facet, Hedge, Interest, Stance
from rules.origins.bodies import Bodies
from rules.origins.held import CAUTION, Held, stance_held
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity

_PLACE = {stance: place for place, stance in enumerate(reversed(CAUTION))}
_NONE: frozenset[Facet] = frozenset()
_Key = tuple[str, str, bool, bool, bool]


class OriginGroup(msgspec.Struct, frozen=True):
    """All reports of one origin, in the stance it holds last. `id` is `o1`, `o2`, … in the order of the sort key.

    `carriers` are the ids of the publishers. `other_readings` holds further identities, interests and whether it is an
    admission where the reports disagree. `wavers` tells of one who is reported to say both and took nothing back.
    """

    id: str
    identity: Identity
    stance: Stance
    interest: Interest
    reports: tuple[int, ...]
    carriers: frozenset[str]
    traced_by: tuple[str, ...]
    hedge: tuple[int, Hedge] | None
    verified: frozenset[Facet] = frozenset()
    failed: frozenset[Facet] = frozenset()
    checked: bool = False
    withdrawn: bool = False
    admits: bool = False
    grounds: str = ""
    wavers: str = ""
    evidence: tuple[Evidence, ...] = ()
    other_readings: tuple[tuple[Identity, Interest, bool], ...] = ()


def group(reports: Iterable[ResolvedReport], bodies: Bodies) -> tuple[OriginGroup, ...]:
    """One group for each origin, supporters first, then by name: the order of the reports does not matter.

    An outlet that made a check and also said something in its own voice has two origins: the check is evidence of
    another kind than the statement. Of who checks for a living, what it says goes with a check that comes out the same.
    """
    members: dict[_Key, list[ResolvedReport]] = defaultdict(list)
    reports = tuple(reports)
    divided, admitted = bodies.of_two_minds(reports), bodies.admitting(reports)
    checked = frozenset([_saying(report) for report in reports if report.checks])
    for report in reports:
        members[_key(report, _saying(report) in checked, divided, admitted, bodies)].append(report)
    stances = [(key, stance_held(found)) for key, found in members.items()]
    order = sorted([(_PLACE[held.stance], key, held) for key, held in stances])
    return tuple([_merge(f"o{n}", key, held, members[key]) for n, (_, key, held) in enumerate(order, 1)])


def _saying(report: ResolvedReport) -> tuple[str, str, Stance]:
    return (report.identity.id, report.identity.class_, report.stance)


def _key(
    report: ResolvedReport, checks: bool, divided: frozenset[str], admitted: frozenset[str], bodies: Bodies
) -> _Key:
    """Sources that nobody names cannot be shown to differ, so they are one origin for each class and side.

    But neither can the one who denies be shown to be the one who said it ("police said", "the mayor denied"), unless
    both are called by the name of one body: "police said", "police denied". And nobody admits what he says of others.
    """
    identity = report.identity
    if identity.named:
        return (identity.id, "", checks, False, False)
    if report.stance is Stance.UNRELATED:  # whoever told of something else is not one of those who told of this
        return (f"{identity.id}/{identity.name}", identity.side or "", checks, False, False)
    denies = report.stance is Stance.DENIES or (bool(divided) and bodies.name(identity) in divided)
    return (identity.id, identity.side or "", checks, denies, bool(admitted) and bodies.name(identity) in admitted)


def _merge(id_: str, key: _Key, held: Held, reports: list[ResolvedReport]) -> OriginGroup:
    if len(reports) == 1:
        return _alone(id_, *reports)
    holding = [r for r in reports if r.stance is held.stance]
    verified, failed = _established(holding)
    first, *others = _readings(holding)
    return OriginGroup(
        id=id_, identity=first.identity, stance=held.stance, interest=first.interest,
        reports=tuple(sorted([r.index for r in reports])),
        carriers=frozenset([r.carrier for r in reports if r.carrier]),
        traced_by=tuple(sorted({str(r.traced_by) for r in reports})),
        hedge=_strongest([r for r in holding if r.checks] or holding), verified=verified, failed=failed,
        checked=key[2], withdrawn=held.withdrawn or any(r.withdraws for r in holding), admits=first.admits,
        grounds=min([r.grounds for r in holding]), wavers=held.wavers, evidence=first.evidence,
        other_readings=tuple([(r.identity, r.interest, r.admits) for r in others]))


def _alone(id_: str, report: ResolvedReport) -> OriginGroup:
    """The origin of one report, as most are: the same without anything to merge."""
    verified, failed = _established((report,)) if report.verification else (_NONE, _NONE)
    return OriginGroup(
        id_, report.identity, report.stance, report.interest, (report.index,),
        carriers=frozenset([report.carrier] if report.carrier else ()), traced_by=(str(report.traced_by),),
        hedge=_strongest((report,)) if report.taking else None, verified=verified, failed=failed,
        checked=report.checks, withdrawn=report.withdraws, admits=report.admits, grounds=report.grounds,
        evidence=report.evidence,
    )


def _established(holding: Sequence[ResolvedReport]) -> tuple[frozenset[Facet], frozenset[Facet]]:
    """The facets that checks verified, without those that failed one, and these."""
    checks = [r.verification for r in holding if r.verification]
    if not checks:
        return _NONE, _NONE
    failed = frozenset([f for check in checks for f in check.failed])
    return frozenset([f for check in checks for f in check.facets]) - failed, failed


def _strongest(holding: Sequence[ResolvedReport]) -> tuple[int, Hedge] | None:
    hedge, report = max([(h, r.index) for r in holding for h in r.taking], key=_by_strength, default=(None, 0))
    return (report, hedge) if hedge and hedge.strength > 0 else None


def _readings(reports: list[ResolvedReport]) -> list[ResolvedReport]:
    """One report for each identity, interest and kind of statement that an origin is given; mostly there is one."""
    distinct: dict[tuple[str, str, str, str, bool], ResolvedReport] = {}
    for report in reports:
        identity = report.identity
        key = (report.interest, identity.class_, identity.side or "", identity.name, report.admits)
        distinct.setdefault(key, report)
    return [distinct[key] for key in sorted(distinct)]


def _by_strength(hedge_of_report: tuple[Hedge, int]) -> tuple[float, str, str, int, int]:
    hedge, report = hedge_of_report
    return (hedge.strength, hedge.text, hedge.category, -report, -hedge.start)
