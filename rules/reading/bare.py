"""Sources without what stands around them: "how | the mayor | often", "which | she", "the words of | a guard"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rules.model import Span
from rules.reading.chains import Clause
from rules.reading.tokens import Token, span_of

_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_WORDS_OF = [["the", "words", "of"], ["the", "testimony", "of"], ["the", "account", "of"], ["the", "accounts", "of"]]
_THEMSELVES = frozenset({"himself", "herself", "itself", "themselves"})
_HOURS = frozenset({"morning", "afternoon", "evening", "night"})


def bared(clause: Clause, tokens: Sequence[Token], days: frozenset[str], text: str) -> Clause:
    """The clause with bare sources."""
    sources = tuple(_bare(source, tokens, days, text) for source in clause.sources)
    return clause if sources == clause.sources else msgspec.structs.replace(clause, sources=sources)


def _bare(source: Span, tokens: Sequence[Token], days: frozenset[str], text: str) -> Span:
    inside = [t for t in tokens if source.start <= t.start and t.end <= source.end]
    after = next((t for t in tokens if t.start >= source.end), None)
    plain = after is not None and after.text.islower()
    start, end = 0, next((k for k, t in enumerate(inside) if k and t.tag == "WRB"), len(inside))
    while start < end and (inside[start].tag == "WRB" or (inside[start].tag == "WDT" and end - start > 1)):
        start += 1
    if [t.lower for t in inside[start : start + 3]] in _WORDS_OF:
        start += 3
    while end - start > 1 and _adds(inside[end - 1], days, plain):
        end -= 1
        if end - start > 1 and inside[end].lower in days and inside[end - 1].tag == "IN":
            end -= 1
    return (span_of(inside[start:end], text) if 0 < end - start < len(inside) else None) or source


def _adds(token: Token, days: frozenset[str], plain: bool) -> bool:
    """Whether a word only says how or when somebody speaks; before a `plain` verb a capital makes it part of a name."""
    adverb = token.tag in _ADVERBS and not (plain and token.text.istitle())  # "the charity Harbour Now | said"
    return adverb or token.lower in days | _THEMSELVES | _HOURS
