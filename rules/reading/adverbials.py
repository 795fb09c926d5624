"""Past what says when or how before a subject or behind a verb: "On Monday", "meanwhile", "late last week"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rules.reading.tokens import FINITE, Token, is_mark

MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "spring", "summer", "autumn", "fall", "winter",
})  # fmt: skip
TIMES = frozenset({"time", "day", "night", "week", "month", "year", "morning", "afternoon", "evening"})
LATELY = frozenset({"this", "last"})
_MORE = frozenset({"NN", "NNS", "POS"}) | FINITE


def without_adverbial(tokens: Sequence[Token], j: int, end: int, days: Set[str]) -> int:
    """Past "On Monday" or "Meanwhile" at the beginning of a subject: to its first determiner or after its comma."""
    j = _over_adverbs(tokens, j, end)
    on = j < end and tokens[j].lower == "on"
    day = over_time(tokens, j + on, days)
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


def over_time(tokens: Sequence[Token], k: int, days: Set[str]) -> int:
    """Past "this afternoon", "late last week" or "Sunday night", unless more follows of the phrase: "Sunday's vote"."""
    end = k + (tokens[k].lower in {"late", "early", "earlier", "later"})
    if end < len(tokens) and tokens[end].lower in days:
        end += 1 + (end + 1 < len(tokens) and tokens[end + 1].lower in TIMES)
    elif end + 1 < len(tokens) and tokens[end].lower in LATELY and tokens[end + 1].lower in TIMES | MONTHS:
        end += 2
    else:
        return k
    return k if end < len(tokens) and tokens[end].tag in _MORE else end
