"""Findings to a tally: every contribution, and their sum. Arithmetic only."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import msgspec

from rules.findings import Finding, Rank, Rules, Scene
from rules.model import Contribution
from rules.origins import OriginGroup
from rules.scoring.arithmetic import FURTHER, SHARED_SIDE, Kept, Term, left_with, ranked, row, term, total
from rules.scoring.weights import Weights


class Tally(msgspec.Struct, frozen=True):
    """The sum, what it consists of, and the terms for and against beside each other, by direction, +1 and −1."""

    log_odds: float
    contributions: tuple[Contribution, ...]
    kept: dict[float, list[Kept]]

    @property
    def evidence(self) -> float:
        """The weight of all evidence, for and against, in log-odds."""
        return sum(map(_left, self.kept.values()))


class Scorer:
    """Weighs the findings of one scene; `with_term` tells what one more origin would make of the sum."""

    def __init__(self, scene: Scene, rules: Rules, weights: Weights) -> None:
        self._scene, self._rules, self._weights = scene, rules, weights
        self._related = related(scene.allied)

    def tally(self, findings: Iterable[Finding]) -> Tally:
        """All contributions: each origin's own rows, then what its rank takes, then reports and the case."""
        by_origin: dict[str | None, list[Finding]] = {origin.id: [] for origin in self._scene.origins}
        by_origin[None] = []
        for finding in findings:
            by_origin[finding.origin].append(finding)
        terms = [term(o, by_origin[o.id], self._weights) for o in self._scene.origins]
        kept = {direction: self._ranked(terms, direction) for direction in (1.0, -1.0)}
        rows = [r for t in terms for r in t.rows]
        rows += [r for ranks in kept.values() for k in ranks for r in self._rank_rows(k)]
        rows += [row(f, self._common(f)) for f in by_origin[None]]
        return Tally(total(self._weights.prior, rows), tuple(rows), kept)

    def most_cautious(self, origin: OriginGroup) -> OriginGroup:
        """Where reports disagree on the class or interest of their origin, the reading that gives the claim least."""
        readings = [msgspec.structs.replace(origin, identity=who, interest=whom) for who, whom in origin.other_readings]
        return min((origin, *readings), key=lambda o: self._term(o).strength * self._term(o).direction)

    def with_term(self, tally: Tally, more: Term) -> float:
        """The log-odds that one more origin, of no side and no owner, would lead to."""
        beside = tally.kept[more.direction]
        return tally.log_odds + more.direction * (left_with(more, beside, self._weights) - _left(beside))

    def _term(self, origin: OriginGroup) -> Term:
        return term(origin, self._rules.of_origin(origin, self._scene), self._weights)

    def _ranked(self, terms: Iterable[Term], direction: float) -> list[Kept]:
        return ranked([t for t in terms if t.direction == direction], self._related, self._weights)

    def _common(self, finding: Finding) -> float:
        return self._weights.weight(finding.rule).level(finding.level).add * finding.measure

    def _rank_rows(self, kept: Kept) -> Sequence[Contribution]:
        if not (kept.earlier_origins or kept.earlier_of_side):
            return ()
        origin = kept.term.origin
        rank = Rank(origin.identity.name, kept.earlier_origins, kept.earlier_of_side)
        losses = {SHARED_SIDE: kept.term.strength - kept.by_side, FURTHER: kept.by_side - kept.left}
        findings = self._rules.of_rank(rank, self._scene, origin.id)
        return [row(f, -kept.term.direction * losses.get(f.rule, 0.0)) for f in findings]


def _left(kept: Iterable[Kept]) -> float:
    return math.fsum([k.left for k in kept])


def related(allied: Callable[[str | None, str | None], bool]) -> Callable[[OriginGroup, OriginGroup], bool]:
    """Whether two origins are one voice's worth: of one side, of allied sides or of one owner."""

    def one_voice(a: OriginGroup, b: OriginGroup) -> bool:
        mine, other = a.identity, b.identity
        if mine.side and other.side and allied(mine.side, other.side):
            return True
        return mine.family is not None and mine.family == other.family

    return one_voice
