"""Names that a text introduces in passing: "Ana Dovik, 54", "Fairwind, an aid group", "his wife, Ana"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.reading.syntax.tokens import COMMON, FINITE, PROPER, Token, is_mark, span_of

BEFORE_NOUN = frozenset({"NN", "NNS", "JJ", "JJS", "NNP", "POS", "CD", "VBN", "HYPH", "CC"})
_OPENS = frozenset({"DT", "PRP$"})
_ENDS = frozenset(",.;:—–")
_AT = frozenset({"of", "at", "from"})
TITLED, _LONGEST, _LONGEST_NAME = 3, 14, 5


def introduced(tokens: Sequence[Token], text: str) -> Iterator[Span]:
    """The names of one sentence of `text`, outside quotations, with the age or noun that a comma adds to them."""
    for k, token in enumerate(tokens[:-1]):
        if token.quoted:
            continue
        comma = token.text == ","
        edges = (_glossed(tokens, k) or _named(tokens, k)) if comma else _titled(tokens, k) or _placed(tokens, k)
        edges = edges or _owning(tokens, k)
        span = span_of(tokens[slice(*edges)], text) if edges else None
        if span:
            yield span


def _titled(tokens: Sequence[Token], noun: int) -> tuple[int, int] | None:
    """"striker Ana Dovik", "the charity Fairwind": a common noun and the name that stands behind it."""
    if tokens[noun].tag not in PROPER and tokens[noun + 1].tag in PROPER:
        end = over_name(tokens, noun + 1)
        if end - noun > TITLED and tokens[noun].tag != "DT":  # "an adviser to | Transport Secretary Ana Dovik"
            return noun + 1, end
    aged = tokens[noun].lower == "old"  # "the driver, 24-year-old Ana Dovik"
    compound = noun > 1 and tokens[noun - 1].tag == "HYPH"  # "the start-up Ostry"
    if not (tokens[noun].tag == "NN" or aged or compound) or (end := over_name(tokens, noun + 1)) == noun + 1:
        return None
    return over(tokens, noun, BEFORE_NOUN), end


def _owning(tokens: Sequence[Token], k: int) -> tuple[int, int] | None:
    """Whose son or house it is with which a sentence begins: "Ana Dovik | 's son was there"."""
    first = over(tokens, k, PROPER) if tokens[k].tag == "POS" else k
    return (first, k) if first == 0 and 1 < k <= _LONGEST_NAME else None


def _placed(tokens: Sequence[Token], k: int) -> tuple[int, int] | None:
    """"Ana Dovik of the Lorn Institute": from the first name to where that of the body ends."""
    if tokens[k].lower not in _AT:
        return None
    start, body = over(tokens, k, PROPER), k + 1 + (tokens[k + 1].tag == "DT")
    end = over_name(tokens, body)
    return (start, end) if 1 < k - start <= _LONGEST_NAME and end > body + 1 else None


def over_name(tokens: Sequence[Token], start: int) -> int:
    """Where a name of a few words ends that begins at `start`."""
    end = start
    while end < min(len(tokens), start + _LONGEST_NAME) and _is_of_name(tokens, end) and not tokens[end].quoted:
        end += 1
    return end


def _is_of_name(tokens: Sequence[Token], k: int) -> bool:
    """Whether a token is a word of a name, or the hyphen in "Ana Dovik-Finn"."""
    inside = 0 < k < len(tokens) - 1 and tokens[k - 1].tag in PROPER and tokens[k + 1].tag == "NNP"
    return tokens[k].tag in PROPER or (tokens[k].tag == "HYPH" and inside)


def _glossed(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """"Ana Dovik, 54, …", "Ana Dovik, a baker": from where the name begins to where the noun phrase ends."""
    start = over(tokens, comma, PROPER)
    if start == comma or comma - start > _LONGEST_NAME:
        return None
    end = comma + 1
    if tokens[end].lower == "who" and comma - start > 1:  # "who is its chairman", "who teaches", "who lost her"
        noun = tokens[end + 1 : end + 2] and tokens[end + 1].lower == "is"
        last = min(end + 2, len(tokens))
        last += last < len(tokens) and tokens[last].tag in _OPENS
        return start, _end(tokens, end + 2) if noun else last
    if tokens[end].lower == "whose" and comma - start > 1:  # "whose daughter"
        return start, min(end + 2, len(tokens))
    if tokens[end].lower == "who":
        return None
    if tokens[end].tag == "CD" and end + 1 < len(tokens) and tokens[end + 1].text in ",.":
        end += 2
    gloss = _end(tokens, end) if end < len(tokens) and tokens[end].tag in _OPENS else end
    if any(t.tag in COMMON for t in tokens[end:gloss]):
        return start, gloss
    return (start, end - 1) if end > comma + 1 else None


def _named(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """"the port's manager, Ana Dovik, …": from the determiner of the noun phrase to the end of the name."""
    end = over_name(tokens, comma + 1)
    closed = end == len(tokens) or tokens[end].text in _ENDS or tokens[end].tag in FINITE
    noun = comma - (tokens[comma - 1].lower == "there")  # "a surgeon there, Ana Dovik"
    if end == comma + 1 or not closed or noun < 1 or tokens[noun - 1].tag not in {"NN", "NNP"}:
        return None
    start = over(tokens, noun - 1, BEFORE_NOUN)
    of = start - 1 - (start > 1 and tokens[start - 1].tag == "DT")
    if of > 0 and tokens[of].lower == "of" and tokens[of - 1].tag in COMMON:  # "the chief of staff, …"
        start = over(tokens, of, BEFORE_NOUN)
    elif tokens[noun - 1].tag == "NNP":
        return None
    owned = any(t.tag == "POS" for t in tokens[start:comma])
    if start and tokens[start - 1].tag in _OPENS:
        adverbial = start > 1 and tokens[start - 2].tag == "IN" and end < len(tokens) and tokens[end].tag in FINITE
        return None if adverbial else (start - 1, end)  # "In his speech, Dovik said"
    return (start, end) if owned else None


def over(tokens: Sequence[Token], end: int, tags: frozenset[str]) -> int:
    """Where the run of words with such tags begins that ends at `end`; any word may stand before a hyphen in it."""
    start = end
    while start and (tokens[start - 1].tag in tags or _hyphened(tokens, start, end)) and not tokens[start - 1].quoted:
        start -= 1
    return start


def _hyphened(tokens: Sequence[Token], start: int, end: int) -> bool:
    return start < end and tokens[start].tag == "HYPH"


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where a gloss ends: at a mark or quotation, or before a verb."""
    for k in range(start, min(len(tokens), start + _LONGEST)):
        if tokens[k].text in _ENDS or tokens[k].tag in FINITE or tokens[k].tag.startswith("W") or is_mark(tokens[k]):
            return k
    return min(len(tokens), start + _LONGEST)
