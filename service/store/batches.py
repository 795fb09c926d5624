"""Many rows, handed to the database or asked for some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
ASKED = 500
"""Values in one question: databases take only so many."""


def batches(items: Iterable[T], size: int = ASKED) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter; as `itertools.batched` of Python 3.12.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
