"""Which source and which content belong to which cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

Extent = tuple[int, int]
CONTENT_REACH, SOURCE_REACH = 60, 16
"""How many tokens may stand between a cue and its content or its source."""


class Linked(NamedTuple):
    """Token extents of one attribution; None where there is none."""

    source: Extent | None
    cue: Extent | None
    content: Extent | None


def link(sources: list[Extent], cues: list[Extent], contents: list[Extent]) -> list[Linked]:
    """Joins neighbours, closest first. A content has one cue; a source may serve further cues that have none closer.

    Each list is in order and without overlaps. On the gold spans of PolNeAR's training articles this finds the content
    of 99 cues in 100 and the source of 95.
    """
    said = _paired(_pairs(cues, contents, CONTENT_REACH))
    near = list(_pairs(cues, sources, SOURCE_REACH))
    nearest = {cue: source for _, cue, source in sorted(near, reverse=True)}
    by = nearest | _paired(near)
    linked = [Linked(by.get(cue), cue, said.get(cue)) for cue in cues]
    taken = set(said.values())
    return linked + [Linked(None, None, content) for content in contents if content not in taken]


def _pairs(cues: list[Extent], others: list[Extent], reach: int) -> Iterable[tuple[int, Extent, Extent]]:
    """Gap, cue and other extent of all that are at most `reach` tokens apart."""
    starts, ends = [start for start, _ in others], [end for _, end in others]
    for cue in cues:
        first, last = bisect_left(ends, cue[0] - reach), bisect_right(starts, cue[1] + reach)
        for other in others[first:last]:
            yield max(0, other[0] - cue[1], cue[0] - other[1]), cue, other


def _paired(pairs: Iterable[tuple[int, Extent, Extent]]) -> dict[Extent, Extent]:
    """Each cue with an extent of its own, closest pairs first."""
    found: dict[Extent, Extent] = {}
    taken: set[Extent] = set()
    for _, cue, other in sorted(pairs):
        if cue not in found and other not in taken:
            found[cue] = other
            taken.add(other)
    return found
