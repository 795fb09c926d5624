"""Words and numbers as people read them: on pages, in exports and at the terminal."""

from __future__ import annotations


def plain(word: str | None) -> str:
    """A word of the vocabulary as one reads it.

    >>> plain("single_source")
    'single source'
    """
    return (word or "").replace("_", " ")


def score(value: float) -> str:
    """A score with two digits; never 0.00 or 1.00, which it never is.

    >>> score(0.999)
    '0.99'
    """
    return f"{min(0.99, max(0.01, value)):.2f}"
