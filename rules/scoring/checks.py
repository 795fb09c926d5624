"""What nobody has checked yet, and what the score would become either way: where to send the next hour of work."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from rules.findings import Scene
from rules.model import FacetState, Interest, NextCheck, Stance, Status
from rules.origins import OriginGroup
from rules.origins.resolve import VERIFICATION
from rules.provenance import Identity
from rules.scoring.arithmetic import logistic
from rules.scoring.scorer import Scorer, Tally

MOST = 4
_SETTLED = (Status.CONFIRMED, Status.DISCOUNTED)


def _hypothesis(name: str, class_: str, reliability: str) -> OriginGroup:
    identity = Identity(
        id=f"hypothesis:{class_}", name=name, class_=class_, side=None, reliability=reliability, named=True,
        basis="a check not made yet", family=None,
    )
    return OriginGroup(
        id=identity.id, identity=identity, stance=Stance.SUPPORTS, interest=Interest.NEUTRAL, reports=(), carriers=0,
        traced_by=(), hedge=None, checked=class_ == VERIFICATION,
    )


_VERIFIER = _hypothesis("an independent check", VERIFICATION, "A")
_ANOTHER = _hypothesis("another origin", "media", "C")


def next_checks(
    scene: Scene, tally: Tally, scorer: Scorer, state: Status, facets: dict[str, FacetState]
) -> tuple[NextCheck, ...]:
    """At most four checks, the one that can move the score most first."""
    if state in _SETTLED:
        return ()
    checks = [*_of_facets(scene, tally, scorer, facets), _check("a second origin of no side", _ANOTHER, tally, scorer)]
    return tuple(sorted(checks, key=lambda c: (c.score_if_false - c.score_if_true, c.check))[:MOST])


def _of_facets(scene: Scene, tally: Tally, scorer: Scorer, facets: dict[str, FacetState]) -> list[NextCheck]:
    """One check for each facet still open. One facet weighs as much as another, so one computation serves all."""
    missing = [facet for facet in scene.asserted if facets[facet.value].status == "unverified"]
    if not missing:
        return []
    origin = replace(_VERIFIER, verified=frozenset(missing[:1]))
    check = _check("", origin, tally, scorer)
    return [msgspec.structs.replace(check, check=f"independent confirmation of the {f.value}") for f in missing]


def _check(words: str, origin: OriginGroup, tally: Tally, scorer: Scorer) -> NextCheck:
    return NextCheck(
        check=words,
        score_if_true=logistic(scorer.with_origin(tally, origin)),
        score_if_false=logistic(scorer.with_origin(tally, replace(origin, stance=Stance.DENIES))),
    )
