"""Work on neighbours side by side, without taking more memory for a long text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def batches(items: Iterable[T], length: Callable[[T], int], enough: int) -> Iterator[list[T]]:
    """Neighbours, `enough` in all by their lengths, which bounds what memory working on them side by side takes.

    >>> list(batches(["a", "ship", "has", "sunk"], len, 5))
    [['a', 'ship'], ['has', 'sunk']]
    """
    batch: list[T] = []
    size = 0
    for item in items:
        batch.append(item)
        size += length(item)
        if size >= enough:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
