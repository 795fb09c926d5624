"""Clustering only what may have changed: the clusters that a new or a lost statement can reach, found step by step.

Average linkage merges the two likeliest clusters first, and merging never brings a third nearer (Bruynooghe's
reducibility), so a cluster is made of its own statements alone, whatever stands around it. Clusters that are what they
were have merged with nobody outside before, and so will not now. Hence: take what changed, cluster it, and look at
whatever is linked to a cluster that is new; once nothing outside is linked to one, no other cluster can be touched.
What comes out is what clustering all statements would give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from rules.linking.clusters import clusters
from rules.linking.statement import Statement
from rules.linking.twins import Odds, Twins

Group = tuple[Statement, ...]


class Near(NamedTuple):
    """Statements with the numbers of the clusters they are in, 0 where none is known, and all odds of each of them."""

    items: Mapping[Statement, int]
    odds: Odds


class Settled(NamedTuple):
    """The clusters that were looked at, those of them that are new, and the statements in them."""

    groups: Sequence[Group]
    new: Sequence[Group]
    twins: Twins


Look = Callable[[Collection[str]], Near]
"""Finds statements by their ids, each with all that are in its cluster."""


def settle(ids: Iterable[str], look: Look) -> Settled:
    """The clusters of some statements and of all that they may have changed.

    `ids` are the statements that came, or whose clusters or links lost a statement.
    """
    number: dict[Statement, int] = {}
    odds: Odds = {}
    wanted, seen = set(ids), set[str]()
    groups: list[Group] = []
    new: list[Group] = []
    twins = Twins((), {})
    while wanted:
        items, found = look(wanted)
        number |= items
        odds = {**odds, **found} if odds else found  # no copy of the many that a long article brings at once
        seen |= wanted | {item.id for item in items}
        twins = Twins(number, odds)
        groups = clusters(twins)
        new = _new(groups, number)
        wanted = _linked({item.id for group in new for item in group}, odds) - seen
    return Settled(groups, new, twins)


def _new(groups: Sequence[Group], number: Mapping[Statement, int]) -> list[Group]:
    """The groups that are not all of one known cluster."""
    sizes = Counter(number.values())
    numbers = ([number[item] for item in group] for group in groups)
    return [group for group, known in zip(groups, numbers, strict=True)
            if len(set(known)) > 1 or not known[0] or sizes[known[0]] != len(group)]


def _linked(ids: set[str], odds: Odds) -> set[str]:
    """The statements with odds above even with any of some."""
    return {id_ for key, value in odds.items() if value > 0 and not ids.isdisjoint(key) for id_ in key}
