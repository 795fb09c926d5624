"""Weight of evidence: logit P = logit P₀ + Σ over origins of ln [P(E|H) / P(E|¬H)] (I. J. Good 1950).

One term for each origin. What speaks for its stance adds; what speaks against it, a hedge, its side and its rank
among the others can take away what it gave, never more. So every guarantee of monotony holds by construction:
a term is never negative, grows with its parts, and the kept shares fall with rank in the order of strength.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from rules.findings import Finding
from rules.model import Contribution, Stance
from rules.origins import OriginGroup
from rules.scoring.weights import Weights

_NO_TIES = (None, None)
_DIRECTION = {Stance.SUPPORTS: 1.0, Stance.DENIES: -1.0}


class Term(msgspec.Struct, frozen=True):
    """What one origin gives by itself: `strength` ≥ 0 in log-odds, in the direction +1, −1 or 0 of its stance."""

    origin: OriginGroup
    direction: float
    strength: float
    rows: tuple[Contribution, ...]


class Kept(msgspec.Struct, frozen=True):
    """A term beside the others: how many stronger ones come before it, and what of its strength remains."""

    term: Term
    earlier_origins: int
    earlier_of_side: int


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


def ranked(terms: Iterable[Term], related: Callable[[OriginGroup, OriginGroup], bool]) -> list[Kept]:
    """Terms of one stance with their ranks, the strongest first."""
    kept: list[Kept] = []
    groups: Counter[tuple[str | None, str | None]] = Counter()
    sample: dict[tuple[str | None, str | None], OriginGroup] = {}
    for rank, item in enumerate(sorted(terms, key=_strongest_first)):
        key = (item.origin.identity.side, item.origin.identity.family)
        same = sum(count for other, count in groups.items() if related(sample[other], item.origin))
        kept.append(Kept(item, rank, same))
        if key != _NO_TIES:
            groups[key] += 1
            sample.setdefault(key, item.origin)
    return kept


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
    if weight is None or not direction:
        return 0.0
    return weight.level(finding.level).towards(direction > 0) * finding.measure


def _share(finding: Finding, weights: Weights, direction: float) -> float:
    """Shares are taken from support only: a hedged denial must not raise the score."""
    weight = weights.rules.get(finding.rule)
    return weight.taken(finding.measure) if weight and direction > 0 else 0.0


def _strongest_first(item: Term) -> tuple[float, str]:
    return (-item.strength, item.origin.id)
