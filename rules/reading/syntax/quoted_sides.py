"""On which side of a reporting verb the quotation stands that is what is said."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.tokens import FINITE, Token, is_mark

_STOPS = frozenset({",", "!", "?", "…"})
_SHORTEST = 3


def closes_quotation(tokens: Sequence[Token], first: int) -> bool:
    """Whether all that stands before the source of the verb at `first` is a quotation: "“It sank,” the mayor said …".

    Whatever follows the verb then tells but when or where he said so.
    """
    end = next((k for k, t in enumerate(tokens) if not t.quoted), len(tokens))
    if not _SHORTEST <= end <= first < len(tokens) or not is_mark(tokens[end - 1]):
        return False
    stopped = tokens[end - 2].text in _STOPS or tokens[end].text == ","
    return stopped and not any(t.tag in FINITE or t.quoted for t in tokens[end:first])


def leads_to_quotation(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a whole sentence is quoted behind the verb and a comma, and nothing before: "At noon he said, “No.”"."""
    rest = tokens[verb + 1 : verb + 4]
    opens = len(rest) > 2 and rest[0].text == "," and not rest[0].quoted and is_mark(rest[1]) and rest[1].quoted
    if not opens or not rest[2].text[0].isupper():
        return False
    return not any(t.quoted and is_mark(t) for t in tokens[:verb])
