"""Quotation marks: where quotations begin and end, in one pass.

Known: straight and curly, double and single marks, guillemets, and two apostrophes or backticks for one double mark;
quotations that run over paragraphs with an opening mark on each; marks that are never closed, which end with their
paragraph; apostrophes, which quote nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MARK = re.compile(r"[\"“”„«»‘’']|\n+")
_ANY_MARK = re.compile("[\"“”„«»‘’'`]")
_CLOSES = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "»": "«", "‘": "’'", "'": "'’"}
_TWICE = re.compile(r"(?<!['`])(?:''|``)(?!['`])")
_SINGLE = "‘’'"
_SENTENCE_END = ".!?…:"


class Quotation(NamedTuple):
    """A quotation from its opening mark to the end of its closing mark; unclosed ones end with their paragraph."""

    start: int
    end: int
    closed: bool


class _Open(NamedTuple):
    mark: str
    start: int


@lru_cache(maxsize=1)  # a text is marked, cut and looked through for hedges
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text`, in order and apart from each other.

    >>> find_quotations("It had “fallen”, he said.")
    (Quotation(start=7, end=15, closed=True),)
    """
    if not _ANY_MARK.search(text):
        return ()
    found = _Scanner(_TWICE.sub(_doubled, text)).scan()
    outermost: list[Quotation] = []
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        if not outermost or quotation.start >= outermost[-1].end:
            outermost.append(quotation)
    return tuple(outermost)


def _doubled(marks: re.Match[str]) -> str:
    """One double mark for two single ones, on the outer side, and a space, so that all offsets stay."""
    before, after = marks.string[marks.start() - 1 : marks.start()], marks.string[marks.end() : marks.end() + 1]
    opens = (not before or before.isspace() or before in "([") and not after.isspace()
    return "“ " if opens or marks[0] == "``" else " ”"


class _Scanner:
    """Reads marks from left to right; at most one double and one single quotation is open at a time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.double: _Open | None = None
        self.single: _Open | None = None
        self.maybe_end = 0

    def scan(self) -> list[Quotation]:
        for match in _MARK.finditer(self.text):
            mark, position = match.group(), match.start()
            if mark[0] == "\n":
                self._line_break(position, match.end(), blank=len(mark) > 1)
            elif mark in _SINGLE:
                self._single_mark(mark, position)
            else:
                self._double_mark(mark, position)
        self._end_double(len(self.text.rstrip()))
        self._end_single()
        return self.found

    def _double_mark(self, mark: str, position: int) -> None:
        if self.double is None:
            if mark != "”" and (mark != '"' or self.text[position + 1 : position + 2].strip()):
                self.double = _Open(mark, position)
        elif self._opens(mark, position):
            if not self._begins_line(position):
                self._end_double(self._paragraph_end(self.double.start, position))
                self.double = _Open(mark, position)
        elif mark in _CLOSES[self.double.mark]:
            self.found.append(Quotation(self.double.start, position + 1, True))
            self.double = None

    def _single_mark(self, mark: str, position: int) -> None:
        before, after = self.text[position - 1 : position], self.text[position + 1 : position + 2]
        if mark != "’" and not before.isalnum() and (after.isalnum() or after in "[(…$£€") and after:
            self._end_single_if_possible()
            if self.single is None and not (mark == "'" and after.isdigit()):
                self.single, self.maybe_end = _Open(mark, position), 0
        elif self.single and mark in _CLOSES[self.single.mark] and before.strip() and not after.isalnum():
            self.maybe_end = position + 1
            if before != "s" or not self.text[position + 1 : position + 3].strip().islower():
                self._end_single()

    def _line_break(self, position: int, end: int, blank: bool) -> None:
        self._end_single()
        if self.double is None:
            return
        follows = self.text[end : end + 1]
        continued = bool(follows) and follows in '"“„«'
        ended = position > 0 and self.text[position - 1] in _SENTENCE_END
        if not continued and (blank or ended):
            self._end_double(position)

    def _opens(self, mark: str, position: int) -> bool:
        if mark != '"':
            return mark == "“" and self.double is not None and self.double.mark in '“"'
        before, after = self.text[position - 1 : position], self.text[position + 1 : position + 2]
        return (position == 0 or before.isspace() or before in "([") and bool(after.strip()) and after not in ".,;)"

    def _begins_line(self, position: int) -> bool:
        return position == 0 or self.text[position - 1] == "\n"

    def _paragraph_end(self, start: int, position: int) -> int:
        newline = self.text.find("\n", start, position)
        return newline if newline >= 0 else len(self.text[start:position].rstrip()) + start

    def _end_double(self, end: int) -> None:
        if self.double and end > self.double.start + 1:
            self.found.append(Quotation(self.double.start, end, False))
        self.double = None

    def _end_single_if_possible(self) -> None:
        if self.maybe_end:
            self._end_single()

    def _end_single(self) -> None:
        if self.single and self.maybe_end:
            self.found.append(Quotation(self.single.start, self.maybe_end, True))
        self.single, self.maybe_end = None, 0
