"""Words that say of those behind them that they are not so: "not", "failed to", "without"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.matching.words import Words
from rules.model import Record
from rules.rulebook import Rulebook


class _Data(Record, frozen=True, kw_only=True):
    negators: tuple[str, ...]
    idioms: str


class Negators:
    """Finds negators in a row of stems; `idioms` finds what only sounds like an end or an opposite.

    >>> Negators(Rulebook()).at(["the", "mayor", "fail", "to", "pay"], 2)
    2
    """

    def __init__(self, rulebook: Rulebook) -> None:
        words, data = rulebook.part(Words), rulebook.table("en/negators.yaml", _Data)
        phrases = (*data.negators, *words.negations)
        self.idioms = re.compile(data.idioms, re.IGNORECASE)
        self._phrases = {tuple(word.stem for word in words.split(phrase)) for phrase in phrases}
        self.longest = max(map(len, self._phrases))

    def at(self, stems: Sequence[str], start: int) -> int:
        """How many words the longest negator that begins at `start` has; 0 where none does."""
        longest = tuple(stems[start : start + self.longest])
        return next((length for length in range(len(longest), 0, -1) if longest[:length] in self._phrases), 0)
