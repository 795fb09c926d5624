"""Parts of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

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
