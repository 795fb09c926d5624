"""The name that is the subject of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.reading.phrases import FINITE
from rules.reading.tokens import Token, span_of

_PROPER = frozenset({"NNP", "NNPS"})
_SUBJECT = 12


def named_subject(tokens: Sequence[Token], text: str) -> Span | None:
    """The name that is the subject of a sentence: nothing but proper nouns, and titles, before its finite verb."""
    verb = next((k for k, t in enumerate(tokens[:_SUBJECT]) if t.tag in FINITE), None)
    if not verb or any(t.quoted for t in tokens[:verb]):
        return None
    return next((span for phrase in _before_verb(tokens[:verb]) if (span := _proper(phrase, text))), None)


def _before_verb(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What may name the subject before its verb: the last part between commas, then what it is an aside on."""
    commas = [k for k, t in enumerate(tokens) if t.text == ","]
    edges = [-1, *commas, len(tokens)]
    aside = bool(tokens) and tokens[-1].text == ","
    for start, end in list(zip(edges, edges[1:], strict=False))[::-1][aside : aside + 1 + aside]:
        yield tokens[start + 1 : end]


def _proper(tokens: Sequence[Token], text: str) -> Span | None:
    phrase = [t for t in tokens if t.tag != "RB" and not (t.tag == "CC" and t is tokens[0])]
    words = _PROPER | {"NN", "POS", "JJ"}
    proper = phrase and phrase[-1].tag in _PROPER and all(t.tag in words or t.text == "&" for t in phrase)
    return span_of(phrase, text) if proper and len(phrase) < 6 else None
