"""The tokens of a text as plain tuples, with tags and whether they stand inside quotation marks, cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from rules.model import Extent, Span
from rules.nlp import Parsed
from rules.reading.syntax.words import ClauseWords
from rules.text.boundaries import after_hour
from rules.text.quotes import Quotation

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that make a clause with a subject of their own."""
PROPER, COMMON = frozenset({"NNP", "NNPS"}), frozenset({"NN", "NNS"})
"""Those of names, and of other nouns."""
RELATIVE = frozenset({"WP", "WDT"})
"""Those of pronouns with which a clause begins that tells of a noun."""
LONGEST = 250
"""Sentences of more tokens are read in parts, which bounds the time of every search within one."""
_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s+(?=[\"'“‘«(\[]*[A-Z0-9])|(?=[“‘«]))|\s*\n\s*")
_LAST_WORD, _NEXT_WORD = re.compile(r"[\w.]+$"), re.compile(r"\w+")
_BULLET = re.compile(r"[\s•◦▪‣·*–—-]*(?=\S)")
_PREFIXES = frozenset({"Cross", "Re", "Self", "Fact", "Hand"})
_MARKS = frozenset(("''", "``", *"\"“”„«»‘’'"))


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark from `start` to `end` of the text, with its Penn Treebank tag."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    quoted: bool


class Sentence(NamedTuple):
    """A sentence of a text with its tokens."""

    extent: Extent
    tokens: Sequence[Token]


def tokens_of(parsed: Parsed, quotations: Sequence[Quotation]) -> list[Token]:
    """All tokens but white space."""
    starts = [q.start for q in quotations]
    lowered = {word: word.lower() for word in set(parsed.words)}
    found = []
    for start, word, tag in zip(parsed.starts.tolist(), parsed.words, parsed.tags, strict=True):
        if not word.isspace():
            index = bisect_right(starts, start) - 1
            quoted = index >= 0 and start < quotations[index].end
            found.append(Token(start, start + len(word), word, lowered[word], tag, quoted))
    for k in range(len(found) - 2) if not _PREFIXES.isdisjoint(lowered) else ():
        if found[k].text in _PREFIXES and _begins_participle(found[k : k + 3]):
            found[k : k + 2] = (_tagged(found[k], "RB"), _tagged(found[k + 1], "HYPH"))
    return found


def _begins_participle(tokens: Sequence[Token]) -> bool:
    """Whether a word with a capital is no name: "Cross-examined by Ana Dovik, he …"."""
    first, mark, verb = tokens
    return mark.text == "-" and first.end == mark.start and mark.end == verb.start and verb.text.endswith("ed")


def _tagged(token: Token, tag: str) -> Token:
    return msgspec.structs.replace(token, tag=tag)


def sentences_of(text: str, tokens: Sequence[Token], words: ClauseWords) -> Iterator[Sentence]:
    """Sentences by full stops and line breaks, without bullets and white space around them."""
    cuts = [end.end() for end in _END.finditer(text) if not _abbreviates(text, end, words)]
    first = 0
    for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        inside, first = tokens[first:last], last
        bullet = _BULLET.match(text, begin, end)
        start = bullet.end() if bullet else begin
        inside = [t for t in inside if t.end > start]
        for part in range(0, len(inside), LONGEST):
            piece = inside[part : part + LONGEST]
            if any(t.text[0].isalnum() for t in piece):
                yield Sentence(Extent(start=piece[0].start, end=piece[-1].end), piece)


def _abbreviates(text: str, end: re.Match[str], words: ClauseWords) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial, which the end of a line cannot."""
    if text[end.start()] != "." or "\n" in end[0]:
        return False
    word, following = _LAST_WORD.search(text, max(0, end.start() - 8), end.start()), _NEXT_WORD.match(text, end.end())
    if word and following and after_hour(f"{word[0]}.", following[0]):
        return False
    if word and word[0].lower() in words.numbered:  # "No. 7", but "No. It sank"
        return following is not None and following[0][0].isdigit()
    if word and word[0] in words.platforms and text[: word.start()].endswith(" on "):  # "he wrote on X. The mayor …"
        return False
    return word is not None and (word[0].lower() in words.abbreviations or (len(word[0]) == 1 and word[0].isupper()))


def span_of(tokens: Sequence[Token], text: str) -> Span | None:
    """From the first to the last token, without commas and full stops at the ends."""
    inside = list(tokens)
    while inside and (inside[0].text in ",;:–—-.`" or (inside[0].text == "(" and _is_open(inside))):
        inside = inside[1:]
    while inside and (inside[-1].text in ",;:–—-." or (inside[-1].text == ")" and _is_open(inside))):
        inside = inside[:-1]
    if not inside:
        return None
    start, end = inside[0].start, inside[-1].end
    return Span(start=start, end=end, text=text[start:end])


def _is_open(tokens: Sequence[Token]) -> bool:
    """Whether the other bracket of a pair is missing: "(The army", "their account.)", but not "(The) army"."""
    return sum(t.text == "(" for t in tokens) != sum(t.text == ")" for t in tokens)


def unquoted(tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens without the quotation marks at their ends that belong to the whole or whose other half is elsewhere."""
    inside = list(tokens)
    while inside and inside[-1].text in ",;:.":
        inside.pop()
    marks = [t for t in inside if is_mark(t) and t.text not in "'’"]
    ends = [inside[0] in marks, inside[-1] in marks] if inside else [False, False]
    whole = all(ends) and len(marks) == 2
    if whole or (ends[1] and len(marks) % 2):
        inside = inside[:-1]
    if whole or (ends[0] and not ends[1] and len(marks) % 2):
        inside = inside[1:]
    return inside


def is_mark(token: Token) -> bool:
    """Whether a token is a quotation mark."""
    return token.text in _MARKS
