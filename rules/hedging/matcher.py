"""Cues found in folded text: all phrases at once, at word boundaries, the longest of those that overlap."""

from __future__ import annotations

import re
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from rules.hedging.cues import Cue, Cues
from rules.hedging.scope import context_words
from rules.rulebook import Rulebook

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[-,;:.!?\"()\n]")
_PLAIN_WORD = re.compile(_WORD.pattern, re.ASCII)
"""The same in text of ASCII alone, in half the time."""
_NEAR = 40


class Match(NamedTuple):
    """A cue at an extent of the folded text."""

    start: int
    end: int
    cue: Cue


class Matcher:
    """Every phrase of every cue and pseudo-cue, compiled into one automaton."""

    def __init__(self, rulebook: Rulebook) -> None:
        cues = rulebook.part(Cues)
        self._numbers = frozenset(rulebook.part(context_words).numbers)
        phrases: dict[str, Cue | None] = {**dict.fromkeys(sorted(cues.pseudo)), **cues.phrases}
        self._cues = list(phrases.values())
        self._automaton = AhoCorasick(
            list(phrases), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, folded: str) -> list[Match]:
        """The cues in `folded`, in order and apart from each other, pseudo-cues taken out."""
        found = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if _is_word(folded, start, end)
        ]
        found.sort()
        matches: list[Match] = []
        reached = 0
        for start, negative_end, index in found:
            if start < reached:
                continue
            reached = -negative_end
            cue = self._cues[index]
            if cue is not None and self._counts(folded, start, reached, cue):
                matches.append(Match(start, reached, cue))
        return matches

    def _counts(self, text: str, start: int, end: int, cue: Cue) -> bool:
        """Whether the words beside the cue are those that its entry asks for."""
        words = (_PLAIN_WORD if text.isascii() else _WORD).findall
        if cue.not_after:
            before = words(text, max(0, start - _NEAR), start)
            if before and self._is_one_of(before[-1], cue.not_after):
                return False
        if cue.not_before or cue.only_before:
            after = words(text, end, end + _NEAR)[:3]
            if any(self._is_one_of(word, cue.not_before) for word in after):
                return False
            fits = bool(after) and self._is_one_of(after[0], cue.only_before)
            return not cue.only_before or fits or " ".join(after[:2]) in cue.only_before
        return True

    def _is_one_of(self, word: str, words: tuple[str, ...]) -> bool:
        return word in words or ("#" in words and (word[0].isdigit() or word in self._numbers))


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether neither side goes on with a letter, a digit or a hyphen with a letter behind it."""
    if start and text[start - 1] != " " and _joins(text[start - 1], text[start - 2 : start - 1] if start > 1 else ""):
        return False
    return end == len(text) or text[end] == " " or not _joins(text[end], text[end + 1 : end + 2])


def _joins(beside: str, beyond: str) -> bool:
    return beside.isalnum() or beside == "_" or (beside == "-" and beyond.isalnum())
