"""What two statements tell was done: the same deed, one that excludes the other, another, or none that is known."""

from __future__ import annotations

from collections.abc import Iterable

from rules.linking.bearing import Bearing
from rules.linking.beside import Beside, Comparison
from rules.linking.data import LinkWeights
from rules.linking.places import Places
from rules.linking.prepared import Prepared
from rules.matching.actions import Actions
from rules.rulebook import Rulebook

FURTHER_NAMED = 0.5  # how much a further action of a `named` kind counts beside others
ENDED = 0.5  # how much of it an action gives to what tells that it is over
TOLLS = frozenset({"deaths", "casualties"})


class Deeds:
    """Weighs the kinds of action of two statements. Kinds are given by their places in the rulebook's list."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._weights = rulebook.table("linking.yaml", LinkWeights)
        self._comparison, self._bearing = rulebook.part(Comparison), rulebook.part(Bearing)
        self._places, self._kinds = rulebook.part(Places), rulebook.part(Actions).entries
        self._tolls = {n for n, kind in enumerate(self._kinds) if kind.id in TOLLS}

    def one(self, a: Prepared, b: Prepared) -> frozenset[int]:
        """The kinds of action in which both may tell of one deed.

        The topic of an article says nothing, nor does what two statements of one article share, unless one excludes the
        other.
        """
        opposite, topics = _opposite(a, b), {*a.item.topics, *b.item.topics}
        beside = a.item.document == b.item.document
        return opposite.union(n for n in a.kinds & b.kinds if not self._kinds[n].named
                              or not beside and self._kinds[n].id not in topics)

    def log_odds(self, pair: Beside, one: frozenset[int]) -> float:
        """What their actions say for or against one claim; `one` are the kinds of one deed."""
        weights = self._weigh(pair, one)
        if shared := {number for number, _ in pair.a.actions & pair.b.actions} & weights.keys():
            return max(weights[n] for n in shared) + self._weights.further_action * self._further(pair.a, pair.b)
        if opposite := _opposite(pair.a, pair.b) & weights.keys():
            return self._weights.excluded_action * max(self._left(n, weights[n]) for n in opposite)
        return self._unshared(pair)

    def _weigh(self, pair: Beside, one: frozenset[int]) -> dict[int, float]:
        """The weight of each kind by which both may tell of one claim."""
        in_story = self._weights.story_action * pair.told * pair.telling
        kinds = ((n, self._kinds[n]) for n in pair.a.kinds | pair.b.kinds)
        return {n: kind.weight + in_story * (kind.named and n in one) for n, kind in kinds
                if pair.told and n in one or (_of_one(pair.a, pair.b) if kind.named else self._comparison.meet(pair))}

    def _further(self, a: Prepared, b: Prepared) -> float:
        """How many actions only one tells of; none where one just counts the victims of what the other tells of."""
        if a.actions <= b.actions and self._tolls >= a.kinds or b.actions <= a.actions and self._tolls >= b.kinds:
            return 0.0
        return sum([FURTHER_NAMED if self._kinds[n].named else 1.0 for n, _ in a.actions ^ b.actions])

    def _left(self, number: int, weight: float) -> float:
        return weight * (ENDED if self._kinds[number].ends else 1)

    def _unshared(self, pair: Beside) -> float:
        """What it says that no action of theirs tells of one claim."""
        a, b, data = pair.a, pair.b, self._weights
        named = self._any_named(a.kinds | b.kinds)
        if a.actions and b.actions and not a.kinds & b.kinds and (pair.told or not named):
            if self._bearing.rivals(a, b) and self._comparison.meet(pair):
                return data.rival_account
            if not named:
                return data.other_action
        return data.no_action_in_story if pair.told and not self._places.shared(a.item, b.item) else data.no_action

    def _any_named(self, kinds: Iterable[int]) -> bool:
        return any(self._kinds[number].named for number in kinds)


def _of_one(a: Prepared, b: Prepared) -> bool:
    """Whether two statements may tell of one of many: they name the same, or, where one names only a place, that."""
    return not (a.actors.isdisjoint(b.actors) if a.actors and b.actors else a.names.isdisjoint(b.names))


def _opposite(a: Prepared, b: Prepared) -> frozenset[int]:
    """The kinds of action that one asserts and the other excludes."""
    return frozenset(number for number, excluded in a.actions if (number, not excluded) in b.actions)
