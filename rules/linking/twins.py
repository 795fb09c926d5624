"""Statements that are the same but for their articles: what many outlets carry is one thing that weighs as many.

What two statements are to each other depends on what they say and on whether they stand in one article. So what is
known of one pair holds for all pairs of their twins, and copies are clustered as one: that costs no more than one of
them, and none is left over because nobody compared it with all others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from rules.linking.statement import Statement

COMPARED = 2  # articles of which copies are compared with all others: that tells all there is to know
MOST = 10.0  # log-odds beyond which more makes no difference
UNPROPOSED = -3.0  # what is held of a pair that nothing proposes

Pair = tuple[str, str]
Odds = Mapping[Pair, float]


def pair(a: str, b: str) -> Pair:
    """The key of a pair of statements: their ids in ascending order."""
    return (a, b) if a < b else (b, a)


def content(item: Statement) -> tuple[Any, ...]:
    """All that a statement is but for its id and its article."""
    return msgspec.structs.astuple(item)[2:]


def copies(items: Iterable[Statement]) -> dict[Statement, Statement]:
    """The statements that further articles only repeat, each with the first that says the same."""
    kinds: dict[object, list[Statement]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.order):
        kinds[content(item)].append(item)
    known = {told: list(dict.fromkeys(item.document for item in same))[:COMPARED] for told, same in kinds.items()}
    return {item: same[0] for told, same in kinds.items() for item in same if item.document not in known[told]}


class Twins:
    """Some statements, each kind of them under the id of the first, with the mean log-odds of any two kinds.

    `members` has the statements of each kind, oldest first, `odds` the means that are known, also of a kind in itself.
    """

    def __init__(self, items: Iterable[Statement], odds: Odds) -> None:
        ordered = sorted(items, key=lambda item: item.order)
        self._first = _alike(ordered, odds)
        self.members: dict[str, list[Statement]] = defaultdict(list)
        for item in ordered:
            self.members[self._first[item.id]].append(item)
        self.odds = odds if len(self.members) == len(ordered) else self._means(ordered, odds)

    def likeness(self, group: Sequence[Statement]) -> dict[Statement, float]:
        """The first statement of each kind in a group, with the sum of its log-odds with all others of the group."""
        counts = Counter(self._first[item.id] for item in group)
        return {self.members[one][0]: sum(count * self.odds.get(pair(one, other), UNPROPOSED)
                                          for other, count in (counts - Counter([one])).items()) for one in counts}

    def spread(self, values: Mapping[str, float]) -> dict[str, float]:
        """What some statements are to something else, by id, for all of their twins as well."""
        kinds = {self._first[id_]: value for id_, value in values.items() if id_ in self._first}
        return {item.id: value for one, value in kinds.items() for item in self.members[one]}

    def _means(self, ordered: Sequence[Statement], odds: Odds) -> Odds:
        """The mean log-odds of all pairs of two kinds, of which those within one article count as such."""
        document = {item.id: item.document for item in ordered}
        known: dict[Pair, dict[bool, float]] = defaultdict(dict)
        for (a, b), value in odds.items():
            if a in document and b in document:
                known[pair(self._first[a], self._first[b])][document[a] == document[b]] = value
        return {key: self._mean(*key, values) for key, values in known.items()}

    def _mean(self, one: str, other: str, known: Mapping[bool, float]) -> float:
        if len(known) == 1:
            return next(iter(known.values()))
        mine, theirs = ([item.document for item in self.members[each]] for each in (one, other))
        beside, total = len({*mine} & {*theirs}), len(mine) * len(theirs)
        within, apart = (max(-MOST, min(MOST, known[each])) for each in (True, False))
        return (beside * within + (total - beside) * apart) / total


def _alike(ordered: Sequence[Statement], odds: Odds) -> dict[str, str]:
    """For each statement the first of its twins, which are linked; two alike in one article are of different kinds."""
    worded: dict[str, list[Statement]] = defaultdict(list)
    for item in ordered:
        worded[item.text].append(item)
    named: dict[object, str] = {}
    first = {item.id: item.id for item in ordered}
    for same in worded.values():
        seen = Counter[object]()
        for item in same if len(same) > 1 else ():
            told = content(item)
            seen[told, item.document] += 1
            first[item.id] = named.setdefault((told, seen[told, item.document]), item.id)
    if all(id_ == one for id_, one in first.items()):
        return first
    linked = {first[a] for (a, b), value in odds.items() if value > 0 and a in first and first[a] == first.get(b)}
    return {id_: one if one in linked else id_ for id_, one in first.items()}
