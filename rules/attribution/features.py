"""What the tagger sees of each token: form, tag, quotation state and neighbours, as strings for the CRF."""

from __future__ import annotations

from spacy.tokens import Token

OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
_ROLE_OF_MARK = {**dict.fromkeys(OPENING, 1), **dict.fromkeys(CLOSING, 0)}


def quoted(tokens: list[Token]) -> list[bool]:
    """For each token of a paragraph whether it stands inside quotation marks, the marks included.

    A straight mark toggles; a paragraph starts unquoted.
    """
    inside, result = False, []
    for token in tokens:
        before = inside
        for mark in token.text:
            inside = bool(_ROLE_OF_MARK[mark]) if mark in _ROLE_OF_MARK else not inside if mark == STRAIGHT else inside
        result.append(before or inside)
    return result


def features(tokens: list[Token]) -> list[list[str]]:
    """Feature strings for each token of one paragraph."""
    own = [_own(token, q) for token, q in zip(tokens, quoted(tokens), strict=True)]
    last = len(own) - 1
    rows = []
    for i in range(len(own)):
        row = ["b", *(f"0{f}" for f in own[i])]
        for step in (-3, -2, -1, 1, 2, 3):
            j = i + step
            row.extend(f"{step}{f}" for f in own[j]) if 0 <= j <= last else row.append(f"{step}edge")
        rows.append(row)
    return rows


def _own(token: Token, inside: bool) -> tuple[str, ...]:
    word = token.lower_
    return f"w={word}", f"t={token.tag_}", f"s={word[-3:]}", f"q={inside:d}{token.is_sent_start:d}"
