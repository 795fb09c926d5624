"""Sources without what stands around them: "how | the mayor | often", "which | she", "the words of | a guard"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rules.model import Span
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.tokens import Token, span_of
from rules.reading.syntax.words import ClauseWords

_ADVERBS, _RELATIVES = frozenset({"RB", "RBR", "RBS"}), frozenset({"WP", "WDT", "WP$"})


def bared(clause: Clause, tokens: Sequence[Token], words: ClauseWords, text: str) -> Clause:
    """The clause with bare sources."""
    sources = tuple(_bare(source, tokens, words, text) for source in clause.sources)
    return clause if sources == clause.sources else msgspec.structs.replace(clause, sources=sources)


def _bare(source: Span, tokens: Sequence[Token], words: ClauseWords, text: str) -> Span:
    inside = [t for t in tokens if source.start <= t.start and t.end <= source.end]
    after = next((t for t in tokens if t.start >= source.end), None)
    plain = after is not None and after.text.islower()
    start, end = 0, next((k for k, t in enumerate(inside) if k and t.tag == "WRB"), len(inside))
    while start < end and (inside[start].tag == "WRB" or (inside[start].tag == "WDT" and end - start > 1)):
        start += 1
    opening = [t.lower for t in inside[start : start + 3]]
    if opening[::2] == ["the", "of"] and opening[1] in words.testimonies:
        start += 3
    if end - start > 2 and inside[start].lower in words.days and inside[start + 1].text == ",":
        start += 2  # "Tuesday, | he"
    while end - start > 1 and _adds(inside[end - 1], words, plain):
        end -= 1
        if end - start > 1 and inside[end].lower in words.days and inside[end - 1].tag == "IN":
            end -= 1
    return (span_of(inside[start:end], text) if 0 < end - start < len(inside) else None) or source


def _adds(token: Token, words: ClauseWords, plain: bool) -> bool:
    """Whether a word only says how or when somebody speaks; before a `plain` verb a capital makes it part of a name."""
    if token.tag in _RELATIVES:  # "contradicted by an elder | who helped"
        return True
    adverb = token.tag in _ADVERBS and not (plain and token.text.istitle())  # "the charity Harbour Now | said"
    return adverb or token.lower in words.days | words.themselves | words.hours
