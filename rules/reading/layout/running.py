"""Running text: lines that were wrapped, words parted at their ends and signs that print nothing are put right.

Text out of a PDF, an e-mail or a terminal breaks its lines where a column ends, and no sentence is read over a break.
So what is read has other characters than the text as submitted, and every offset finds its way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.model import Extent

_UNPRINTED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_BYTES = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_GARBLED = re.compile(f"[ÂÃÄÅ][{_BYTES}]|â[{_BYTES}]{{2}}|â€")
_CLOSING = "”"  # its last byte stands for no sign in Windows' alphabet, so that it is often lost
_REPLY = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_PARTED = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")
_BREAK = re.compile(r"(?<=\S)[ \t]*\r?\n[ \t]*(?=[^\s•*–—#|-])(?P<word>\S+)")
_STOP = re.compile(r"[.!?:;|…][\"'”’)\]]*\Z")
_WIDEST, _WIDE, _NARROWEST, _FULL, _SHARE = 120, 55, 40, 0.8, 0.3
"""The widest column, a wide one, one that shows by parted words alone; what fills a line; how many full lines go on."""


@dataclass(frozen=True, slots=True)
class Running:
    """Text to be read, what of the text as submitted is left out of it, and where each of its characters stood."""

    text: str
    dropped: tuple[Extent, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stood in the text as submitted."""
        first = self.starts[start] if start < len(self.starts) else self.starts[-1] + 1
        return first, max(first, self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    new: str


def running(text: str) -> Running | None:
    """The text as it would run on a line without end; None where nothing has to be changed.

    >>> running("The gover\\u00adnor left.").text
    'The governor left.'
    """
    submitted = Running(text, (), range(len(text)), range(1, len(text) + 1))
    printed = _edited(submitted, sorted(_signs(text), key=lambda edit: edit.start))
    whole = _edited(printed, list(_ends(printed.text)))
    return whole if whole.text and whole.text != text else None


def _edited(before: Running, edits: Sequence[_Edit]) -> Running:
    """The text after the edits, which are in order and apart; what is replaced by nothing was dropped."""
    if not edits:
        return before
    pieces, starts, ends, position = [], [], [], 0
    for edit in edits:
        pieces += [before.text[position : edit.start], edit.new]
        starts += [*before.starts[position : edit.start], *(before.starts[edit.start] for _ in edit.new)]
        ends += [*before.ends[position : edit.start], *(before.ends[edit.end - 1] for _ in edit.new)]
        position = edit.end
    gone = [before.extent(edit.start, edit.end) for edit in edits if not edit.new]
    dropped = (*before.dropped, *(Extent(start=start, end=end) for start, end in gone))
    text = "".join([*pieces, before.text[position:]])
    places = [*starts, *before.starts[position:]], [*ends, *before.ends[position:]]
    return Running(text, tuple(sorted(dropped, key=lambda e: e.start)), *places)


def _signs(text: str) -> Iterator[_Edit]:
    """What prints nothing, the marks of a reply in an e-mail, and signs that were decoded as Windows' ("â€™")."""
    if not text.isascii():
        yield from (_Edit(m.start(), m.end(), new) for m in _GARBLED.finditer(text) if (new := _decoded(m[0])))
        yield from (_Edit(m.start(), m.end(), "") for m in _UNPRINTED.finditer(text))
    if ">" in text:
        yield from (_Edit(m.start(), m.end(), "") for m in _REPLY.finditer(text))


def _decoded(signs: str) -> str:
    """What bytes of UTF-8 meant that were taken for signs of Windows' alphabet; nothing if they were meant so."""
    try:
        return bytes(ord(c) if ord(c) < 0x100 else c.encode("cp1252")[0] for c in signs).decode("utf-8")
    except UnicodeDecodeError:
        return _CLOSING if signs == "â€" else ""


def _ends(text: str) -> Iterator[_Edit]:
    """The ends of the lines that go on in the next one, of a text whose lines were wrapped."""
    width = _width(text)
    if width is None:
        return
    for found in _BREAK.finditer(text):
        if part := _PARTED.match(text, found.start() - 1):
            yield _Edit(part.start(), part.end(), "")
        elif _is_full(text, found, width) or _goes_on(text, found):
            yield _Edit(found.start(), found.start("word"), " ")


def _width(text: str) -> int | None:
    """How many characters a wrapped text has in a line; None if lines end where their author wanted."""
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    if sum(len(line) > 2 * _WIDEST for line in lines) > len(lines) * 0.1:
        return None
    lengths = [len(" ".join(line.split())) for line in lines]
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    parted = len(_PARTED.findall(text))
    if sum(length > _WIDEST for length in lengths) > len(lengths) * 0.1 or (width < _NARROWEST and not parted):
        return None
    full = [found for found in _BREAK.finditer(text) if _is_full(text, found, width)]
    going = sum(_goes_on(text, found) for found in full)
    all_go = going >= len(lengths) - 1  # notes in small letters, but not a sentence that was wrapped once
    once = len(lengths) == 2 and width >= _WIDE and text.lstrip()[0].isupper()
    enough = going + parted >= (1 if width >= _WIDE else 2) and (once or not all_go)
    return width if enough and going + parted >= len(full) * _SHARE else None


def _line_before(text: str, found: re.Match[str]) -> str:
    return " ".join(text[text.rfind("\n", 0, found.start()) + 1 : found.start()].split())


def _is_full(text: str, found: re.Match[str], width: int) -> bool:
    """Whether the first word of the next line would hardly have had room in this one."""
    return len(_line_before(text, found)) + 1 + len(found["word"]) > width * _FULL


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence goes on in the next line, as its small letter tells."""
    return found["word"][0].islower() and not _STOP.search(_line_before(text, found))
