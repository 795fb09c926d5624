"""The status of a case: of those that apply, the first in the order of `Status` holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from rules.findings import Scene
from rules.findings.corroboration import admission
from rules.model import Facet, FacetState, Stance, Status
from rules.origins import OriginGroup
from rules.provenance.classes import NAMELESS

SLIGHTLY, LARGELY = 0.25, 0.5  # shares of the commitment that a hedge takes
_UNVERIFIED = FacetState(status="unverified")


def status(scene: Scene, facets: Mapping[str, FacetState]) -> Status:
    """The status, from origins and the states of the facets alone; no weight enters."""
    return next((name for name, holds in _TESTS if holds(scene, facets)), Status.UNVERIFIED)


def facet_states(scene: Scene) -> dict[str, FacetState]:
    """For each facet that the claim asserts or a check named: verified, refuted or unverified, and by whom."""
    checks = [o for o in scene.origins if o.checked]
    if not checks:
        return dict.fromkeys(scene.asserted, _UNVERIFIED)
    named = {f for o in checks for f in o.verified | o.failed}
    return {f: _facet_state(f, checks) for f in Facet if f in scene.asserted or f in named}


def _facet_state(facet: Facet, checks: list[OriginGroup]) -> FacetState:
    for stance, word in ((Stance.DENIES, "refuted"), (Stance.SUPPORTS, "verified")):
        for origin in checks:
            if origin.stance is stance and _covers(origin, facet):
                return FacetState(status=word, by=origin.id)
    return _UNVERIFIED


def _covers(origin: OriginGroup, facet: Facet) -> bool:
    if origin.verified or not origin.failed:
        return facet in origin.verified or not origin.verified
    return origin.stance is Stance.DENIES and facet in origin.failed


def _discounted(scene: Scene, facets: Mapping[str, FacetState]) -> bool:
    return any(o.withdrawn for o in scene.origins) or any(o.checked for o in scene.denying)


def _confirmed(scene: Scene, facets: Mapping[str, FacetState]) -> bool:
    if any(_admitted(origin, scene) for origin in scene.supporting if admission(origin, scene)):
        return True
    return bool(scene.asserted) and all(facets[facet].status == "verified" for facet in scene.asserted)


def _admitted(origin: OriginGroup, scene: Scene) -> bool:
    """An admission confirms unless it leaves open whether it is so ("it had probably hit the school") or its own side
    denies it; one inferred from the words takes another voice besides.
    """
    if not _sure(origin, but=SLIGHTLY) or any(scene.one_voice(o, origin) for o in scene.denying):
        return False
    return origin.admits or any(
        _credible(o) and scene.independent(o, origin) for o in scene.supporting if o.id != origin.id
    )


def _partly_verified(scene: Scene, facets: Mapping[str, FacetState]) -> bool:
    return "verified" in [state.status for state in facets.values()]


def _contested(scene: Scene, facets: Mapping[str, FacetState]) -> bool:
    return bool(scene.supporting) and any(map(_credible, scene.denying))


def _corroborated(scene: Scene, facets: Mapping[str, FacetState]) -> bool:
    credible = [o for o in scene.supporting if _credible(o) and _sure(o)]
    return len(credible) > 1 and any(scene.independent(a, b) for a, b in combinations(_one_of_each_voice(credible), 2))


def _single_source(scene: Scene, facets: Mapping[str, FacetState]) -> bool:
    supporting = scene.supporting
    known = [o for o in supporting if _credible(o)]
    return bool(known) and (len(supporting) == 1 or any(_sure(o) for o in known))


def _credible(origin: OriginGroup) -> bool:
    """Somebody who can be asked again: a known kind of source, or at least a name."""
    return origin.identity.named or origin.identity.class_ not in NAMELESS


def _sure(origin: OriginGroup, but: float = LARGELY) -> bool:
    return origin.hedge is None or origin.hedge[1].strength < but


def _one_of_each_voice(origins: list[OriginGroup]) -> list[OriginGroup]:
    """One origin for each side and owner, if possible one that no other quotes, and all without either."""
    ids = {origin.identity.id for origin in origins}
    seen: dict[object, OriginGroup] = {}
    for origin in sorted(origins, key=lambda o: not ids.isdisjoint(o.carriers - {o.identity.id})):
        voice = (origin.identity.side, origin.identity.family)
        seen.setdefault(voice if any(voice) else origin.identity.id, origin)
    return list(seen.values())


_TESTS: tuple[tuple[Status, Callable[[Scene, Mapping[str, FacetState]], bool]], ...] = (
    (Status.DISCOUNTED, _discounted),
    (Status.CONFIRMED, _confirmed),
    (Status.CONTESTED, _contested),
    (Status.PARTLY_VERIFIED, _partly_verified),
    (Status.CORROBORATED, _corroborated),
    (Status.SINGLE_SOURCE, _single_source),
)
