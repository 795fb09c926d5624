"""Finds phrases of one or more words among tokens: Aho-Corasick over keys, so that word boundaries come free."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import ahocorasick_rs

from rules.provenance.names import Token


class PhraseFinder:
    """Compiled phrases, given as keys; the answer names each by its index."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._automaton = ahocorasick_rs.AhoCorasick([f" {key} " for key in keys])

    def find(
        self, tokens: Sequence[Token], fits: Callable[[int, int, int], bool] = lambda *_: True
    ) -> list[tuple[int, int, int]]:
        """(first token, token after the last, index of the phrase): leftmost first, then longest, without overlaps.

        `fits` may refuse a match; a shorter one may then take its place.
        """
        starts, at = [], 1
        for token in tokens:
            starts.append(at)
            at += len(token.key) + 1
        line = " " + " ".join([token.key for token in tokens]) + " "
        spans = [
            (bisect_left(starts, start + 1), -bisect_left(starts, end), index)
            for index, start, end in self._automaton.find_matches_as_indexes(line, overlapping=True)
        ]
        found: list[tuple[int, int, int]] = []
        for first, last, index in sorted(spans):
            if (not found or first >= found[-1][1]) and fits(first, -last, index):
                found.append((first, -last, index))
        return found
