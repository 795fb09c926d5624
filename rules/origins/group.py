"""Reports grouped by origin. Retelling adds no certainty: an origin is as sure as its most cautious report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rules.model import Evidence, Facet, Hedge, Interest, Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity

VERIFICATION = "independent_verification"
CHECKERS = frozenset({VERIFICATION, "media", "ngo", "expert"})
_CAUTION = (Stance.DENIES, Stance.CANNOT_VERIFY, Stance.UNRELATED, Stance.UPDATES, Stance.SUPPORTS)
_INTEREST_CAUTION = (Interest.SELF_SERVING, Interest.UNKNOWN, Interest.NEUTRAL, Interest.AGAINST_INTEREST)


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """All reports of one origin, in the stance it holds last. `id` is `o1`, `o2`, … in the order of the sort key."""

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
    evidence: tuple[Evidence, ...] = field(default=())


def group(reports: Iterable[ResolvedReport]) -> tuple[OriginGroup, ...]:
    """One group for each origin, supporters first, then by name: the order of the reports does not matter.

    An organisation that made a check and also said something in its own voice has two origins: the check is
    evidence of another kind than the statement.
    """
    members: dict[tuple[str, str | None, bool], list[ResolvedReport]] = defaultdict(list)
    for report in reports:
        members[_key(report)].append(report)
    built = sorted((_merge(key, found) for key, found in members.items()), key=lambda pair: pair[0])
    return tuple(_numbered(number, origin) for number, (_, origin) in enumerate(built, 1))


def is_check(report: ResolvedReport) -> bool:
    """Whether a report tells of an independent check rather than makes a statement.

    A side cannot check itself independently, nor can a source that nobody knows.
    """
    identity, check = report.identity, report.verification
    if identity.side or identity.class_ not in CHECKERS:
        return False
    return identity.class_ == VERIFICATION or bool(check and (check.facets or check.method))


def _key(report: ResolvedReport) -> tuple[str, str | None, bool]:
    """Sources that nobody names cannot be shown to differ, so they are one origin for each class and side."""
    identity = report.identity
    return (identity.id, None if identity.named else identity.side, is_check(report))


def _merge(
    key: tuple[str, str | None, bool], reports: list[ResolvedReport]
) -> tuple[tuple[int, str, str, bool], OriginGroup]:
    stance, withdrawn = _stance(reports)
    holding = [r for r in reports if r.stance is stance]
    most_cautious = min(holding, key=_caution)
    strongest = max(
        ((h.strength, h.text, h.category, -r.index, -h.start, r.index, h) for r in holding for h in r.hedges),
        key=lambda item: item[:5],
        default=None,
    )
    checks = [r.verification for r in holding if r.verification]
    failed = frozenset(f for check in checks for f in check.failed)
    origin = OriginGroup(
        id="",
        identity=most_cautious.identity,
        stance=stance,
        interest=most_cautious.interest,
        reports=tuple(sorted(r.index for r in reports)),
        carriers=len({r.carrier for r in reports if r.carrier}),
        traced_by=tuple(sorted({r.traced_by for r in reports})),
        hedge=(strongest[5], strongest[6]) if strongest and strongest[0] > 0 else None,
        verified=frozenset(f for check in checks for f in check.facets) - failed,
        failed=failed,
        checked=key[2],
        withdrawn=withdrawn,
        evidence=most_cautious.evidence,
    )
    return (_CAUTION[::-1].index(stance), origin.identity.id, origin.identity.side or "", key[2]), origin


def _caution(report: ResolvedReport) -> tuple[int, int, str, int]:
    identity = report.identity
    return (_INTEREST_CAUTION.index(report.interest), -ord(identity.reliability), identity.class_, report.index)


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


def _numbered(number: int, origin: OriginGroup) -> OriginGroup:
    return OriginGroup(
        f"o{number}", origin.identity, origin.stance, origin.interest, origin.reports, origin.carriers,
        origin.traced_by, origin.hedge, origin.verified, origin.failed, origin.checked, origin.withdrawn,
        origin.evidence,
    )
