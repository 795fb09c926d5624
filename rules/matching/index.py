"""An inverted index over claims: proposes the few that the pair model should look at.

BM25 (Robertson and Zaragoza, 2009) with the rulebook's weights instead of the claims' own counts, so that what a query
finds about one claim does not depend on which others there are.
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
_Postings = tuple["array[int]", "array[float]"]
"""The places in which a stem occurs, in ascending order, and how much it counts in each."""


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
        counts = self._counts(text)
        length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * sum(counts.values()) / _USUAL_LENGTH
        for stem, count in counts.items():
            places, impacts = self._postings.setdefault(stem, (array("I"), array("f")))
            places.append(len(self._ids))
            impacts.append(count * (_SATURATION + 1) / (count + _SATURATION * length))
        self._ids.append(claim)

    def query(self, text: str, k: int) -> list[tuple[str, float]]:
        """The `k` stored claims that share most with `text`, best first, ties by id; only those that share a word."""
        stems = [stem for stem in sorted(self._counts(text)) if stem in self._postings]
        scores = np.zeros(len(self._ids), np.float32)
        for stem in sorted(stems, key=lambda stem: len(self._postings[stem][0])):
            places, impacts = self._postings[stem]
            weight = np.float32(self._frequencies.weight(stem))
            scores[np.frombuffer(places, np.uint32)] += weight * np.frombuffer(impacts, np.float32)
        found = [(self._ids[place], float(scores[place])) for place in _best(scores, k).tolist()]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:k]

    def _counts(self, text: str) -> Counter[str]:
        words, stop_words = self._words.split(text), self._words.stop_words
        return Counter(word.stem for word in words if stop_words.isdisjoint((word.stem, word.text.lower())))


def _best(scores: NDArray[np.float32], size: int) -> NDArray[np.intp]:
    """At least the `size` best of the places that have a score, all that tie with the last included."""
    places = np.flatnonzero(scores)
    if len(places) <= size:
        return places
    values = scores[places]
    best: NDArray[np.intp] = places[values >= np.partition(values, len(values) - size)[len(values) - size]]
    return best
