"""Nouns of thinking that hedge nothing where no thought follows them: "two suspects", "a view of the harbour"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.reading.syntax.tokens import Token
from rules.reading.syntax.words import ClauseWords

_LEADS = frozenset({"of", "the"})  # "fears of a raid", "fears the dam will break"
_NEAR = 3


def plain_nouns(tokens: Sequence[Token], words: ClauseWords) -> Iterator[Token]:
    """Those that take no commitment away; what a cue begins with has to be kept by whoever asks."""
    for k, token in enumerate(tokens):
        clausal = token.lower in words.clausal_nouns
        noun = (clausal or token.lower in words.plain_nouns) and token.tag.startswith("NN")
        if noun and not (clausal and _holds(tokens, k, words)):
            yield token


def _holds(tokens: Sequence[Token], k: int, words: ClauseWords) -> bool:
    """Whether the noun is somebody's thought of what is told: "fears that it sank", "the hope is that", "in his view".
    """
    after = [t.lower for t in tokens[k + 1 : k + _NEAR]]
    if not after or after[0] in words.subjects or "that" in after[:1] or (after[0] in words.be and "that" in after):
        return True
    before = tokens[max(0, k - 1 - _NEAR) : k]
    owned = bool(before) and before[-1].tag in {"PRP$", "POS"}
    return (owned and any(t.lower == "in" for t in before)) or (after[0] in _LEADS and tokens[k].lower in words.fears)
