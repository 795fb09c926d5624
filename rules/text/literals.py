"""What must stand in a text for a pattern to be found in it: a look for some letters is cheaper than for a pattern."""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Literals = frozenset[str]
NONE: Literals = frozenset()


def literals(pattern: str) -> Literals:
    """Small letters of which every match has some in a row, the longest that are to be had; none if none are sure.

    >>> sorted(literals("(?:was|were) (?:sunk|raised)"))
    ['raised', 'sunk']
    """
    return frozenset(found.lower() for found in _of(parser.parse(pattern)))


def _of(items: Iterable[tuple[Any, Any]]) -> Literals:
    """Of the parts of a pattern that follow each other, what the most telling one needs."""
    found, run = [NONE], ""
    for code, value in items:
        if code is codes.LITERAL:
            run += chr(value)
        elif code is not codes.AT:
            found += [frozenset({run}), _of_one(code, value)]
            run = ""
    return max([*found, frozenset({run})], key=_worth)


def _of_one(code: Any, value: Any) -> Literals:
    if code is codes.SUBPATTERN:
        return _of(value[-1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0]:
        return _of(value[-1])
    ways = [_of(way) for way in value[1]] if code is codes.BRANCH else [NONE]
    return NONE.union(*ways) if all(ways) else NONE


def _worth(found: Literals) -> tuple[int, int]:
    """The longer the shortest and the fewer, the better; "" stands anywhere and so tells nothing."""
    return min(map(len, found), default=0), -len(found)
