"""The sources of clauses put right: whole, without what stands around them, and one where he tells what he believes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rules.model import Span
from rules.reading.sources.anaphora import SourceWords
from rules.reading.syntax.chains import Clause, holds
from rules.reading.syntax.tokens import COMMON, PROPER, Token, span_of
from rules.reading.syntax.words import ClauseWords
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerbs

_ADVERBS, _RELATIVES = frozenset({"RB", "RBR", "RBS"}), frozenset({"WP", "WDT", "WP$"})
OPENING = len("that ")  # what may stand before the pronoun: not "would have come if he thought"
_NO_OPENING = frozenset({"TO", "MD", "RP"})
_NOUNS = PROPER | COMMON
_COMMAS = frozenset({",", "—", "–"})


def bared(clause: Clause, tokens: Sequence[Token], words: ClauseWords, text: str) -> Clause:
    """The clause with its sources alone: "how | the mayor | often", "which | she", "the words of | a guard"."""
    sources = tuple(_bare(source, tokens, words, text) for source in clause.sources)
    return clause if sources == clause.sources else msgspec.structs.replace(clause, sources=sources)


def _bare(source: Span, tokens: Sequence[Token], words: ClauseWords, text: str) -> Span:
    inside = [t for t in tokens if source.start <= t.start and t.end <= source.end]
    plain = next((t.text.islower() for t in tokens if t.start >= source.end and t.text not in _COMMAS), False)
    start, end = 0, next((k for k, t in enumerate(inside) if k and t.tag == "WRB"), len(inside))
    while start < end and (inside[start].tag == "WRB" or (inside[start].tag == "WDT" and end - start > 1)):
        start += 1
    opening = [t.lower for t in inside[start : start + 3]]
    if opening[::2] == ["the", "of"] and opening[1] in words.testimonies:
        start += 3
    if end - start > 2 and inside[start].lower in words.days and inside[start + 1].text == ",":
        start += 2  # "Tuesday, | he"
    while end - start > 1 and _adds(inside[end - 1], words, plain):
        end -= 1
        if end - start > 1 and inside[end].lower in words.days and inside[end - 1].tag == "IN":
            end -= 1
        if end - start > 2 and inside[end - 1].tag == "VBG" and inside[end - 2].text in _COMMAS:
            end -= 2  # "an aide | , speaking privately"
    return (span_of(inside[start:end], text) if 0 < end - start < len(inside) else None) or source


def _adds(token: Token, words: ClauseWords, plain: bool) -> bool:
    """Whether a word only says how or when somebody speaks; before a `plain` verb a capital makes it part of a name."""
    if token.tag in _RELATIVES:  # "contradicted by an elder | who helped"
        return True
    adverb = token.tag in _ADVERBS and not (plain and token.text.istitle())  # "the charity Harbour Now | said"
    return adverb or token.lower in words.days | words.themselves | words.hours


class Beliefs:
    """Gives the pronoun before a verb of belief to whoever says so: "officials said they do not believe it"."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._verbs = rulebook.part(SourceWords), rulebook.part(ReportingVerbs)

    def owned(self, clauses: Sequence[Clause]) -> list[Clause]:
        """The clauses of a sentence; "they" who believe inside what somebody says are that somebody."""
        return [self._owned(clause, clauses) for clause in clauses]

    def _owned(self, clause: Clause, clauses: Sequence[Clause]) -> Clause:
        if not self._is_belief(clause.cue.text) or not all(self._is_pronoun(span.text) for span in clause.sources):
            return clause
        first = clause.sources[0].start
        saying = [c for c in clauses if holds(c.content, clause.cue) and first - c.content.start <= OPENING]
        inmost = min(saying, key=lambda c: c.content.end - c.content.start, default=clause)
        return msgspec.structs.replace(clause, sources=inmost.sources)

    def _is_belief(self, cue: str) -> bool:
        return any(verb.act is Act.BELIEF for verb in self._verbs.among(cue.split()))

    def _is_pronoun(self, text: str) -> bool:
        found = self._words.anaphor(text)
        return found is not None and found[1].pronoun


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
