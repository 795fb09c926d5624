"""What a comma parts from a name though it belongs to it: "Fenn Power, Inc.", "Ana Dovik, Ph.D., a chemist"."""

from __future__ import annotations

import re

_DEGREES = r"Ph\.?D|M\.?D|Sc\.?D|Ed\.?D|J\.?D|D\.?V\.?M|Pharm\.?D|M\.?P\.?H|M\.?B\.?A|R\.?N|Esq"
_DEGREE = re.compile(rf"(?:, (?:{_DEGREES})\.?)+(?=,)")
_FIRM = re.compile(r"(?<=\w),(?= (?:Inc|Ltd|LLC|LLP|Corp|PLC|N\.V|S\.A)\b)")


def without_degrees(text: str) -> str:
    """`text` with spaces for degrees between commas and for a firm's comma, so that offsets stay.

    >>> without_degrees("Ana Dovik, Ph.D., a chemist at Fenn Power, Inc., said so.")
    'Ana Dovik       , a chemist at Fenn Power  Inc., said so.'
    """
    return _FIRM.sub(" ", _DEGREE.sub(lambda found: " " * len(found[0]), text))
