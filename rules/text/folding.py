"""Text folded for matching, with an exact way back to the code points of the text as submitted.

Folded text is lower case, without accents and compatibility forms (NFKD less its combining marks), with straight
quotes, plain hyphens, single spaces, and without characters that print nothing; a line's end is a space, an empty line
one line break. One character may fold to none or several.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import NamedTuple

_PLAIN = {
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑−﹣－", "-"),
    **dict.fromkeys("\0\n\r\t\v\f", " "),
    "ß": "ss",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "æ": "ae",
    "Æ": "ae",
}
_UNPRINTED = {"Mn", "Me", "Cf"}
_SPACES = str.maketrans(dict.fromkeys("\0\n\r\t\v\f", " "))
_RUN_OF_SPACE = re.compile(r"[\s\0][\s\0]")  # "{2}" takes twice as long


class _Table(dict[int, str]):
    """What each code point folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if len(self) < 4096:
            self[code] = folded
        return folded


class Folded(NamedTuple):
    """Folded text; `starts[i]` is where its character i stood in the original, None where nothing moved."""

    text: str
    starts: array[int] | None

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """The extent in the text as submitted of `text[start:end]`, which must not be empty.

        >>> folded = fold("Ça\\u0301 aurait")
        >>> folded.text, folded.extent(3, 9)
        ('ca aurait', (4, 10))
        """
        if self.starts is None:
            return start, end
        return self.starts[start], self.starts[end - 1] + 1


def fold(text: str) -> Folded:
    """Folds `text`, lone surrogates and all, in linear time."""
    if not _RUN_OF_SPACE.search(text):
        if text.isascii():
            small = text.lower()
            return Folded(small if small.isprintable() else small.translate(_SPACES), None)
        if all(len(_TABLE[ord(character)]) == 1 for character in set(text)):
            return Folded(text.translate(_TABLE), None)
    return _fold_piecewise(text)


def _fold_piecewise(text: str) -> Folded:
    """Folds runs of characters that each fold to one at once, and what lies between them one by one."""
    pieces: list[str] = []
    starts = array("q")
    position = 0
    for odd in _odd(text).finditer(text):
        pieces.append(text[position : odd.start()].translate(_TABLE))
        starts.extend(range(position, odd.start()))
        _fold_odd(text, odd, pieces, starts)
        position = odd.end()
    pieces.append(text[position:].translate(_TABLE))
    starts.extend(range(position, len(text)))
    return Folded("".join(pieces), starts)


def _odd(text: str) -> re.Pattern[str]:
    """Characters that fold to none or several, and runs of these and of spaces."""
    met = {character: _TABLE[ord(character)] for character in sorted(set(text))}
    several = "".join(re.escape(c) for c, folded in met.items() if len(folded) != 1)
    spaces = "".join(re.escape(c) for c, folded in met.items() if folded == " ")
    runs = f"[{spaces}{several}]{{2,}}" if spaces or several else "(?!)"
    return re.compile(f"{runs}|[{several}]" if several else runs)


def _fold_odd(text: str, odd: re.Match[str], pieces: list[str], starts: array[int]) -> None:
    """One space for several, one line break for an empty line."""
    last = ""
    for position in range(odd.start(), odd.end()):
        piece = _TABLE[ord(text[position])]
        if piece == " " and last in {" ", "\n"}:
            if text[position] == "\n" and text[position - 1] == "\n":
                pieces[-1] = last = "\n"
        elif piece:
            last = piece
            pieces.append(piece)
            starts.extend([position] * len(piece))


def _fold_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    if category == "Zs":
        return " "
    lower = unicodedata.normalize("NFKD", character).lower()
    kept = [c for c in unicodedata.normalize("NFKD", lower) if unicodedata.category(c) not in _UNPRINTED]
    folded = "".join(_PLAIN.get(c, c) for c in kept)
    return folded if not folded.isspace() else character


_TABLE = _Table()
