"""Parts of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

import ahocorasick_rs

from rules.text.literals import literals

T = TypeVar("T")

_NOT_LETTERS = re.compile(r"\\.|\(\?P")


class AnyCase:
    """A pattern that is looked for in any case.

    One without capitals is looked for in small letters, which takes half the time.
    """

    def __init__(self, pattern: str) -> None:
        plain = _NOT_LETTERS.sub("", pattern)
        self._source, self._small = pattern, re.compile(pattern) if plain == plain.lower() else None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a part of a text, with all that stands around that in sight."""
        return re.compile(self._source, re.IGNORECASE)

    @cached_property
    def _needed(self) -> tuple[str, ...]:
        return tuple(sorted(literals(self._source)))

    def found(self, text: str) -> bool:
        """Whether it stands in a text: `AnyCase("sunk").found("SUNK!")`."""
        found = self._small.search(text.lower()) if self._small else self.pattern.search(text)
        return found is not None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """As that of a pattern; the matches are those in the text as given."""
        small = text.lower()
        if self._small is None or len(small) != len(text):
            return self.pattern.finditer(text, start)
        places = (found.start() for found in self._small.finditer(small, start))
        return (match for place in places if (match := self.pattern.match(text, place)))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands, which takes half the time of matches in the text as given."""
        small = text.lower()
        if self._small is None or len(small) != len(text):
            return [match.span() for match in self.pattern.finditer(text)]
        if self._needed and not any(map(small.__contains__, self._needed)):
            return []
        return [match.span() for match in self._small.finditer(small)]


class AnyCases(Generic[T]):
    """Things that are each told by a pattern in any case, of which a text is searched for few."""

    def __init__(self, told: Iterable[tuple[T, str]]) -> None:
        self._told, needed = [], []
        for thing, pattern in told:
            self._told.append((thing, AnyCase(pattern)))
            needed.append(literals(pattern))
        found = sorted(set().union(*needed))
        self._by_letters = [[n for n, some in enumerate(needed) if letters in some] for letters in found]
        self._always = [n for n, some in enumerate(needed) if not some]
        self._letters = ahocorasick_rs.AhoCorasick(found)

    def likely(self, text: str) -> Iterator[tuple[T, AnyCase]]:
        """Those in order, with their patterns, without which letters stand in the text that they need.

        >>> [thing for thing, _ in AnyCases([(1, "was (?:sunk|raised)"), (2, "r[io]se")]).likely("It ROSE.")]
        [2]
        """
        standing = {n for n, _, _ in self._letters.find_matches_as_indexes(text.lower(), overlapping=True)}
        places = {place for letters in standing for place in self._by_letters[letters]}
        return (self._told[place] for place in sorted(places.union(self._always)))


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first, so that none hides one that begins with it.

    >>> any_of(["week", "weekend", "a.m."])
    'weekend|a\\\\.m\\\\.|week'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with what its parts stand for.

    >>> filled("on {day}", {"{day}": "monday|sunday"})
    'on monday|sunday'
    """
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return pattern
