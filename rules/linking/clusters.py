"""Cases from statements: average-linkage clustering of what the pair linker gives, cut at even odds.

Nothing depends on the order of arrival: statements are taken in their own order and every pair is judged by itself.
Average linkage (Sokal and Michener, 1958) keeps chains of half likeness from forming, and a single pair that tells of
two events keeps two cases apart. No two pairs are equally likely: which of equals is taken first is settled by their
ids, so that it does not matter what else is clustered with them. Twins are taken as one that weighs as many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rules.linking.statement import Statement
from rules.linking.twins import MOST, UNPROPOSED, Odds, Twins

NUDGE = 2.0**-20  # the most by which a pair is made less likely than its equals


def cluster(items: Iterable[Statement], odds: Odds) -> list[tuple[Statement, ...]]:
    """The statements of each case, oldest first, and the cases by their oldest statement.

    `odds` has the log-odds of each proposed pair under its key. Memory grows with the square of the different
    statements that are linked with each other, directly or through others, and not of all.
    """
    return clusters(Twins(items, odds))


def clusters(twins: Twins) -> list[tuple[Statement, ...]]:
    """The same of statements of which it is known which are twins."""
    kinds = [members[0] for members in twins.members.values()]
    found = ([item for place in places for item in twins.members[linked[place].id]]
             for linked, among in _components(kinds, twins.odds)
             for places in _average_linkage(linked, among, [len(twins.members[item.id]) for item in linked]))
    groups = [tuple(sorted(group, key=lambda item: item.order)) for group in found]
    return sorted(groups, key=lambda members: members[0].order)


def _components(ordered: Sequence[Statement], odds: Odds) -> Iterator[tuple[list[Statement], Odds]]:
    """Statements that are linked directly or through others, in their order, with the odds among them."""
    parent = {item.id: item.id for item in ordered}
    for (a, b), value in odds.items():
        if value > 0 and a in parent and b in parent:
            parent[_root(parent, a)] = _root(parent, b)
    component = {id_: _root(parent, id_) for id_ in parent}
    items: dict[str, list[Statement]] = defaultdict(list)
    among: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for item in ordered:
        items[component[item.id]].append(item)
    for key, value in odds.items():
        root = component.get(key[0])
        if root is not None and root == component.get(key[1]):
            among[root][key] = value
    yield from ((linked, among[root]) for root, linked in items.items())


def _root(parent: dict[str, str], id_: str) -> str:
    """The statement that stands for all that one is linked to so far; the way to it is halved (Tarjan, 1975)."""
    while parent[id_] != id_:
        parent[id_] = id_ = parent[parent[id_]]
    return id_


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


def _average_linkage(linked: Sequence[Statement], odds: Odds, weights: list[int]) -> list[list[int]]:
    """Groups of places whose mean log-odds is above 0, each in ascending order; what is at a place `weights` as many.

    Chains of nearest neighbours (Benzécri, 1982) end in two that are each other's nearest: these merge.
    """
    distance = _matrix(linked, odds)
    np.subtract(MOST, distance, out=distance)
    np.fill_diagonal(distance, np.inf)
    groups = {place: [place] for place in range(len(linked))}
    found, chain = [], list[int]()
    while groups:
        chain = chain or [next(iter(groups))]
        nearest = int(distance[chain[-1]].argmin())
        if len(chain) > 1 and distance[chain[-1], chain[-2]] <= distance[chain[-1], nearest]:
            one, other = sorted((chain.pop(), chain.pop()))
            _merge(distance, weights, one, other)
            groups[other] += groups.pop(one)
        elif distance[chain[-1], nearest] <= MOST:
            chain.append(nearest)
        else:
            found.append(sorted(groups.pop(chain.pop())))
    return found


def _merge(distance: NDArray[np.float64], weights: list[int], one: int, other: int) -> None:
    """Put one group into another, which is then as far from any third as both were on average."""
    size, more = weights[other], weights[one]
    distance[other] = distance[:, other] = (more * distance[one] + size * distance[other]) / (more + size)
    distance[one] = distance[:, one] = np.inf
    weights[other] += more
