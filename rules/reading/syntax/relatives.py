"""Relative clauses beside a reporting verb: whose verb is whose, and where a subject within one begins."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.tokens import FINITE, RELATIVE, Token

_THINGS = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD"})
_NAMED = frozenset({"NNP", "NNPS", "POS", "HYPH"})
_SUBJECTS = frozenset({"PRP", "DT", "NNP", "NNS", "NN"})


def is_restrictive(tokens: Sequence[Token], first: int, content: tuple[int, int]) -> bool:
    """Whether the one verb after "customers who confirmed …" must be that of the sentence, not of what is said."""
    if first < 2 or tokens[first - 1].tag not in RELATIVE or not tokens[first - 2].tag.startswith("NN"):
        return False
    said = tokens[content[0] : content[1]]
    return sum(t.tag in FINITE for t in said) == 1 and not any(t.quoted for t in said) and tokens[-1].text == "."


def named_by(tokens: Sequence[Token], content: tuple[int, int]) -> tuple[int, int]:
    """What somebody calls it, without what the sentence tells of it: "what he called | a lapse | cost it"."""
    rest = range(content[0] + 1, content[1])
    return content[0], next((k for k in rest if tokens[k].tag in FINITE and not tokens[k].quoted), content[1])


def within_relative(tokens: Sequence[Token], start: int, verb: int) -> int | None:
    """Where the subject of a relative clause begins that tells of a noun: "photographs which | he says …"."""
    k = next((k for k in range(verb - 2, start - 1, -1) if tokens[k].tag in RELATIVE), None)
    own = k is not None and not any(t.tag in FINITE or t.text == "," for t in tokens[k + 1 : verb])
    return k + 1 if k is not None and own and tokens[k + 1].tag in _SUBJECTS else None


def behind_aside(tokens: Sequence[Token], source: tuple[int, int], start: int) -> tuple[int, int] | None:
    """What follows the verb behind an aside on its subject, whose own verb is taken for a participle or a noun."""
    subject = tokens[source[0] : source[1]]
    aside = any(t.text == "," and after.tag in RELATIVE for t, after in zip(subject, subject[1:], strict=False))
    verb = any(t.tag in {"VBN", "NNS"} for t in tokens[start + 1 : -1])
    return (start, len(tokens)) if aside and verb and tokens[start].tag in _THINGS else None


def is_noun_phrase(tokens: Sequence[Token]) -> bool:
    """Whether all verbs stand in what a relative clause tells of a noun: "But the guard, who had been asleep,"."""
    opens = next((k for k, t in enumerate(tokens) if t.tag in RELATIVE and k and tokens[k - 1].text == ","), None)
    return opens is not None and not any(t.tag.startswith(("V", "MD")) or t.quoted for t in tokens[:opens])


def named_before(tokens: Sequence[Token], end: int) -> int | None:
    """Where the name begins that ends before a comma, a preposition and all before it aside: "by | Fairhand, which"."""
    start = end
    while start and not tokens[start - 1].quoted:
        of = 1 < start < end and tokens[start - 1].lower == "of" and tokens[start - 2].tag in _NAMED
        if not (of or tokens[start - 1].tag in _NAMED):
            break
        start -= 1
    the = start > 0 and tokens[start - 1].tag == "DT"
    return start - the if start < end else None
