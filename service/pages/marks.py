"""A text cut at the borders of its marks, so that a template can show them without building any HTML by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

AROUND = 160


@dataclass(frozen=True)
class Mark:
    """A span of a text: what kind it is, and a note for whoever points at it. `anchor` ties it to a margin note."""

    start: int
    end: int
    kind: str
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks, the widest first; `starts` are those that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    starts: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of its marks as CSS classes."""
        return " ".join(dict.fromkeys(f"m-{mark.kind}" for mark in self.marks))

    @property
    def notes(self) -> str:
        """What its marks say, for a tooltip."""
        return "; ".join(dict.fromkeys(mark.note for mark in self.marks if mark.note))


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The whole text in pieces, in order; marks may overlap, empty and foreign ones are passed over.

    >>> [p.text for p in pieces("Rebels reportedly left.", [Mark(7, 17, "hedge")])]
    ['Rebels ', 'reportedly', ' left.']
    """
    held = sorted((m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: (m.start, -m.end, m.kind))
    borders = sorted({0, len(text), *(m.start for m in held), *(m.end for m in held)})
    found, current = [], 0
    under: list[Mark] = []
    for start, end in pairwise(borders):
        under = [m for m in under if m.end > start]
        begun = []
        while current < len(held) and held[current].start == start:
            begun.append(held[current])
            current += 1
        under += begun
        found.append(Piece(text[start:end], tuple(under), tuple(begun)))
    return found


def excerpt(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The part of a text around its marks; a whole text if it is short."""
    if len(text) <= 4 * AROUND:
        return pieces(text, marks)
    first = min((m.start for m in marks), default=0)
    last = max((m.end for m in marks), default=0)
    start, end = _word_border(text, max(0, first - AROUND)), min(len(text), last + AROUND)
    moved = [Mark(m.start - start, m.end - start, m.kind, m.note, m.anchor) for m in marks]
    inner = pieces(text[start:end], moved)
    return [*([Piece("… ")] if start else []), *inner, *([Piece(" …")] if end < len(text) else [])]


def _word_border(text: str, start: int) -> int:
    return text.find(" ", start) + 1 if start else 0
