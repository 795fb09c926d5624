"""What nobody has checked yet, and what the score would become either way: where to send the next hour of work."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from rules.findings import Scene
from rules.model import Case, Facet, FacetState, Interest, NextCheck, Stance, Status
from rules.origins import OriginGroup
from rules.provenance import Identity, Registry
from rules.provenance.classes import INDEPENDENT_VERIFICATION, MEDIA
from rules.rulebook import Rulebook
from rules.scoring.arithmetic import Term, logistic
from rules.scoring.scorer import Scorer, Tally

MOST = 4
_CONFIRMATION = "independent confirmation of "
_ASKED = {
    Facet.ACTOR: "who did it", Facet.ACTION: "what happened", Facet.PLACE: "the place", Facet.TIME: "the time",
    Facet.NUMBER: "the number", Facet.AUTHENTICITY: "the authenticity of the footage",
}
_SETTLED = (Status.CONFIRMED, Status.DISCOUNTED)


def _hypothesis(name: str, class_: str, reliability: str) -> OriginGroup:
    identity = Identity(
        id=f"hypothesis:{class_}", name=name, class_=class_, side=None, reliability=reliability, named=True,
        basis="a check not made yet", family=None,
    )
    return OriginGroup(
        id=identity.id, identity=identity, stance=Stance.SUPPORTS, interest=Interest.NEUTRAL, reports=(),
        carriers=frozenset(), traced_by=(), hedge=None, checked=class_ == INDEPENDENT_VERIFICATION,
    )


_NO_CASE = Case(text="?")
_VERIFIER = _hypothesis("an independent check", INDEPENDENT_VERIFICATION, "A")
_ANOTHER = _hypothesis("another origin", MEDIA, "C")


class Hypotheses:
    """The terms of origins that do not exist yet.

    They depend on what the claim asserts, not on who else has spoken, and are worked out once.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._scorer, self._registry = rulebook.part(Scorer), rulebook.part(Registry)
        self.either = lru_cache(maxsize=512)(self._either)

    def _either(self, asserted: tuple[Facet, ...], verified: frozenset[Facet] | None) -> tuple[Term, Term]:
        """For and against the claim: of a check of some facets, or of another origin where `verified` is None."""
        origin = _ANOTHER if verified is None else msgspec.structs.replace(_VERIFIER, verified=verified)
        denial = msgspec.structs.replace(origin, stance=Stance.DENIES)
        scene = Scene.of(_NO_CASE, asserted, (), (origin, denial), self._registry)
        return self._scorer.term(origin, scene), self._scorer.term(denial, scene)


def next_checks(
    scene: Scene, tally: Tally, rulebook: Rulebook, state: Status, facets: dict[str, FacetState]
) -> tuple[NextCheck, ...]:
    """At most four checks, the one that can move the score most first."""
    if state in _SETTLED:
        return ()
    scorer, hypotheses = rulebook.part(Scorer), rulebook.part(Hypotheses)

    def moved(verified: frozenset[Facet] | None) -> tuple[float, float]:
        """The score if that comes true, and if it is denied."""
        true, false = hypotheses.either(scene.asserted, verified)
        return logistic(scorer.with_term(tally, true)), logistic(scorer.with_term(tally, false))

    words, scores = ["another origin of no side"], [moved(None)]
    missing = [facet for facet in scene.asserted if facets[facet].status == "unverified"]
    if missing:  # one facet weighs as much as another, so one computation serves all
        words += [f"{_CONFIRMATION}{_ASKED[facet]}" for facet in missing]
        scores += [moved(frozenset(missing[:1]))] * len(missing)
    checks = sorted([(false - true, what, true, false) for what, (true, false) in zip(words, scores, strict=True)])
    return tuple([NextCheck(check=what, score_if_true=t, score_if_false=f) for _, what, t, f in checks[:MOST]])
