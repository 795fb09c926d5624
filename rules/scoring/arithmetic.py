"""Weight of evidence: logit P = logit P₀ + Σ over origins of ln [P(E|H) / P(E|¬H)] (I. J. Good 1950).

One term for each origin. What speaks for its stance adds; what speaks against it, a hedge, its side and its rank
among the others can take away what it gave, never more. So every guarantee of monotony holds by construction:
a term is never negative, grows with its parts, and the kept shares fall with rank: those of a side in the order of
strength, those among the others in the order of what the side has left.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import msgspec

from rules.findings import Finding, Observation
from rules.model import Contribution, Stance
from rules.origins import OriginGroup
from rules.rulebook import Rulebook
from rules.scoring.weights import load_weights

SHARED_SIDE = "corroboration.shared_side"
FURTHER = "corroboration.further_origin"
_NO_TIES = (None, None)
_DIRECTION = {Stance.SUPPORTS: 1.0, Stance.DENIES: -1.0}
_REMEMBERED, _FEW = 4096, 64

OneVoice = Callable[[OriginGroup, OriginGroup], bool]


class Term(msgspec.Struct, frozen=True):
    """What one origin gives by itself: `strength` ≥ 0 in log-odds, in the direction +1, −1 or 0 of its stance.

    `apart` says that it is ranked among those counted apart.
    """

    origin: OriginGroup
    direction: float
    strength: float
    rows: tuple[Contribution, ...]
    apart: bool


class Kept(msgspec.Struct, frozen=True):
    """A term beside the others: what its side leaves of it, and what of that its rank among its kind leaves."""

    term: Term
    earlier_origins: int
    earlier_of_side: int
    by_side: float
    left: float

    @property
    def is_behind(self) -> bool:
        """Whether any stands before it."""
        return self.earlier_origins > 0 or self.earlier_of_side > 0


class Scale:
    """Weighs origins by the weights of a rulebook. What was observed of many is the same, and is weighed once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._weights = rulebook.part(load_weights)
        self._further, self._shared = self._weights.weight(FURTHER), self._weights.weight(SHARED_SIDE)
        self._given = lru_cache(maxsize=_REMEMBERED)(self._share_out)
        self._by_rank = lru_cache(maxsize=_FEW)(self._shares_kept)
        self._of_side = lru_cache(maxsize=_FEW)(self._kept_of_side)

    def term(self, origin: OriginGroup, findings: Sequence[Finding]) -> Term:
        """The term of one origin: gains first, then losses, then shares, each limited to what is left."""
        direction = _DIRECTION.get(origin.stance, 0.0)
        given, left = self._given(tuple([f.observed for f in findings]), direction)
        rows = tuple([row(findings[i], log_odds) for i, log_odds in given])
        return Term(origin, direction, left, rows, self._apart(origin))

    def ranked(self, terms: Sequence[Term], one_voice: OneVoice) -> list[Kept]:
        """Terms of one stance with what their ranks take, the strongest first.

        Ranks among a kind follow what the side has left. Were they to follow the strength, a hedge that moves a side's
        second voice behind an independent one would raise the sum.
        """
        if len(terms) < 2:
            return [Kept(one, 0, 0, one.strength, one.strength) for one in terms]
        kept, earlier, shares = [], {True: 0, False: 0}, self._by_rank(len(terms))
        for item, of_side, by_side in sorted(self._by_side(terms, one_voice), key=_most_left_first):
            rank = earlier[item.apart]
            kept.append(Kept(item, rank, of_side, by_side, by_side * shares[rank]))
            earlier[item.apart] += 1
        return kept

    def left_with(self, more: Term, kept: Sequence[Kept]) -> float:
        """What would be left of all, in log-odds, beside one more term of no side and no owner: it only moves ranks."""
        if not kept:
            return more.strength * self._by_rank(1)[0]
        of_kind = sorted([more.strength, *[k.by_side for k in kept if k.term.apart is more.apart]], reverse=True)
        by_rank = map(operator.mul, of_kind, self._by_rank(len(of_kind)))
        return math.fsum([*by_rank, *[k.left for k in kept if k.term.apart is not more.apart]])

    def _shares_kept(self, ranks: int) -> list[float]:
        """What each of the first ranks of a kind leaves."""
        return [1 - self._further.taken(rank) for rank in range(ranks)]

    def _kept_of_side(self, stronger: int) -> float:
        """What so many stronger voices of its side leave to a term."""
        return 1 - self._shared.taken(stronger)

    def _share_out(
        self, observed: tuple[Observation, ...], direction: float
    ) -> tuple[tuple[tuple[int, float], ...], float]:
        """The log-odds of each observation, by its place, in the order in which they were shared out; what is left."""
        weighed = sorted(((self._points(o, direction), i, o) for i, o in enumerate(observed)), key=_gains_then_losses)
        given, left = [], 0.0
        for points, place, one in weighed:
            taken = min(left, -points if points else left * self._share(one, direction))
            left -= taken
            given.append((place, -direction * taken if taken else 0.0))
        return tuple(given), left

    def _points(self, observed: Observation, direction: float) -> float:
        weight = self._weights.rules.get(observed.rule)
        if not direction or weight is None:
            return 0.0
        return weight.level(observed.level).towards(direction > 0) * observed.measure

    def _share(self, observed: Observation, direction: float) -> float:
        """Shares are taken from support only: a hedged denial must not raise the score."""
        return self._weights.weight(observed.rule).taken(observed.measure) if direction > 0 else 0.0

    def _by_side(self, terms: Iterable[Term], one_voice: OneVoice) -> list[tuple[Term, int, float]]:
        """Each term with how many stronger ones are of its side or owner, and what these leave of it."""
        beside = []
        groups: dict[tuple[str | None, str | None], tuple[int, OriginGroup]] = {}
        for item in sorted(terms, key=_strongest_first):
            same = sum([count for count, sample in groups.values() if one_voice(sample, item.origin)])
            beside.append((item, same, item.strength * self._of_side(same)))
            if (ties := _ties(item.origin)) != _NO_TIES:
                count, sample = groups.get(ties, (0, item.origin))
                groups[ties] = (count + 1, sample)
        return beside

    def _apart(self, origin: OriginGroup) -> bool:
        """Whether it is ranked among those counted apart; whoever has a side or an owner is not, so that its rank there
        follows from the same order as its rank on its side."""
        return origin.identity.class_ in self._weights.counted_apart and _ties(origin) == _NO_TIES


def row(finding: Finding, log_odds: float) -> Contribution:
    """A finding with what it added."""
    observed = finding.observed
    return Contribution(
        rule=observed.rule, factor=observed.factor, outcome=observed.outcome, log_odds=log_odds,
        reason=finding.reason, origin=finding.origin, evidence=finding.evidence,
    )


def logistic(log_odds: float) -> float:
    """The probability for log-odds."""
    return 1 / (1 + math.exp(-log_odds))


def _ties(origin: OriginGroup) -> tuple[str | None, str | None]:
    return (origin.identity.side, origin.identity.family)


def _gains_then_losses(weighed: tuple[float, int, Observation]) -> tuple[bool, bool]:
    return (weighed[0] <= 0, weighed[0] == 0)


def _strongest_first(item: Term) -> tuple[float, str]:
    return (-item.strength, item.origin.id)


def _most_left_first(beside: tuple[Term, int, float]) -> tuple[float, str]:
    return (-beside[2], beside[0].origin.id)
