"""What nobody has checked yet, and what the score would become either way: where to send the next hour of work."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from rules.findings import Rules, Scene
from rules.model import Case, Facet, FacetState, Interest, NextCheck, Stance, Status
from rules.origins import OriginGroup
from rules.origins.resolve import VERIFICATION
from rules.provenance import Identity
from rules.rulebook import Rulebook
from rules.scoring.arithmetic import Term, logistic, term
from rules.scoring.scorer import Scorer, Tally
from rules.scoring.weights import load_weights

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


_EITHER = (Stance.SUPPORTS, Stance.DENIES)
_NO_CASE = Case(text="?")
_VERIFIER = _hypothesis("an independent check", VERIFICATION, "A")
_ANOTHER = _hypothesis("another origin", "media", "C")


class Hypotheses:
    """The terms of origins that do not exist yet.

    They depend on what the claim asserts, not on who else has spoken, and are worked out once.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules, self._weights = rulebook.part(Rules), rulebook.part(load_weights)
        self.term = lru_cache(maxsize=512)(self._term)

    def _term(self, asserted: tuple[Facet, ...], verified: frozenset[Facet] | None, stance: Stance) -> Term:
        """Of a check of some facets, or of another origin where `verified` is None."""
        origin = _ANOTHER if verified is None else msgspec.structs.replace(_VERIFIER, verified=verified)
        held = msgspec.structs.replace(origin, stance=stance)
        alone = Scene(_NO_CASE, asserted, (), (held,), lambda a, b: False, lambda a, b: False)
        return term(held, self._rules.of_origin(held, alone), self._weights)


def next_checks(
    scene: Scene, tally: Tally, scorer: Scorer, hypotheses: Hypotheses, state: Status, facets: dict[str, FacetState]
) -> tuple[NextCheck, ...]:
    """At most four checks, the one that can move the score most first."""
    if state in _SETTLED:
        return ()

    def check(words: str, verified: frozenset[Facet] | None) -> NextCheck:
        either = [scorer.with_term(tally, hypotheses.term(scene.asserted, verified, stance)) for stance in _EITHER]
        return NextCheck(check=words, score_if_true=logistic(either[0]), score_if_false=logistic(either[1]))

    checks = [check("a second origin of no side", None)]
    missing = [facet for facet in scene.asserted if facets[facet].status == "unverified"]
    if missing:  # one facet weighs as much as another, so one computation serves all
        one = check("", frozenset(missing[:1]))
        checks += [msgspec.structs.replace(one, check=f"independent confirmation of the {f}") for f in missing]
    return tuple(sorted(checks, key=lambda c: (c.score_if_false - c.score_if_true, c.check))[:MOST])
