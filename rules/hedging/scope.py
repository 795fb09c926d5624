"""What a cue covers: its sentence, or its side of its clause, by punctuation and terminators alone, without parsing."""

from __future__ import annotations

import re

from rules.hedging.cues import Direction
from rules.model import Record
from rules.rulebook import Rulebook

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])|\n\s*")
_LAST_WORD = re.compile(r"\w+$")


class ContextWords(Record, frozen=True, kw_only=True):
    """Words that end a scope, abbreviations that end no sentence, and numbers written out."""

    terminators: tuple[str, ...]
    abbreviations: tuple[str, ...]
    numbers: tuple[str, ...]


def context_words(rulebook: Rulebook) -> ContextWords:
    """The rulebook's words around cues."""
    return rulebook.table("en/cue_context.yaml", ContextWords)


class Scopes:
    """Bounds sentences and scopes by the rulebook's terminators and abbreviations."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.part(context_words)
        self._abbreviations = frozenset(words.abbreviations)
        self._terminator = re.compile(rf"[;:]\s|\b(?:{'|'.join(map(re.escape, words.terminators))})\b", re.IGNORECASE)

    def sentence_starts(self, text: str) -> list[int]:
        """Where the sentences of `text` begin, the first at 0."""
        return [0, *(end.end() for end in _SENTENCE_END.finditer(text) if not self._abbreviates(text, end))]

    def of(self, text: str, start: int, end: int, direction: Direction, sentence: tuple[int, int]) -> tuple[int, int]:
        """The extent that a cue at `start` to `end` of its sentence covers."""
        first, last = sentence
        while last > end and text[last - 1].isspace():
            last -= 1
        if direction is Direction.SENTENCE:
            return first, last
        if direction is not Direction.FORWARD:
            for before in self._terminator.finditer(text, first, start):
                first = before.end()
        if direction is not Direction.BACKWARD:
            after = self._terminator.search(text, end, last)
            last = after.start() if after else last
        if direction is Direction.FORWARD:
            return end, last
        return (first, start) if direction is Direction.BACKWARD else (first, last)

    def _abbreviates(self, text: str, end: re.Match[str]) -> bool:
        """Whether the full stop belongs to an abbreviation or an initial."""
        if text[end.start()] != ".":
            return False
        word = _LAST_WORD.search(text, max(0, end.start() - 8), end.start())
        return word is not None and (
            word.group().lower() in self._abbreviations or (len(word.group()) == 1 and word.group().isupper())
        )
