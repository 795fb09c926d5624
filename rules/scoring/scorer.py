"""Findings to a tally: every contribution, and their sum. Arithmetic only."""

from __future__ import annotations

import math

import msgspec

from rules.findings import Finding, Rank, Rules, Scene
from rules.model import Contribution
from rules.origins import OriginGroup
from rules.rulebook import Rulebook
from rules.scoring.arithmetic import FURTHER, SHARED_SIDE, Kept, Scale, Term, row
from rules.scoring.weights import load_weights


class Tally(msgspec.Struct, frozen=True):
    """The sum, what it consists of, and the terms for and against beside each other with what is left of them in all,
    by direction, +1 and −1."""

    log_odds: float
    contributions: tuple[Contribution, ...]
    kept: dict[float, list[Kept]]
    left: dict[float, float]

    @property
    def evidence(self) -> float:
        """The weight of all evidence, for and against, in log-odds."""
        return sum(self.left.values())


class Scorer:
    """Weighs the findings of a scene; `with_term` tells what one more origin would make of the sum."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules, self._weights = rulebook.part(Rules), rulebook.part(load_weights)
        self._scale = rulebook.part(Scale)

    def tally(self, scene: Scene) -> Tally:
        """All contributions: each origin's own rows, then what its rank takes, then reports and the case."""
        terms = [self.term(origin, scene) for origin in scene.origins]
        rows = [r for t in terms for r in t.rows]
        kept, left = {}, {}
        for way in (1.0, -1.0):
            kept[way] = self._scale.ranked([t for t in terms if t.direction == way], scene.one_voice)
            left[way] = math.fsum([k.left for k in kept[way]])
            rows += [r for k in kept[way] if k.is_behind for r in self._rank_rows(k, scene)]
        rows += [row(f, self._common(f)) for f in self._rules.of_case(scene)]
        return Tally(math.fsum([self._weights.prior, *[r.log_odds for r in rows]]), tuple(rows), kept, left)

    def cautious(self, scene: Scene) -> Scene:
        """Where reports disagree on the class or interest of their origin, the reading that gives the claim least."""
        if not any(origin.other_readings for origin in scene.origins):
            return scene
        origins = tuple([self._most_cautious(origin, scene) for origin in scene.origins])
        return Scene.of(scene.case, scene.asserted, scene.reports, origins, scene.registry)

    def term(self, origin: OriginGroup, scene: Scene) -> Term:
        """What one origin of a scene gives by itself."""
        return self._scale.term(origin, self._rules.of_origin(origin, scene))

    def with_term(self, tally: Tally, more: Term) -> float:
        """The log-odds that one more origin, of no side and no owner, would lead to."""
        way = more.direction
        return tally.log_odds + way * (self._scale.left_with(more, tally.kept[way]) - tally.left[way])

    def _most_cautious(self, origin: OriginGroup, scene: Scene) -> OriginGroup:
        readings = [
            msgspec.structs.replace(origin, identity=identity, interest=interest, admits=admits)
            for identity, interest, admits in origin.other_readings
        ]
        terms = [self.term(reading, scene) for reading in (origin, *readings)]
        return min(terms, key=lambda term: term.strength * term.direction).origin

    def _common(self, finding: Finding) -> float:
        observed = finding.observed
        return self._weights.weight(observed.rule).level(observed.level).add * observed.measure

    def _rank_rows(self, kept: Kept, scene: Scene) -> list[Contribution]:
        origin = kept.term.origin
        rank = Rank(origin, kept.earlier_origins, kept.earlier_of_side)
        losses = {SHARED_SIDE: kept.term.strength - kept.by_side, FURTHER: kept.by_side - kept.left}
        findings = self._rules.of_rank(rank, scene, origin.id)
        return [row(f, -kept.term.direction * losses.get(f.observed.rule, 0.0)) for f in findings]
