"""Finds phrases of one or more words among tokens: Aho-Corasick over keys, so that word boundaries come free."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import ahocorasick_rs

from rules.provenance.names import Token

T = TypeVar("T")
R = TypeVar("R")


class PhraseFinder(Generic[T]):
    """Compiled phrases, given as keys with what each means."""

    def __init__(self, phrases: dict[str, T]) -> None:
        self._meanings = tuple(phrases.values())
        self._automaton = ahocorasick_rs.AhoCorasick([f" {key} " for key in phrases])

    def find(self, tokens: Sequence[Token]) -> list[tuple[int, int, T]]:
        """(first token, token after the last, meaning): leftmost first, then longest, without overlaps."""
        return self.choose(tokens, lambda first, last, meaning: meaning)

    def choose(self, tokens: Sequence[Token], take: Callable[[int, int, T], R | None]) -> list[tuple[int, int, R]]:
        """As `find`, with what `take` makes of each match; where it gives None a shorter match may take its place."""
        starts, at = [], 1
        for token in tokens:
            starts.append(at)
            at += len(token.key) + 1
        line = " " + " ".join([token.key for token in tokens]) + " "
        spans = [
            (bisect_left(starts, start + 1), -bisect_left(starts, end), index)
            for index, start, end in self._automaton.find_matches_as_indexes(line, overlapping=True)
        ]
        spans.sort()
        found: list[tuple[int, int, R]] = []
        free = 0
        for first, minus_last, index in spans:
            if first >= free and (taken := take(first, -minus_last, self._meanings[index])) is not None:
                found.append((first, -minus_last, taken))
                free = -minus_last
        return found
