"""Whom a source cites: "the paper, quoting the police, said", "said, citing officials, that", "cited X as saying"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.cuts import Found
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.tokens import FINITE, Token
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerb


class Citing:
    """Finds inner sources in the tokens of one sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._ends = rulebook.part(clause_words), rulebook.part(NameEnds)

    def first(self, tokens: Sequence[Token]) -> Found | None:
        """"Citing officials, the paper counted 50 men": the rest is what the officials told the paper."""
        comma = self._ends.end_of_name(tokens, 1)
        verb = next((j for j in range(comma, len(tokens)) if tokens[j].tag in FINITE), None)
        if verb is None or verb <= comma + 1:
            return None
        return Found(sources=((comma + 1, verb), (1, comma)), cue=(0, 1), content=(comma + 1, len(tokens)))

    def parted(self, tokens: Sequence[Token], start: int, end: int) -> tuple[tuple[int, int], ...]:
        """A source, and within it the one it cites: "a former adviser, quoting military intelligence, said"."""
        for j in range(start + 2, end - 1):
            if tokens[j - 1].text == "," and self._names(tokens, j):
                return (start, j - 1), self._name(tokens, j)
        by = next((j for j in range(start + 1, end - 2) if self._is_quoted_by(tokens, j)), None)
        return ((start, end),) if by is None else ((by + 2, end), (start, by))

    def inner(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> tuple[int, int] | None:
        """The source that the source cites: "cited X as saying", "said, citing X, that"."""
        if verb.lemma in self._words.cites:
            end = next((j for j in range(i + 1, min(len(tokens), i + 20)) if tokens[j].lower == "as"), None)
            return (i + 1, end) if end and end > i + 1 else None
        return next(iter(self.cited(tokens, i)), None)

    def cited(self, tokens: Sequence[Token], i: int) -> tuple[tuple[int, int], ...]:
        """The source after "citing" or "quoting" behind the verb at `i`."""
        for j in range(i + 1, len(tokens) - 1):
            if self._names(tokens, j):
                return (self._name(tokens, j),)
        return ()

    def _names(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether a cited source follows the token at `j`: "citing", "which cited"."""
        if tokens[j].quoted or tokens[j].lower not in self._words.citing:
            return False
        return tokens[j].tag == "VBG" or (j > 0 and tokens[j - 1].lower in {"which", "who"})

    def _is_quoted_by(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether an outlet has it from whom it follows: "an official | quoted by the Oar"."""
        return tokens[j].lower in self._words.citing and tokens[j].tag == "VBN" and tokens[j + 1].lower == "by"

    def _name(self, tokens: Sequence[Token], j: int) -> tuple[int, int]:
        start = j + 1
        if tokens[start].lower == "what":  # "citing what it called | local sources"
            verb = next((k for k in range(start, min(start + 6, len(tokens) - 2)) if tokens[k].tag in FINITE), start)
            start = verb + 1 + (tokens[verb + 1].lower in {"as", "were", "was", "are"})
        return start, self._ends.end_of_name(tokens, start)


def as_saying(tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
    """What is said behind "as saying" at a position: "cited the mayor | as saying that | it had sunk"."""
    start = position + 2
    if start < len(tokens) and tokens[start].lower == "that":
        start += 1
    return (start, len(tokens)) if any(t.text[0].isalnum() for t in tokens[start:]) else None
