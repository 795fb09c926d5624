"""On which sides of its source and verb what is said stands: before or behind them as a quotation, or around them.

"The ferry, she said, sank", "If it breaks, the mayor said, it floods".
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from rules.reading.syntax.cuts import Found
from rules.reading.syntax.joints import begins_clause
from rules.reading.syntax.tokens import FINITE, RELATIVE, Token, is_mark

_SUBJECTS = frozenset({"DT", "PRP", "PRP$", "EX", "CD", "JJ", "NN", "NNS", "NNP", "NNPS"})
_REACH = 16
_STOPS = frozenset({",", "!", "?", "…"})
_SHORTEST = 3


def around(found: Found, tokens: Sequence[Token], subordinates: Set[str]) -> Found:
    """The clause with all that is said, where commas put its source in the middle of it."""
    edges = [edge for span in (*found.sources, found.cue) for edge in span]
    start, end = min(edges), max(edges)
    if start < 2 or end + 2 >= len(tokens) or tokens[start - 1].text != "," or tokens[end].text != ",":
        return found
    before, after = tokens[: start - 1], tokens[end + 1 :]
    if before[0].quoted or after[0].quoted or any(t.text == ";" for t in before):
        return found
    if _is_split(before, after, subordinates):
        return msgspec.structs.replace(found, content=(0, len(tokens)), follows=False)
    stated = any(t.tag in FINITE for t in before)
    leads = not stated and found.follows and after[0].tag in _SUBJECTS
    if leads and begins_clause(after[:_REACH], relative=True):  # "Since May, according to the mayor, | it is shut"
        return msgspec.structs.replace(found, content=(end + 1, len(tokens)), follows=False)
    return found


def _is_split(before: Sequence[Token], after: Sequence[Token], subordinates: Set[str]) -> bool:
    """Whether neither side stands for itself: a subject and its verb, a clause and what depends on it."""
    if before[0].lower in subordinates:
        clause = after[0].tag in _SUBJECTS and begins_clause(after[:_REACH], relative=True)
        return clause and is_dependent(before, subordinates)
    stated = any(t.tag in FINITE for t in before)
    if stated and after[0].lower == "that":  # "It is a raid, they say, | that was planned for months"
        return True
    verb = after[after[0].tag == "RB"].tag in FINITE
    return verb and before[0].tag in _SUBJECTS and (not stated or _is_relative(before))


def _is_relative(tokens: Sequence[Token]) -> bool:
    """Whether the one verb of a noun phrase is told of it: "The men who had fled"."""
    verbs = [k for k, t in enumerate(tokens) if t.tag in FINITE]
    return len(verbs) == 1 and any(t.tag in RELATIVE for t in tokens[: verbs[0]])


def is_dependent(tokens: Sequence[Token], subordinates: Set[str]) -> bool:
    """Whether all its verbs depend on another clause: "When the army came", "In May, as he left", "Since Monday"."""
    starts = [0, *(k + 1 for k, t in enumerate(tokens[:-1]) if t.text == ",")]
    parts = [tokens[a:b] for a, b in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    opens = [_leads_in(part, subordinates) for part in parts if part]
    stated = [any(t.tag in FINITE for t in part) and part[0].tag not in RELATIVE for part in parts if part]
    return any(opens) and not any(s and not o for o, s in zip(opens, stated, strict=True))


def _leads_in(part: Sequence[Token], subordinates: Set[str]) -> bool:
    """Whether a word makes what follows it depend, unlike "as for" and "because of"."""
    first, after = part[0], part[min(1, len(part) - 1)]
    return first.lower in subordinates and first.tag in {"IN", "WRB"} and after.lower not in {"for", "of", "to"}


def main_clause(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Where the subject of the main clause begins and ends behind what is said from `start` on in a participle."""
    clausal = tokens[start - 1].lower == "that"
    for k in range(start + 1, len(tokens) - 2):
        opens = tokens[k].text == "," and not tokens[k].quoted and tokens[k + 1].tag in _SUBJECTS
        if opens and (not clausal or any(t.tag in FINITE for t in tokens[start:k])):
            rest = tokens[k + 1 : k + _REACH]
            verb = next((j for j, t in enumerate(rest) if t.tag in FINITE), 0)
            if verb and begins_clause(rest, relative=True) and not any(t.quoted for t in rest[:verb]):
                return k + 1, k + 1 + verb
    return None


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
