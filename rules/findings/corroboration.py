"""Facts of corroboration: who stands for and against the claim, and who checked it."""

from __future__ import annotations

from itertools import combinations

from rules.findings.facts import Scene, fact
from rules.model import Interest, Stance
from rules.origins import OriginGroup, ResolvedReport
from rules.provenance import ADMITTERS


@fact("origin")
def stance(origin: OriginGroup, scene: Scene) -> str:
    """The stance that the origin holds last."""
    return origin.stance


@fact("origin")
def grounds(origin: OriginGroup, scene: Scene) -> str:
    """What the stance was read from, after a comma; empty where the request or the reporting verb says it."""
    return origin.grounds


@fact("origin")
def reports(origin: OriginGroup, scene: Scene) -> int:
    """How many reports trace to this origin."""
    return len(origin.reports)


@fact("origin")
def carriers(origin: OriginGroup, scene: Scene) -> int:
    """How many publishers carry it."""
    return len(origin.carriers)


@fact("origin")
def checked(origin: OriginGroup, scene: Scene) -> bool:
    """Whether the origin tells of an independent check."""
    return origin.checked


@fact("origin")
def verified_share(origin: OriginGroup, scene: Scene) -> float:
    """The share of the asserted facets that a check established; a check that names no facet covers the claim."""
    if not origin.checked:
        return 0.0
    if origin.stance is Stance.DENIES or not (origin.verified or origin.failed):
        return 1.0
    return len(origin.verified.intersection(scene.asserted)) / max(1, len(scene.asserted))


@fact("origin")
def verified_facets(origin: OriginGroup, scene: Scene) -> str:
    """The facets that the check was on, in words."""
    return ", ".join(sorted(origin.verified)) or "the claim as a whole"


@fact("origin")
def check_result(origin: OriginGroup, scene: Scene) -> str:
    """Whether the check verified the claim or refuted it, in a word."""
    return "refuted" if origin.stance is Stance.DENIES else "verified"


@fact("origin")
def withdrawn(origin: OriginGroup, scene: Scene) -> bool:
    """Whether the origin first supported the claim and later denied it, or is said to have taken it back."""
    return origin.withdrawn


@fact("origin")
def wavers(origin: OriginGroup, scene: Scene) -> str:
    """How to word that an origin is quoted on both sides and withdrew nothing."""
    return origin.wavers


@fact("origin")
def admission(origin: OriginGroup, scene: Scene) -> bool:
    """Whether a voice of a side supports a claim that damages this side."""
    return (
        origin.stance is Stance.SUPPORTS
        and origin.interest is Interest.AGAINST_INTEREST
        and origin.identity.class_ in ADMITTERS
    )


@fact("report")
def report_stance(report: ResolvedReport, scene: Scene) -> str:
    """The stance of a single report."""
    return report.stance


@fact("report")
def report_grounds(report: ResolvedReport, scene: Scene) -> str:
    """What the stance of a single report was read from, or why it does not bear on the claim."""
    return report.grounds


@fact("report")
def reporter(report: ResolvedReport, scene: Scene) -> str:
    """Who made the statement of a single report."""
    return report.identity.name


@fact("case")
def opposed_certainty(case: object, scene: Scene) -> float:
    """How surely two opposed sides support the claim, 0 to 1: of the surest such pair the less sure one."""
    sided = [o for o in scene.supporting if o.identity.side]
    if len(sided) < 2:
        return 0.0
    pairs = ((a, b) for a, b in combinations(_surest_by_side(sided), 2)
             if scene.registry.opposed(a.identity.side, b.identity.side))
    return max((min(_certainty(a), _certainty(b)) for a, b in pairs), default=0.0)


def _surest_by_side(origins: list[OriginGroup]) -> list[OriginGroup]:
    best: dict[str, OriginGroup] = {}
    for origin in origins:
        held = best.get(origin.identity.side or "")
        if held is None or _certainty(origin) > _certainty(held):
            best[origin.identity.side or ""] = origin
    return [best[key] for key in sorted(best)]


def _certainty(origin: OriginGroup) -> float:
    return 1.0 - (origin.hedge[1].strength if origin.hedge else 0.0)
