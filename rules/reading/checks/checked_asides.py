"""Checks told in passing between commas: "A blogger, whose claims Northwire cannot verify, alleged that …"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rules.model import Extent, Span
from rules.reading.checks.check_words import CheckOutcome
from rules.reading.checks.verification import CheckFinder
from rules.reading.checks.verifiers import PASSIVE
from rules.reading.syntax.tokens import Sentence, Token
from rules.rulebook import Rulebook

_COMMAS = frozenset({",", "—", "–", "(", ")"})
_OPENS = frozenset({"WDT", "WP", "WP$", "DT"})
_TOLD = frozenset({CheckOutcome.FAILED, CheckOutcome.VERIFIED})
_LONGEST = 25


class CheckedAsides:
    """Finds the part of a sentence that only says in passing whether anybody could check what the rest tells."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._checks = rulebook.part(CheckFinder)

    def of(self, sentence: Sentence, text: str) -> Sentence | None:
        """That part, if the sentence goes on behind it, and it names whoever checked or is a passive."""
        tokens = sentence.tokens
        commas = [k for k, t in enumerate(tokens) if t.text in _COMMAS and not t.quoted]
        parts = (tokens[a + 1 : b] for a, b in pairwise(commas) if a > 0 and b + 2 < len(tokens))
        part = next((part for part in parts if self._tells(part, text)), None)
        return Sentence(Extent(start=part[0].start, end=part[-1].end), part) if part else None

    def behind(self, sentence: Sentence, told: Sequence[Span], text: str) -> Sentence | None:
        """The end of a sentence that tells, behind all that somebody says in it, that nobody could check it.

        "The army's claim that it holds the mill | could not be verified".
        """
        check = self._checks.find(text[sentence.extent.start : sentence.extent.end]) if told else None
        if check is None or check.outcome is not CheckOutcome.FAILED or check.asks:
            return None
        start = sentence.extent.start + check.cue.start
        part = [t for t in sentence.tokens if t.start >= start]
        if not part or any(span.end > start for span in told):
            return None
        return Sentence(Extent(start=part[0].start, end=part[-1].end), part)

    def _tells(self, part: Sequence[Token], text: str) -> bool:
        if not 2 < len(part) <= _LONGEST or part[0].tag not in _OPENS:
            return False
        check = self._checks.find(text[part[0].start : part[-1].end])
        if check is None or check.outcome not in _TOLD:
            return False
        return check.verifier is not None or PASSIVE.search(check.cue.text) is not None
