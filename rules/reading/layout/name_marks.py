"""Marks that hide what is written: those in names, behind quotations, and curly apostrophes: "Fenn Power, Inc."."""

from __future__ import annotations

import re

from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

FILE = "en/name_marks.yaml"
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_DASH = re.compile(r"""(?:(?<=[,.!?]["”»’])|(?<=["”»’],)|(?<=[a-z],)) [–—-]{1,2} (?=[a-z])""")
"""Before who says it, as Slavic texts have it: "“It sank,” – said the mayor"."""


class MarkWords(Record, frozen=True, kw_only=True):
    """`en/name_marks.yaml`: what a comma parts from a name. Degrees may have full stops in them."""

    degrees: tuple[tuple[str, ...], ...]
    firms: tuple[str, ...]


class NameMarks:
    """Puts spaces for marks, so that offsets stay."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table(FILE, MarkWords)
        degrees = "|".join(r"\.?".join(letters) for letters in words.degrees)
        self._degree = re.compile(rf"(?:, (?:{degrees})\.?)+(?=,)")
        self._firm = re.compile(rf"(?<=\w),(?= (?:{any_of(words.firms)})\b)")

    def without(self, text: str) -> str:
        """`text` with spaces for degrees, a firm's comma and a dash behind a quotation.

        Apostrophes in words become the straight ones that wordings have: "hasn’t confirmed".

        >>> NameMarks(Rulebook()).without("Ana Dovik, Ph.D., a chemist at Fenn Power, Inc., hasn’t said so.")
        "Ana Dovik       , a chemist at Fenn Power  Inc., hasn't said so."
        """
        text = _APOSTROPHE.sub("'", text)
        text = self._firm.sub(" ", self._degree.sub(lambda found: " " * len(found[0]), text))
        return _DASH.sub(lambda found: " " * len(found[0]), text)
