"""Who speaks in sentences that are quotation and nothing else: quotations go on over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from rules.model import Span
from rules.reading.syntax.chains import Clause, chain_of
from rules.reading.syntax.tokens import FINITE, RELATIVE, Sentence, Token, is_mark, span_of
from rules.reading.syntax.words import ClauseWords
from rules.text.quotes import Quotation

Speaker = tuple[Span, ...]
_DEPENDS = frozenset({"IN", "WRB", "WP", "WDT", "EX", "VBG", "TO"})
_AROUND = frozenset({"CC", "RB"})
_STOPPED = re.compile(r"[.,!?…:;-][\"'”’)\s]*\Z")


class Speakers:
    """The speakers of the quotations of one text."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        clauses: Sequence[Sequence[Clause]],
        words: ClauseWords,
    ) -> None:
        self._sentences, self._quotations, self._words = sentences, quotations, words
        self._starts = [q.start for q in quotations]
        self._speakers = self._found(clauses, self._named(clauses), text)

    def _named(self, clauses: Sequence[Sequence[Clause]]) -> dict[int, Speaker]:
        """The speakers of quotations that are part of what a clause says, by the indexes of the quotations."""
        named: dict[int, Speaker] = {}
        for found in clauses:
            for clause in found:
                chain = chain_of(clause, found)
                for index in self._overlapping(clause.content.start, clause.content.end):
                    named[index] = max(named.get(index, ()), chain, key=len)
        return named

    def _found(
        self, clauses: Sequence[Sequence[Clause]], named: Mapping[int, Speaker], text: str
    ) -> dict[int, Speaker]:
        """The speakers of the wholly quoted sentences, by number: whose the quotation is, else who spoke last."""
        speakers: dict[int, Speaker] = {}
        last: Speaker | None = None
        for number, sentence in enumerate(self._sentences):
            quotation = self._whole(sentence)
            if clauses[number]:
                last = max((chain_of(c, clauses[number]) for c in clauses[number]), key=len)
            elif quotation is not None and quotation not in named and _is_heading(sentence, text):
                continue
            elif quotation is None:
                last = _introduced(sentence, text, self._words) if self._quotes_follow(number) else None
            else:
                last = named.get(quotation) or last
                if last:
                    speakers[number] = last
        return speakers

    def of(self, sentence: int) -> Speaker | None:
        """The sources of a sentence that stands wholly inside a quotation; None for others."""
        return self._speakers.get(sentence)

    def _whole(self, sentence: Sentence) -> int | None:
        """The index of the quotation that a sentence stands in from end to end."""
        words = [t for t in sentence.tokens if t.text[0].isalnum()]
        if not words or not all(t.quoted for t in words):
            return None
        index = bisect_right(self._starts, words[0].start) - 1
        return index if index >= 0 and self._quotations[index].end >= words[-1].end else None

    def _overlapping(self, start: int, end: int) -> range:
        first = max(0, bisect_right(self._starts, start) - 1)
        if first < len(self._quotations) and self._quotations[first].end <= start:
            first += 1
        return range(first, bisect_right(self._starts, end - 1))

    def _quotes_follow(self, number: int) -> bool:
        """Whether the next sentence is wholly quoted, in the same paragraph."""
        if number + 1 >= len(self._sentences):
            return False
        return self._whole(self._sentences[number + 1]) is not None


def _is_heading(sentence: Sentence, text: str) -> bool:
    """Whether a quotation without a stop has a line of its own: "“We dig with our hands”" above an entry."""
    before, after = text[: sentence.extent.start].rstrip(" \t"), text[sentence.extent.end :].lstrip(" \t")
    alone = before[-1:] == "\n" and after[:1] == "\n"
    return alone and _STOPPED.search(text, sentence.extent.start, sentence.extent.end) is None


def _introduced(sentence: Sentence, text: str, words: ClauseWords) -> Speaker | None:
    """The subject of a sentence that leads up to a quotation: "The legion wrote on social media. “We …”"."""
    tokens = sentence.tokens
    for verb in (k for k, t in enumerate(tokens) if t.tag in FINITE and not t.quoted):
        subject = _phrase(tokens, verb)
        if subject and subject[0].tag in RELATIVE:  # "Ana Dovik, who was there, wrote to him. “We …”"
            subject = _phrase(tokens, next(k for k, t in enumerate(tokens) if t is subject[0]) - 1)
        named = any(t.tag.startswith(("NN", "PRP", "DT")) for t in subject)
        if named and subject[0].tag not in _DEPENDS:
            span = span_of(subject, text) if subject[0].lower not in words.things else None
            return (span,) if span else None
    return None


def _phrase(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    """What stands between a mark and `end`, without what joins it to what is before and adverbs around it."""
    start = end = max(0, end)
    while start and tokens[start - 1].text not in {",", ":", ";"} and not is_mark(tokens[start - 1]):
        start -= 1
    while start < end and tokens[start].tag in _AROUND:
        start += 1
    while start < end and tokens[end - 1].tag in _AROUND:
        end -= 1
    return tokens[start:end]
