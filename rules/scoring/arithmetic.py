"""Weight of evidence: logit P = logit P₀ + Σ over origins of ln [P(E|H) / P(E|¬H)] (I. J. Good 1950).

One term for each origin. What speaks for its stance adds; what speaks against it, a hedge, its side and its rank
among the others can take away what it gave, never more. So every guarantee of monotony holds by construction:
a term is never negative, grows with its parts, and the kept shares fall with rank: those of a side in the order of
strength, those among the others in the order of what the side has left.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from rules.findings import Finding
from rules.model import Contribution, Stance
from rules.origins import OriginGroup
from rules.scoring.weights import Weight, Weights

SHARED_SIDE = "corroboration.shared_side"
FURTHER = "corroboration.further_origin"
_NO_TIES = (None, None)
_DIRECTION = {Stance.SUPPORTS: 1.0, Stance.DENIES: -1.0}


class Term(msgspec.Struct, frozen=True):
    """What one origin gives by itself: `strength` ≥ 0 in log-odds, in the direction +1, −1 or 0 of its stance."""

    origin: OriginGroup
    direction: float
    strength: float
    rows: tuple[Contribution, ...]


class Kept(msgspec.Struct, frozen=True):
    """A term beside the others: what its side leaves of it, and what of that its rank among its kind leaves."""

    term: Term
    apart: bool
    earlier_origins: int
    earlier_of_side: int
    by_side: float
    left: float


def term(origin: OriginGroup, findings: Iterable[Finding], weights: Weights) -> Term:
    """The term of one origin from its findings: gains first, then losses, then shares, each limited to what is left."""
    direction = _DIRECTION.get(origin.stance, 0.0)
    weighed = sorted(((_points(f, weights, direction), f) for f in findings), key=_gains_then_losses)
    rows, left = [], 0.0
    for points, finding in weighed:
        taken = min(left, -points if points else left * _share(finding, weights, direction))
        left -= taken
        rows.append(row(finding, -direction * taken if taken else 0.0))
    return Term(origin, direction, left, tuple(rows))


def ranked(
    terms: Iterable[Term], related: Callable[[OriginGroup, OriginGroup], bool], weights: Weights
) -> list[Kept]:
    """Terms of one stance with what their ranks take, the strongest first.

    Ranks among a kind follow what the side has left. Were they to follow the strength, a hedge that moves a side's
    second voice behind an independent one would raise the sum.
    """
    beside_side = _by_side(terms, related, weights.weight(SHARED_SIDE))
    further, earlier, kept = weights.weight(FURTHER), {True: 0, False: 0}, []
    for item, of_side, by_side in sorted(beside_side, key=lambda one: (-one[2], one[0].origin.id)):
        apart = _apart(item.origin, weights)
        left = by_side * (1 - further.taken(earlier[apart]))
        kept.append(Kept(item, apart, earlier[apart], of_side, by_side, left))
        earlier[apart] += 1
    return kept


def left_with(more: Term, kept: Sequence[Kept], weights: Weights) -> float:
    """What would be left of all, in log-odds, beside one more term of no side and no owner: it only moves ranks."""
    apart, further = _apart(more.origin, weights), weights.weight(FURTHER)
    of_kind = sorted([more.strength, *(k.by_side for k in kept if k.apart is apart)], reverse=True)
    by_rank = [strength * (1 - further.taken(rank)) for rank, strength in enumerate(of_kind)]
    return math.fsum([*by_rank, *(k.left for k in kept if k.apart is not apart)])


def _by_side(
    terms: Iterable[Term], related: Callable[[OriginGroup, OriginGroup], bool], weight: Weight
) -> Iterator[tuple[Term, int, float]]:
    """Each term with how many stronger ones are of its side or owner, and what these leave of it."""
    groups: Counter[tuple[str | None, str | None]] = Counter()
    sample: dict[tuple[str | None, str | None], OriginGroup] = {}
    for item in sorted(terms, key=_strongest_first):
        key = _ties(item.origin)
        same = sum([count for other, count in groups.items() if related(sample[other], item.origin)])
        yield item, same, item.strength * (1 - weight.taken(same))
        if key != _NO_TIES:
            groups[key] += 1
            sample.setdefault(key, item.origin)


def _ties(origin: OriginGroup) -> tuple[str | None, str | None]:
    return (origin.identity.side, origin.identity.family)


def _apart(origin: OriginGroup, weights: Weights) -> bool:
    """Whether it is ranked among those counted apart; whoever has a side or an owner is not, so that its rank there
    follows from the same order as its rank on its side."""
    return origin.identity.class_ in weights.counted_apart and _ties(origin) == _NO_TIES


def row(finding: Finding, log_odds: float) -> Contribution:
    """A finding with what it added."""
    return Contribution(
        rule=finding.rule, factor=finding.factor, outcome=finding.outcome, log_odds=log_odds,
        reason=finding.reason, origin=finding.origin, evidence=finding.evidence,
    )


def logistic(log_odds: float) -> float:
    """The probability for log-odds."""
    return 1 / (1 + math.exp(-log_odds))


def total(prior: float, rows: Sequence[Contribution]) -> float:
    """The prior and all contributions, added without rounding on the way."""
    return math.fsum([prior, *(r.log_odds for r in rows)])


def _gains_then_losses(weighed: tuple[float, Finding]) -> tuple[bool, bool]:
    points, _ = weighed
    return (points <= 0, points == 0)


def _points(finding: Finding, weights: Weights, direction: float) -> float:
    weight = weights.rules.get(finding.rule)
    return weight.level(finding.level).towards(direction > 0) * finding.measure if direction and weight else 0.0


def _share(finding: Finding, weights: Weights, direction: float) -> float:
    """Shares are taken from support only: a hedged denial must not raise the score."""
    return weights.weight(finding.rule).taken(finding.measure) if direction > 0 else 0.0


def _strongest_first(item: Term) -> tuple[float, str]:
    return (-item.strength, item.origin.id)
