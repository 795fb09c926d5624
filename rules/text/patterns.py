"""Parts of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first, so that none hides one that begins with it.

    >>> any_of(["week", "weekend", "a.m."])
    'weekend|a\\\\.m\\\\.|week'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
