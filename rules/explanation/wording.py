"""Numbers, lists and verbs as a sentence has them."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def verb(origins: Sequence[object], one: str, several: str) -> str:
    """The form of a verb for one or for several."""
    return one if len(origins) == 1 else several


def count(number: int, noun: str) -> str:
    """A number with its noun: `count(2, "origin")` is "two origins"."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{word} {noun}{'' if number == 1 else 's'}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names with "and" before the last; of more than `most` the rest as a number."""
    shown = [*names[:most]] + ([f"{len(names) - most} more"] if len(names) > most else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
