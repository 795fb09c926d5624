"""Names that a text introduces in passing: "Ana Dovik, 54", "Fairwind, an aid group", "his wife, Ana", "baker Ana Dovik"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.reading.phrases import FINITE
from rules.reading.tokens import Token, is_mark, span_of

_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})
_BEFORE_NOUN = frozenset({"NN", "JJ", "JJS", "NNP", "POS", "CD", "VBN", "HYPH"})
_OPENS = frozenset({"DT", "PRP$"})
_ENDS = frozenset(",.;:—–")
_LONGEST, _LONGEST_NAME = 14, 5


def introduced(tokens: Sequence[Token], text: str) -> Iterator[Span]:
    """The names of one sentence of `text`, outside quotations, with the age or noun that a comma adds to them."""
    for k, token in enumerate(tokens[:-1]):
        if token.quoted:
            continue
        comma = token.text == ","
        edges = (_glossed(tokens, k) or _named(tokens, k)) if comma else _titled(tokens, k)
        span = span_of(tokens[slice(*edges)], text) if edges else None
        if span:
            yield span


def _titled(tokens: Sequence[Token], noun: int) -> tuple[int, int] | None:
    """"striker Ana Dovik", "the charity Fairwind": a common noun and the name that stands behind it."""
    if tokens[noun].tag != "NN" or (end := _over_name(tokens, noun + 1)) == noun + 1:
        return None
    return _over(tokens, noun, _BEFORE_NOUN), end


def _over_name(tokens: Sequence[Token], start: int) -> int:
    """Where a name of a few words ends that begins at `start`."""
    end = start
    while end < min(len(tokens), start + _LONGEST_NAME) and tokens[end].tag in _NAMES and not tokens[end].quoted:
        end += 1
    return end


def _glossed(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """"Ana Dovik, 54, …", "Ana Dovik, a baker": from where the name begins to where the noun phrase ends."""
    start = _over(tokens, comma, _NAMES)
    if start == comma or comma - start > _LONGEST_NAME:
        return None
    end = comma + 1
    if tokens[end].tag == "CD" and end + 1 < len(tokens) and tokens[end + 1].text in ",.":
        end += 2
    gloss = _end(tokens, end) if end < len(tokens) and tokens[end].tag in _OPENS else end
    if any(t.tag in _NOUNS for t in tokens[end:gloss]):
        return start, gloss
    return (start, end - 1) if end > comma + 1 else None


def _named(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """"the port's manager, Ana Dovik, …": from the determiner of the noun phrase to the end of the name."""
    end = _over_name(tokens, comma + 1)
    closed = end == len(tokens) or tokens[end].text in _ENDS or tokens[end].tag in FINITE
    if end == comma + 1 or not closed or tokens[comma - 1].tag != "NN":
        return None
    start = _over(tokens, comma - 1, _BEFORE_NOUN)
    owned = any(t.tag == "POS" for t in tokens[start:comma])
    if start and tokens[start - 1].tag in _OPENS:
        return start - 1, end
    return (start, end) if owned else None


def _over(tokens: Sequence[Token], end: int, tags: frozenset[str]) -> int:
    """Where the run of words with such tags begins that ends at `end`."""
    start = end
    while start and tokens[start - 1].tag in tags and not tokens[start - 1].quoted:
        start -= 1
    return start


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where a gloss ends: at a mark or quotation, or before a verb."""
    for k in range(start, min(len(tokens), start + _LONGEST)):
        if tokens[k].text in _ENDS or tokens[k].tag in FINITE or tokens[k].tag.startswith("W") or is_mark(tokens[k]):
            return k
    return min(len(tokens), start + _LONGEST)
