"""Where a content joins whole clauses: ", but there was …", ", and that …", "…, the rumour is a lie"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.reading.syntax.tokens import FINITE, RELATIVE, Token, is_mark

_OPENS = frozenset({"DT", "EX", "PRP"})
_OWN_WORDS = 4


def joints(tokens: Sequence[Token]) -> Iterator[int]:
    """The commas, by index, that part two whole clauses."""
    last = 0
    for k, token in enumerate(tokens):
        that = _adds_that(tokens, k)
        if not that and (token.text != "," or k + 2 >= len(tokens) or not _joins(tokens[k + 1 : k + 12])):
            continue
        cut = k if that else _before_adverbial(tokens, last, k)
        if _stands_alone(tokens[last:cut], joined=that or tokens[cut + 1].tag == "CC"):
            yield cut
            last = k + 1


def _adds_that(tokens: Sequence[Token], k: int) -> bool:
    """Whether "and that" adds a whole clause: "the road was shut | and that nobody was hurt"."""
    if tokens[k].lower != "and" or k + 3 >= len(tokens) or tokens[k - 1].text == ",":
        return False
    that = tokens[k + 1].lower == "that" and tokens[k + 1].tag in {"IN", "DT"}
    plain = that and _verbs(tokens[:k]) == 1  # not "we believe it is shut and that …"
    return plain and (tokens[k + 2].text == "," or begins_clause(tokens[k + 2 : k + 14], relative=True))


def _verbs(tokens: Sequence[Token]) -> int:
    """How many finite verbs there are; those in a row are one, "had set", for participles are tagged so."""
    finite = [t.tag in FINITE for t in tokens]
    return sum(now and not before for before, now in pairwise([False, *finite]))


def _joins(after: Sequence[Token]) -> bool:
    """Whether what follows a comma begins a whole clause of its own."""
    joined = after[0].tag == "CC"
    subject = after[1:] if joined else after
    if not subject:
        return False
    if joined and subject[0].lower == "that":
        return True
    opens = subject[0].tag in _OPENS or (joined and subject[0].tag.startswith("NN"))
    return opens and begins_clause(subject, relative=joined)


def _stands_alone(tokens: Sequence[Token], joined: bool) -> bool:
    """Whether what stands before a comma is a whole clause; without a conjunction it must also begin like one."""
    words = [t for t in tokens if not is_mark(t)]
    subject = [t.tag for t in words[:3]]  # "falling debris had"
    falling = subject[:1] == ["VBG"] and subject[1:2] in (["NN"], ["NNS"]) and subject[-1] in FINITE
    leads = not falling and subject[:1] in (["IN"], ["WRB"], ["VBG"])
    if not words or leads or not any(t.tag in FINITE for t in words):
        return False
    return joined or (len(words) >= _OWN_WORDS and words[0].tag not in {"CC", "UH", "RB", "VB"})


def _before_adverbial(tokens: Sequence[Token], first: int, comma: int) -> int:
    """The comma before an adverbial that leads over to the next clause: "…, and after the storm, they …"."""
    for k in range(comma - 1, first, -1):
        if tokens[k].text == ",":
            leads = tokens[k + 1].tag in {"CC", "IN"} and not any(t.tag in FINITE for t in tokens[k + 1 : comma])
            return k if leads else comma
    return comma


def begins_clause(tokens: Sequence[Token], relative: bool) -> bool:
    """Whether a subject and its finite verb come before any comma; a relative clause, if allowed, has its own verb."""
    needed = 1
    for token in tokens:
        opens = token.tag in RELATIVE or (token.lower == "that" and token is not tokens[0])
        if token.text == "," or token.tag in {"VBG", "TO"} or (opens and not relative):
            return False
        needed += opens - (token.tag in FINITE)
        if needed == 0:
            return True
    return False
