"""What a denial denies, where it tells that in words of its own.

"Reports that | the dam had burst | are false"; asked whether | the dam had burst |, she said: “No.”
"""

from __future__ import annotations

import re

from rules.model import Record, Span
from rules.reading.syntax.wording import Wording, wordings
from rules.rulebook import Rulebook

FILE = "en/replies.yaml"
_WHOLE = 3  # words of a question, of which a mark may leave less: "asked whether Moll “has courage”"


class Refuted:
    """Finds the clause that a claim calls wrong.

    >>> Refuted(Rulebook()).said(Span(start=5, end=47, text="Claims that the dam had burst are not true")).text
    'the dam had burst'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        entries = wordings(rulebook, "en/refuted.yaml", Wording)
        self._patterns = [re.compile(entry.pattern, re.IGNORECASE) for entry in entries]

    def said(self, claim: Span) -> Span:
        """What the claim says is wrong, else the claim itself."""
        found = next((match for pattern in self._patterns if (match := pattern.fullmatch(claim.text))), None)
        if found is None:
            return claim
        start = claim.start + found.start("said")
        return Span(start=start, end=start + len(found["said"]), text=found["said"])


class ReplyWords(Record, frozen=True, kw_only=True):
    """Patterns of what `denies` by itself, and of where a sentence tells what was `asked`."""

    denies: str
    asked: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


class Replies:
    """Finds what answers deny.

    >>> Replies(Rulebook()).denied(Span(start=37, end=39, text="No"), "Asked whether the dam burst, she replied: No", 0)
    Span(start=14, end=27, text='the dam burst')
    """

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table(FILE, ReplyWords)
        self._no = re.compile(words.denies, re.IGNORECASE)
        self._asked = [re.compile(pattern, re.IGNORECASE) for pattern in words.asked]

    def denied(self, claim: Span, sentence: str, start: int) -> Span | None:
        """What a reply that says no denies: what the sentence, which starts at `start`, tells was asked, else itself.

        None for any other statement.
        """
        if not self._no.fullmatch(claim.text):
            return None
        found = next((match for pattern in self._asked if (match := pattern.search(sentence))), None)
        if found is None:
            return claim
        said = found["said"].rstrip(" .")
        if len(said.split()) < _WHOLE:
            return claim
        return Span(start=start + found.start("said"), end=start + found.start("said") + len(said), text=said)
