"""Cases from statements: average-linkage clustering of what the pair linker gives, cut at even odds.

Nothing depends on the order of arrival: statements are taken in their own order, every pair is judged by itself, and a
case is named after its oldest statement. Average linkage (Sokal and Michener, 1958) keeps chains of half likeness
from forming, and a single pair that tells of two events keeps two cases apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from rules.linking.pairs import PairLinker, Prepared
from rules.linking.statement import Statement

_MOST = 10.0  # log-odds beyond which more makes no difference
_UNPROPOSED = -3.0  # what is held of a pair that nothing proposes


@dataclass(frozen=True, slots=True)
class Cluster:
    """The statements of one case in their own order, the founder first."""

    members: tuple[Prepared, ...]

    @property
    def id(self) -> str:
        """The name of the case: its founder's."""
        return self.members[0].item.id


def cluster(
    statements: Iterable[Statement], linker: PairLinker, near: Callable[[Statement], Iterable[str]]
) -> list[Cluster]:
    """The cases of `statements`, in the order of their founders. `near` proposes ids worth comparing one with."""
    prepared = [linker.prepare(item) for item in sorted(statements, key=lambda s: s.order)]
    odds = _odds(prepared, linker, near)
    _, component = connected_components(odds > 0, directed=False)
    clusters = []
    for number in range(component.max(initial=-1) + 1):
        places = np.flatnonzero(component == number)
        for group in _average_linkage(odds[np.ix_(places, places)]):
            clusters.append(Cluster(tuple(prepared[places[i]] for i in group)))
    return sorted(clusters, key=lambda c: c.members[0].item.order)


def _odds(
    prepared: Sequence[Prepared], linker: PairLinker, near: Callable[[Statement], Iterable[str]]
) -> NDArray[np.float64]:
    """Log-odds for every proposed pair, symmetric, between −10 and 10."""
    place = {item.item.id: number for number, item in enumerate(prepared)}
    odds = np.full((len(prepared), len(prepared)), _UNPROPOSED)
    for i, item in enumerate(prepared):
        for j in sorted({place[other] for other in near(item.item) if other in place and place[other] != i}):
            if odds[i, j] == _UNPROPOSED:
                odds[i, j] = odds[j, i] = max(-_MOST, min(_MOST, linker.log_odds(item, prepared[j])))
    return odds


def _average_linkage(odds: NDArray[np.float64]) -> list[list[int]]:
    """Groups of places whose mean log-odds is above 0, each in ascending order."""
    if len(odds) == 1:
        return [[0]]
    distance = _MOST - odds
    np.fill_diagonal(distance, 0)
    labels = fcluster(linkage(squareform(distance), method="average"), t=_MOST, criterion="distance")
    return [np.flatnonzero(labels == label).tolist() for label in dict.fromkeys(labels.tolist())]
