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


def share(value: float) -> str:
    """A number from 0 to 1 with two digits, such as a confidence, which is 0 where nothing bears on the claim.

    >>> share(0.0)
    '0.00'
    """
    return f"{value:.2f}"
