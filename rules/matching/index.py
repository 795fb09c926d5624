"""An inverted index over stored claims: proposes the few that the pair model should look at.

BM25 (Robertson and Zaragoza, 2009) with the rulebook's weights instead of the store's own counts, so that what a query
finds about one claim does not depend on which others are stored. Rare words propose, common ones only reorder.
"""

from __future__ import annotations

from array import array
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from rules.matching.frequencies import Frequencies
from rules.matching.words import Words
from rules.rulebook import Rulebook

_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.5, 12.0
_BUDGET = 40_000
_POOL = 300


class _Postings:
    """Where a stem occurs: slots in ascending order and how much it counts there."""

    __slots__ = ("impacts", "slots")

    def __init__(self) -> None:
        self.slots, self.impacts = array("I"), array("f")

    def arrays(self) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        return np.frombuffer(self.slots, np.uint32), np.frombuffer(self.impacts, np.float32)


_Weighted = tuple[float, _Postings]


class Index:
    """Claims by their words; adding and asking need no rebuilding. It keeps ids and words, not the texts.

    >>> index = Index(Rulebook())
    >>> index.add("c1", "Drones hit the oil depot in Kursk."); index.add("c2", "The mayor resigned.")
    >>> [found for found, _ in index.query("An oil depot burns after a drone strike", 5)]
    ['c1']
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._frequencies = rulebook.part(Words), rulebook.part(Frequencies)
        self._ids: list[str] = []
        self._postings: dict[str, _Postings] = {}

    def add(self, claim: str, text: str) -> None:
        """Store `text` under the id `claim`, which nothing else has."""
        slot = len(self._ids)
        self._ids.append(claim)
        counts = self._counts(text)
        length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * sum(counts.values()) / _USUAL_LENGTH
        for stem, count in counts.items():
            postings = self._postings.setdefault(stem, _Postings())
            postings.slots.append(slot)
            postings.impacts.append(count * (_SATURATION + 1) / (count + _SATURATION * length))

    def query(self, text: str, k: int) -> list[tuple[str, float]]:
        """The `k` stored claims that share most with `text`, best first, ties by id; only those that share a word."""
        weighted = [(self._frequencies.weight(stem), self._postings[stem])
                    for stem in sorted(self._counts(text)) if stem in self._postings]  # fmt: skip
        weighted.sort(key=lambda entry: len(entry[1].slots))
        scores: NDArray[np.float32] = np.zeros(len(self._ids), np.float32)
        rest = _propose(weighted, scores)
        pool = _best(scores, max(_POOL, k))
        for weight, postings in rest:
            _reorder(pool, scores, weight, postings)
        found = [(self._ids[slot], float(scores[slot])) for slot in pool.tolist()]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:k]

    def _counts(self, text: str) -> Counter[str]:
        words, stop_words = self._words.split(text), self._words.stop_words
        return Counter(word.stem for word in words if stop_words.isdisjoint((word.stem, word.text.lower())))


def _propose(weighted: list[_Weighted], scores: NDArray[np.float32]) -> list[_Weighted]:
    """Score by the rarest words, until they have proposed enough; gives back the words that are left over."""
    spent = 0
    for position, (weight, postings) in enumerate(weighted):
        if spent and spent + len(postings.slots) > _BUDGET:
            return weighted[position:]
        slots, impacts = postings.arrays()
        scores[slots] += np.float32(weight) * impacts
        spent += len(slots)
    return []


def _best(scores: NDArray[np.float32], size: int) -> NDArray[np.uint32]:
    """At least the `size` best of the slots that have a score, all that tie with the last included, ascending."""
    slots = np.flatnonzero(scores).astype(np.uint32)
    if len(slots) <= size:
        return slots
    values = scores[slots]
    threshold = np.partition(values, len(values) - size)[len(values) - size]
    best: NDArray[np.uint32] = slots[values >= threshold]
    return best


def _reorder(pool: NDArray[np.uint32], scores: NDArray[np.float32], weight: float, postings: _Postings) -> None:
    """Add what a common word gives to the slots in `pool` that have it."""
    slots, impacts = postings.arrays()
    places = np.searchsorted(slots, pool)
    places[places == len(slots)] = 0
    has = slots[places] == pool
    scores[pool[has]] += np.float32(weight) * impacts[places[has]]
