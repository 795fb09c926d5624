"""What a reporter remarks behind somebody's claim: "it holds the mill, | but gave no details"."""

from __future__ import annotations

import re

from rules.model import Span
from rules.reading.syntax.wording import Wording, wordings
from rules.rulebook import Rulebook

FILE = "en/remarks.yaml"


class Remarks:
    """Takes such remarks from claims."""

    def __init__(self, rulebook: Rulebook) -> None:
        patterns = "|".join(f"(?:{entry.pattern})" for entry in wordings(rulebook, FILE, Wording))
        self._remark = re.compile(rf"(?<=\w)[”\"’]?(?P<remark>{patterns})$", re.IGNORECASE)

    def bare(self, claim: Span) -> Span:
        """The claim up to the remark behind it."""
        found = self._remark.search(claim.text)
        if found is None:
            return claim
        said = claim.text[: found.start("remark")]
        return Span(start=claim.start, end=claim.start + len(said), text=said)
