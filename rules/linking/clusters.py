"""Cases from statements: average-linkage clustering of what the pair linker gives, cut at even odds.

Nothing depends on the order of arrival: statements are taken in their own order and every pair is judged by itself.
Average linkage (Sokal and Michener, 1958) keeps chains of half likeness from forming, and a single pair that tells of
two events keeps two cases apart. No two pairs are equally likely: which of equals is taken first is settled by their
ids, so that it does not matter what else is clustered with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from rules.linking.statement import Statement

MOST = 10.0  # log-odds beyond which more makes no difference
NUDGE = 2.0**-20  # the most by which a pair is made less likely than its equals
UNPROPOSED = -3.0  # what is held of a pair that nothing proposes

Odds = Mapping[tuple[str, str], float]


def pair(a: str, b: str) -> tuple[str, str]:
    """The key of a pair of statements: their ids in ascending order."""
    return (a, b) if a < b else (b, a)


def cluster(items: Iterable[Statement], odds: Odds) -> list[tuple[Statement, ...]]:
    """The statements of each case, oldest first, and the cases by their oldest statement.

    `odds` has the log-odds of each proposed pair under its key. Memory grows with the square of the statements that are
    linked with each other, directly or through others, and not of all.
    """
    ordered = sorted(items, key=lambda s: s.order)
    groups = [tuple(linked[place] for place in places)
              for linked, among in _components(ordered, odds) for places in _average_linkage(linked, among)]
    return sorted(groups, key=lambda members: members[0].order)


def _components(ordered: Sequence[Statement], odds: Odds) -> Iterator[tuple[list[Statement], Odds]]:
    """Statements that are linked directly or through others, in their order, with the odds among them."""
    place = {item.id: number for number, item in enumerate(ordered)}
    above = (key for key, value in odds.items() if value > 0)
    ends = np.array([(place[a], place[b]) for a, b in above if a in place and b in place], np.intp).reshape(-1, 2)
    graph = coo_array((np.ones(len(ends)), ends.T), shape=(len(ordered), len(ordered)))
    of = connected_components(graph, directed=False)[1].tolist()
    items: dict[int, list[Statement]] = defaultdict(list)
    among: dict[int, dict[tuple[str, str], float]] = defaultdict(dict)
    for item, number in zip(ordered, of, strict=True):
        items[number].append(item)
    component = dict(zip(place, of, strict=True))
    for key, value in odds.items():
        number = component.get(key[0])
        if number is not None and number == component.get(key[1]):
            among[number][key] = value
    yield from ((linked, among[number]) for number, linked in items.items())


def _matrix(ordered: Sequence[Statement], odds: Odds) -> NDArray[np.float64]:
    place = {item.id: number for number, item in enumerate(ordered)}
    matrix = np.full((len(ordered), len(ordered)), UNPROPOSED)
    for (a, b), value in odds.items():
        matrix[place[a], place[b]] = matrix[place[b], place[a]] = max(-MOST, min(MOST, value))
    keys = np.array([crc32(item.id.encode()) | 1 for item in ordered], np.uint64)
    for row, key in zip(matrix, keys, strict=True):
        row -= _nudges(key, keys)
    return matrix


def _nudges(key: np.uint64, keys: NDArray[np.uint64]) -> NDArray[np.float64]:
    """For each pair of one statement its own share of the nudge, from the ids of the two."""
    mixed = key * keys >> np.uint64(8) & np.uint64(2**32 - 1)
    return mixed.astype(np.float64) * (NUDGE / 2**32)


def _average_linkage(linked: Sequence[Statement], odds: Odds) -> list[list[int]]:
    """Groups of places whose mean log-odds is above 0, each in ascending order."""
    if len(linked) == 1:
        return [[0]]
    near = _matrix(linked, odds)
    distance = MOST - squareform(near, checks=False)
    labels = fcluster(linkage(distance, method="average"), t=MOST, criterion="distance")
    return [np.flatnonzero(labels == label).tolist() for label in dict.fromkeys(labels.tolist())]
