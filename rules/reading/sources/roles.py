"""Who has a role at a body, as a text tells in passing: "fighters loyal to the Red Front", "Northwold's coach"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.reading.syntax.introductions import BEFORE_NOUN, TITLED, over, over_name
from rules.reading.syntax.tokens import COMMON, PROPER, Token, span_of

_OF, _TIES = frozenset({"of", "for", "from", "to"}), frozenset({"loyal", "belonging"})


def held(tokens: Sequence[Token], text: str) -> Iterator[tuple[Span, Span]]:
    """Who has a role at a body, and the body: "fighters loyal to | the Red Front", "Northwold | coach Ana Dovik"."""
    for k in range(1, len(tokens) - 1):
        roles = _role_before(tokens, k) if tokens[k].lower in _OF else None
        edges = (*roles, k + 1 + (tokens[k + 1].tag == "DT")) if roles else _body_before(tokens, k) or _owner(tokens, k)
        if edges:
            role, body = span_of(tokens[edges[0] : edges[1]], text), _body(tokens, edges[2], text)
            if role and body:
                yield role, body


def _owner(tokens: Sequence[Token], k: int) -> tuple[int, int, int] | None:
    """The role behind an owner's name, and where that begins: "Northwold's | new chief executive"."""
    if tokens[k].tag != "POS":
        return None
    first = over(tokens, k, PROPER)
    end = next((j for j in range(k + 1, min(len(tokens), k + 1 + TITLED)) if tokens[j].tag not in BEFORE_NOUN), k)
    return (k + 1, end, first) if first < k and end > k + 1 else None


def _role_before(tokens: Sequence[Token], k: int) -> tuple[int, int] | None:
    """The noun before "of" or "loyal to"."""
    end = k - (tokens[k - 1].lower in _TIES)
    return (end - 1, end) if end and tokens[end - 1].tag in COMMON and not tokens[end - 1].quoted else None


def _body_before(tokens: Sequence[Token], k: int) -> tuple[int, int, int] | None:
    """The role between two names, and where the first begins: "Northwold chief executive Ana Dovik"."""
    if tokens[k].tag != "NN" or tokens[k + 1].tag not in PROPER or tokens[k].quoted:
        return None
    start = over(tokens, k + 1, frozenset({"NN", "JJ"}))
    first = over(tokens, start, PROPER)
    return (start, k + 1, first) if first < start else None


def _body(tokens: Sequence[Token], start: int, text: str) -> Span | None:
    end = over_name(tokens, start)
    return span_of(tokens[start:end], text) if end > start else None
