"""Two statements beside each other: what more than one weight asks of a pair, worked out once."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

import msgspec

from rules.linking.bearing import Bearing
from rules.linking.places import Places
from rules.linking.prepared import Prepared, Preparer
from rules.linking.stories import one_story
from rules.matching import Likeness, PairModel
from rules.rulebook import Rulebook

STORIES = 2048  # pairs of articles of which it is kept whether they tell one story
WORDINGS = 4096  # pairs of wordings whose likeness is kept
FEW = 10  # statements of two articles each, so that hardly any two of them share something by chance


class Beside(msgspec.Struct, frozen=True):
    """A pair of statements.

    `like` is what the pair model gives to their wordings, `one_story` whether their articles tell one, `told` the same
    unless they name different people. `telling`, 0 to 1, is the weight of what they share. `answers` is whether one
    denies what the other says, `negates` whether one says "no" of a word of the other, in short articles on one story.
    """

    a: Prepared
    b: Prepared
    like: Likeness
    one_story: bool
    told: bool
    telling: float
    answers: bool
    negates: bool


class Comparison:
    """Puts prepared statements beside each other."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._model, self._profile = rulebook.part(PairModel), rulebook.part(Preparer).profile
        self._bearing, self._places = rulebook.part(Bearing), rulebook.part(Places)
        self._likeness = lru_cache(WORDINGS)(self._compare)
        self._one_story = lru_cache(STORIES)(one_story)

    def of(self, a: Prepared, b: Prepared) -> Beside:
        """The two with what they are to each other."""
        one = self._one_story(a.item.story, b.item.story)
        told = one and not _strangers(a, b)
        negates = told and a.item.total * b.item.total <= FEW * FEW and self._bearing.negates(a, b)
        return Beside(a, b, self._like(a.item.text, b.item.text), one, told, _telling(a, b),
                      self._bearing.answers(a, b), negates)

    def meet(self, pair: Beside) -> bool:
        """Whether they share a place, a name or a story; verbs such as "enter" alone say too little."""
        a, b = pair.a, pair.b
        return pair.one_story or self._places.near(a.item, b.item) or not a.names.isdisjoint(b.names)

    def _like(self, one: str, other: str) -> Likeness:
        return self._likeness(one, other) if one < other else self._likeness(other, one)

    def _compare(self, a: str, b: str) -> Likeness:
        """What the pair model gives to two wordings. Outlets reprint each other, so that the same two meet again."""
        return self._model.likeness(self._profile(a), self._profile(b))


def _strangers(a: Prepared, b: Prepared) -> bool:
    """Whether they name different people."""
    where = (a.names - a.actors) | (b.names - b.actors)  # what one article shows to be a place is one in the other
    mine, yours = a.actors - where, b.actors - where
    return bool(mine and yours) and mine.isdisjoint(yours)


def _telling(a: Prepared, b: Prepared) -> float:
    """Less where their articles make many statements."""
    mine, other = a.item.among or b.item.among, b.item.among or a.item.among
    return min(1.0, FEW / sqrt(mine * other or 1))
