"""Whether a source is a phrase that can name somebody: in headlines some are cut out of the middle of what is told."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Span
from rules.reading.syntax.tokens import COMMON, PROPER, Token
from rules.reading.syntax.words import ClauseWords

_NO_OPENING = frozenset({"TO", "MD", "RP"})
_NOUNS = PROPER | COMMON


def is_whole(source: Span, tokens: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a source is whole: not "to leave the town", "the fire and", "80", or "Keeps a Promise" with its verb.

    Nor is "on court files" or "seen the test", of which the noun or participle behind is taken for a verb.
    """
    inside = [t for t in tokens if source.start <= t.start < source.end]
    if not inside or inside[0].tag in _NO_OPENING or inside[-1].tag == "CC" or source.text.isdigit():
        return False
    if inside[0].lower in words.no_openings or [t.tag for t in inside[:2]] == ["VBN", "DT"]:
        return False
    return not any(a.tag in _NOUNS and b.lower in words.indefinite for a, b in zip(inside, inside[1:], strict=False))
