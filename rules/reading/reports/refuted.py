"""What a denial denies, where it tells that in a clause of its own: "Reports that | the dam had burst | are false"."""

from __future__ import annotations

import re

from rules.model import Span
from rules.reading.syntax.wording import Wording, wordings
from rules.rulebook import Rulebook


class Refuted:
    """Finds it.

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
