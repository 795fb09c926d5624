"""What a cue covers: its sentence, or its side of its clause, by punctuation and terminators alone, without parsing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from rules.hedging.cues import Direction
from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase, any_of

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])|\n\s*")
_LAST_WORD = re.compile(r"\w+$")


class ContextWords(Record, frozen=True, kw_only=True):
    """Words that end a scope, abbreviations that end no sentence, numbers written out, and nouns that bear names."""

    terminators: tuple[str, ...]
    abbreviations: tuple[str, ...]
    numbers: tuple[str, ...]
    bearers: tuple[str, ...]


def context_words(rulebook: Rulebook) -> ContextWords:
    """The rulebook's words around cues."""
    return rulebook.table("en/cue_context.yaml", ContextWords)


class Bounds(NamedTuple):
    """Where sentences begin in a text, and where terminators begin and end."""

    starts: list[int]
    breaks: list[int]
    resumes: list[int]
    length: int

    def sentence(self, position: int) -> tuple[int, int]:
        """The extent of the sentence around `position`, white space after it included."""
        index = bisect_right(self.starts, position)
        return self.starts[index - 1], self.starts[index] if index < len(self.starts) else self.length

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """From the terminator before `start` to the one after `end`, within the sentence."""
        first, last = self.sentence(start)
        before, after = bisect_right(self.resumes, start) - 1, bisect_left(self.breaks, end)
        if before >= 0:
            first = max(first, self.resumes[before])
        if after < len(self.breaks):
            last = min(last, self.breaks[after])
        return first, last


def scope(text: str, start: int, end: int, direction: Direction, bounds: Bounds) -> tuple[int, int]:
    """The extent that a cue at `start` to `end` covers, without white space at the end of a sentence."""
    first, last = bounds.sentence(start) if direction is Direction.SENTENCE else bounds.clause(start, end)
    if direction is Direction.FORWARD:
        first = end
    if direction is Direction.BACKWARD:
        last = start
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


class Scopes:
    """Bounds sentences and clauses by the rulebook's terminators and abbreviations."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.part(context_words)
        self._abbreviations = frozenset(words.abbreviations)
        self._terminator = AnyCase(rf";\s|:\s|\b(?:{any_of(words.terminators)})\b")

    def bounds(self, text: str) -> Bounds:
        """The bounds of all sentences and clauses of `text`."""
        starts = [0, *(end.end() for end in _SENTENCE_END.finditer(text) if not self._abbreviates(text, end))]
        found = self._terminator.spans(text)
        return Bounds(starts, [span[0] for span in found], [span[1] for span in found], len(text))

    def _abbreviates(self, text: str, end: re.Match[str]) -> bool:
        """Whether the full stop belongs to an abbreviation or an initial."""
        if text[end.start()] != ".":
            return False
        word = _LAST_WORD.search(text, max(0, end.start() - 8), end.start())
        return word is not None and (
            word.group().lower() in self._abbreviations or (len(word.group()) == 1 and word.group().isupper())
        )
