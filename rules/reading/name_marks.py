"""Marks that hide what is written: those in names, behind quotations, and curly apostrophes: "Fenn Power, Inc."."""

from __future__ import annotations

import re

_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_DEGREES = r"Ph\.?D|M\.?D|Sc\.?D|Ed\.?D|J\.?D|D\.?V\.?M|Pharm\.?D|M\.?P\.?H|M\.?B\.?A|R\.?N|Esq"
_DEGREE = re.compile(rf"(?:, (?:{_DEGREES})\.?)+(?=,)")
_FIRM = re.compile(r"(?<=\w),(?= (?:Inc|Ltd|LLC|LLP|Corp|PLC|N\.V|S\.A)\b)")
_DASH = re.compile(r"""(?:(?<=[,.!?]["”»’])|(?<=["”»’],)|(?<=[a-z],)) [–—-]{1,2} (?=[a-z])""")
"""Before who says it, as Slavic texts have it: "“It sank,” – said the mayor"."""


def without_marks(text: str) -> str:
    """`text` with spaces for degrees, a firm's comma and a dash behind a quotation, so that offsets stay.

    Apostrophes in words become the straight ones that wordings have: "hasn’t confirmed".

    >>> without_marks("Ana Dovik, Ph.D., a chemist at Fenn Power, Inc., hasn’t said so.")
    "Ana Dovik       , a chemist at Fenn Power  Inc., hasn't said so."
    """
    text = _APOSTROPHE.sub("'", text)
    text = _FIRM.sub(" ", _DEGREE.sub(lambda found: " " * len(found[0]), text))
    return _DASH.sub(lambda found: " " * len(found[0]), text)
