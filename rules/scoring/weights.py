"""Every number that judges, from `weights.yaml`. A rule that is not listed there weighs 0 and is still reported."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

import msgspec

from rules.errors import unknown
from rules.findings import Rules
from rules.findings.values import vocabulary
from rules.model import Record
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

FILE = "weights.yaml"
LogOdds = Annotated[float, msgspec.Meta(ge=-20, le=20)]
"""Beyond these a score is 0 or 1 to the ninth digit; bounded, no sum of them is beyond what a float holds."""
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Slowing = Annotated[float, msgspec.Meta(ge=0, le=100)]


class Level(Record, frozen=True, kw_only=True):
    """Log-odds for one value of a rule's level: `add` where the origin supports, `deny` where it denies."""

    add: LogOdds = 0.0
    deny: LogOdds | None = None

    def towards(self, supports: bool) -> float:
        """What it adds to the strength of the origin's own stance; a denial mirrors `add` unless `deny` is set."""
        return self.add if supports or self.deny is None else self.deny


class Weight(Level, frozen=True, kw_only=True):
    """What a finding weighs.

    `add` and `deny` are log-odds, scaled by the finding's measure; `levels` give them for each level. The others
    are shares of what the origin has left: `share` is taken in proportion to the measure, `decay` again for each
    unit of it (0.75 leaves a quarter, a sixteenth, …), `slowing` s leaves 1 / (1 + s · measure). `spared` is how
    much of the measure takes nothing.
    """

    levels: dict[str, Level] = {}
    share: Share = 0.0
    decay: Share = 0.0
    slowing: Slowing = 0.0
    spared: Annotated[float, msgspec.Meta(ge=0)] = 0.0

    def level(self, name: str | None) -> Level:
        """The log-odds that hold at a level, or those of the rule itself."""
        return self.levels.get(name, _NOTHING) if name is not None and self.levels else self

    def taken(self, measure: float) -> float:
        """The share, 0 to 1, that this takes of what an origin has left."""
        measure = max(0.0, measure - self.spared)
        kept: float = (1 - self.share * measure) * (1 - self.decay) ** measure / (1 + self.slowing * measure)
        return min(1.0, max(0.0, 1 - kept))


class Weights(Record, frozen=True, kw_only=True):
    """The whole of `weights.yaml`: the prior log-odds, what evidence makes half a confidence, the rules' weights.

    `counted_apart` are classes whose origins count among themselves when further ones count for less.
    """

    prior: LogOdds
    half_confidence: Annotated[float, msgspec.Meta(gt=0, le=100)]
    counted_apart: frozenset[str] = frozenset()
    rules: dict[str, Weight]

    def weight(self, rule: str) -> Weight:
        """What the findings of a rule weigh; one that is not listed weighs nothing."""
        return self.rules.get(rule, _WEIGHTLESS)


_NOTHING = Level()
_WEIGHTLESS = Weight()


def load_weights(rulebook: Rulebook) -> Weights:
    """The weights, checked: every rule, level and class named must exist. Used as `rulebook.part(load_weights)`."""
    weights = rulebook.table(FILE, Weights)
    entries, classes = rulebook.part(Rules).entries, rulebook.part(Tables).classes
    values = rulebook.part(vocabulary)
    _check(rulebook, "rule", weights.rules, entries, "{}:")
    _check(rulebook, "source class", weights.counted_apart, classes, "counted_apart")
    for rule, weight in weights.rules.items():
        known = values.get(entries[rule].level or "", weight.levels)
        _check(rulebook, f"level of {rule}", weight.levels, known, "{}:")
    return weights


def _check(rulebook: Rulebook, what: str, named: Collection[str], known: Collection[str], where: str) -> None:
    for name in sorted(named):
        if name not in known:
            raise rulebook.blame(FILE, where.format(name), unknown(what, name, known))
