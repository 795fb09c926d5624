"""Past what says when or how before a subject or behind a verb: "On Monday", "meanwhile", "late last week"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.tokens import FINITE, Token, is_mark
from rules.reading.syntax.words import ClauseWords

_MORE = frozenset({"NN", "NNS", "POS"}) | FINITE


def without_adverbial(tokens: Sequence[Token], j: int, end: int, words: ClauseWords) -> int:
    """Past "On Monday" or "Meanwhile" at the beginning of a subject: to its first determiner or after its comma."""
    j = _over_adverbs(tokens, j, end)
    on = j < end and tokens[j].lower == "on"
    day = over_time(tokens, j + on, words)
    return day if j + on < day < end else _over_phrase(tokens, j, end)


def _over_adverbs(tokens: Sequence[Token], j: int, end: int) -> int:
    while j < end and (tokens[j].tag in {",", "CC", "RB", "RBR", ":"} or is_mark(tokens[j]) and tokens[j].tag == "''"):
        j += 1
    return j


def _over_phrase(tokens: Sequence[Token], j: int, end: int) -> int:
    """Past a preposition and its object, where a determiner opens the subject."""
    if j < end and tokens[j].tag == "IN":
        for k in range(j + 1, end):
            if tokens[k].tag in {"DT", "PRP"} and k > j + 1:
                return k
    return j


def over_time(tokens: Sequence[Token], k: int, words: ClauseWords) -> int:
    """Past "this afternoon", "late last week" or "Sunday night", unless more follows of the phrase: "Sunday's vote"."""
    end = k + (tokens[k].lower in words.early_or_late)
    if end < len(tokens) and tokens[end].lower in words.days:
        end += 1 + (end + 1 < len(tokens) and tokens[end + 1].lower in words.times)
    elif end + 1 < len(tokens) and dates(tokens[end], tokens[end + 1], words):
        end += 2
    else:
        return k
    return k if end < len(tokens) and tokens[end].tag in _MORE else end


def dates(which: Token, time: Token, words: ClauseWords) -> bool:
    """Whether two words say when: "last week", "this May"."""
    return which.lower in words.lately and time.lower in words.times
