"""Where cues stand in a text, before anything is judged."""

from __future__ import annotations

from typing import NamedTuple

from rules.hedging.cues import Cue
from rules.hedging.matcher import Matcher
from rules.hedging.scope import Scopes, scope
from rules.rulebook import Rulebook
from rules.text.folding import fold

_NEAR = 40  # characters in which the word before stands


class Candidate(NamedTuple):
    """A cue at `text[start:end]`, its form as folded, and the extents of its sentence and of its scope."""

    start: int
    end: int
    cue: Cue
    form: str
    sentence: tuple[int, int]
    scope: tuple[int, int]


class Candidates:
    """Finds all cues of the rulebook in a text."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._matcher = rulebook.part(Matcher)
        self._scopes = rulebook.part(Scopes)

    def find(self, text: str) -> list[Candidate]:
        """Cues in order and apart from each other, pseudo-cues taken out."""
        folded = fold(text)
        matches = self._matcher.find(folded.text)
        if not matches:
            return []
        bounds = self._scopes.bounds(text)
        found = []
        for match in matches:
            start, end = folded.extent(match.start, match.end)
            if match.cue.name_if_capital and _is_name(text, start, end):
                continue
            form = folded.text[match.start : match.end]
            covered = scope(text, start, end, match.cue.direction, bounds)
            found.append(Candidate(start, end, match.cue, form, bounds.sentence(start), covered))
        return found


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a capital stands after a word or number without one, or a number before and no word behind.

    In a headline the word before has a capital too.
    """
    before = text[max(0, start - _NEAR) : start].split()
    if not before or not before[-1].isalnum():
        return False
    if text[start].isupper():
        return not before[-1][0].isupper()
    return before[-1].isdigit() and not text[end : end + 2].strip().isalpha()
