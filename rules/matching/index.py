"""An inverted index over stored claims: proposes the few that the pair model should look at.

BM25 (Robertson and Zaragoza, 2009) with the rulebook's weights instead of the store's own counts, so that what a query
finds about one claim does not depend on which others are stored. Rare words propose, common ones only reorder.
"""

from __future__ import annotations

from array import array

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

    def moved(self, kept: NDArray[np.bool_], moved: NDArray[np.uint32]) -> _Postings:
        """The postings of the slots that are kept, under their new numbers."""
        slots, impacts = self.arrays()
        stay, result = kept[slots], _Postings()
        result.slots.frombytes(moved[slots[stay]].tobytes())
        result.impacts.frombytes(impacts[stay].tobytes())
        return result

    def arrays(self) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
        return np.frombuffer(self.slots, np.uint32), np.frombuffer(self.impacts, np.float32)


_Weighted = tuple[float, _Postings]


class Index:
    """Claims by their words; adding, removing and asking need no rebuilding. It keeps ids and words, not the texts.

    >>> index = Index(Rulebook())
    >>> index.add("c1", "Drones hit the oil depot in Kursk."); index.add("c2", "The mayor resigned.")
    >>> [found for found, _ in index.query("An oil depot burns after a drone strike", 5)]
    ['c1']
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._frequencies = rulebook.part(Words), rulebook.part(Frequencies)
        self._ids: list[str | None] = []
        self._slots: dict[str, int] = {}
        self._postings: dict[str, _Postings] = {}

    def __len__(self) -> int:
        return len(self._slots)

    def __contains__(self, claim: str) -> bool:
        return claim in self._slots

    def add(self, claim: str, text: str) -> None:
        """Store `text` under the id `claim`, in place of what it may have held."""
        self.remove(claim)
        slot = len(self._ids)
        self._ids.append(claim)
        self._slots[claim] = slot
        counts = self._counts(text)
        length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * sum(counts.values()) / _USUAL_LENGTH
        for stem, count in counts.items():
            postings = self._postings.setdefault(stem, _Postings())
            postings.slots.append(slot)
            postings.impacts.append(count * (_SATURATION + 1) / (count + _SATURATION * length))

    def remove(self, claim: str) -> None:
        """Forget a claim; one that is not stored is no error."""
        slot = self._slots.pop(claim, None)
        if slot is None:
            return
        self._ids[slot] = None
        if len(self._ids) > 2 * len(self._slots) + _POOL:
            self._compact()

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
        found = [(claim, float(scores[slot])) for slot in pool.tolist() if (claim := self._ids[slot]) is not None]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:k]

    def _counts(self, text: str) -> dict[str, int]:
        counts: dict[str, int] = {}
        for word in self._words.split(text):
            if word.stem not in self._words.stop_words and word.text.lower() not in self._words.stop_words:
                counts[word.stem] = counts.get(word.stem, 0) + 1
        return counts

    def _compact(self) -> None:
        """Close the gaps that removed claims left, keeping the order."""
        kept = np.array([claim is not None for claim in self._ids])
        moved = np.cumsum(kept, dtype=np.uint32) - np.uint32(1)
        self._ids = [claim for claim in self._ids if claim is not None]
        self._slots = {claim: slot for slot, claim in enumerate(self._ids) if claim is not None}
        for stem, postings in list(self._postings.items()):
            self._postings[stem] = postings.moved(kept, moved)
            if not self._postings[stem].slots:
                del self._postings[stem]


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
