"""Things with a place in the text, looked up by extent in logarithmic time, so that reading stays linear."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from rules.model import Extent


class Placed(Protocol):
    """Anything from `start` up to, not including, `end`."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


def united(parts: Iterable[Extent]) -> tuple[Extent, ...]:
    """All that some parts cover, in order and apart from each other.

    >>> [(part.start, part.end) for part in united([Extent(start=5, end=7), Extent(start=0, end=6)])]
    [(0, 7)]
    """
    found: list[Extent] = []
    for part in sorted(parts, key=attrgetter("start", "end")):
        if found and part.start < found[-1].end:
            found[-1] = Extent(start=found[-1].start, end=max(found[-1].end, part.end))
        else:
            found.append(Extent(start=part.start, end=part.end))
    return tuple(found)


class Extents(Generic[P]):
    """Placed things in the order of their starts; they should hardly overlap."""

    def __init__(self, items: Iterable[P]) -> None:
        self.items: Sequence[P] = sorted(items, key=attrgetter("start", "end"))
        self._starts = [item.start for item in self.items]

    def within(self, start: int, end: int) -> Sequence[P]:
        """Those that lie wholly between two positions."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [item for item in self.items[first:last] if item.end <= end]

    def before(self, position: int) -> int:
        """How many start before a position."""
        return bisect_left(self._starts, position)

    def at(self, position: int) -> P | None:
        """The last that starts at or before a position, if it goes on beyond it."""
        index = bisect_right(self._starts, position) - 1
        return self.items[index] if index >= 0 and position < self.items[index].end else None

    def covers(self, position: int) -> bool:
        """Whether one of them stands at a position."""
        return self.at(position) is not None
