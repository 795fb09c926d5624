"""One key for the spellings of one name: transliterations of Russian, Ukrainian and Arabic names meet in it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Romanisations differ in how they write ы/й/и, г, х, щ, ё and soft signs (BGN/PCGN, ISO 9, press usage).
_STEPS = (
    ("shch", "sh"), ("kh", "x"), ("h", "g"), ("yo", "e"), ("jo", "e"), ("ye", "e"), ("je", "e"), ("w", "v"),
    ("ou", "u"), ("ia", "ya"), ("iu", "yu"), ("j", "i"), ("y", "i"), ("ck", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(\w)\1+")
_SIGNS = re.compile(r"[’'ʼ`´]s?\b|[’'ʼ`´.]")
_GAPS = re.compile(r"[\s-]+")
_REMEMBERED = 8192  # articles on one story say the same names again and again


@lru_cache(_REMEMBERED)
def name_key(name: str) -> str:
    """What all spellings of a name share.

    >>> name_key("Grayvoron") == name_key("Graivoron"), name_key("Zelenskyy") == name_key("Zelenskiy")
    (True, True)
    """
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    key = _GAPS.sub(" ", _SIGNS.sub("", plain)).strip()
    for spelling, common in _STEPS:
        key = key.replace(spelling, common)
    return _DOUBLED.sub(r"\1", key)
