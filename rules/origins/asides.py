"""Hedges of a report that leave the claim alone: they concern another part of the text, or who is to blame.

"The mayor was arrested and may face charges" leaves no doubt about the arrest, and whoever blames a heater for the fire
takes the fire for granted. A hedge that is not clearly about something else counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from rules.matching import Clauses
from rules.model import Hedge, ReadReport, Record, Span, Stance
from rules.reading import Wording
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase, any_of

FILE = "en/asides.yaml"
_ACCUSATION, _HEARSAY = "accusation", "hearsay"
_REMEMBERED, _SHORT = 4096, 600  # short texts are worth remembering, as their hedges are
_NEAR = 20  # characters before a source in which a relative pronoun opens his clause
_MARK = r"[,;:()–—.!?](?=\s|$)"


class AsideWords(Record, frozen=True, kw_only=True):
    """`en/asides.yaml`."""

    begins: tuple[str, ...]
    categories: frozenset[str]
    behind: frozenset[str]
    points: frozenset[str]
    relative: str
    granted: tuple[Wording, ...]


class _Part(NamedTuple):
    """Where a part of a text begins, the word that opens it ends, and it ends itself; and whether the rest goes on."""

    start: int
    opened: int
    end: int
    aside: bool


class Asides:
    """Tells hedges of a report that leave a claim alone.

    >>> from rules.hedging import HedgeFinder
    >>> asides, text = Asides(Rulebook()), "The mayor was arrested and may face charges."
    >>> asides.bearing("The mayor was arrested.", text, HedgeFinder(Rulebook()).find(text))
    ()
    """

    def __init__(self, rulebook: Rulebook) -> None:
        data = rulebook.table(FILE, AsideWords)
        self._clauses, self._data = rulebook.part(Clauses), data
        self._bound = AnyCase(rf"{_MARK}|\b(?:{any_of(data.begins)})\b")
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._bound.found)
        self._telling = data.categories | {_ACCUSATION}
        self._relative = re.compile(data.relative, re.IGNORECASE)
        self._granted = [re.compile(entry.pattern, re.IGNORECASE) for entry in data.granted]

    def bearing(self, claim: str, text: str, hedges: tuple[Hedge, ...]) -> tuple[Hedge, ...]:
        """The hedges that bear on `claim`, of those of `text`."""
        telling = [hedge for hedge in hedges if hedge.category in self._telling]
        if not telling or not self._may_be_beside(telling, text):
            return hedges
        bounds = self._bound.spans(text)
        return tuple([hedge for hedge in hedges if not self._is_beside(claim, text, hedge, bounds)])

    def without(self, claim: str, text: str, reading: ReadReport, hedges: tuple[Hedge, ...]) -> ReadReport:
        """The reading without a source that speaks only of something else: "a fire that police fear was lit"."""
        if reading.stance is not Stance.SUPPORTS or not reading.chain or reading.verification:
            return reading
        start = reading.chain[-1].start
        if start is None:
            heard = tuple([hedge for hedge in hedges if hedge.category == _HEARSAY])
            beside = bool(heard) and not self.bearing(claim, text, heard)
            return msgspec.structs.replace(reading, chain=()) if beside else reading
        opened = self._relative.search(text, max(0, start - _NEAR), start)
        told = text[: opened.start()] if opened else ""
        if not told or not self._clauses.tells(claim, told) or self._adds(claim, text[start:], told):
            return reading
        return msgspec.structs.replace(reading, chain=(), cue=None, claim=Span(start=0, end=len(told), text=told))

    def _may_be_beside(self, hedges: Sequence[Hedge], text: str) -> bool:
        """Quick test whether some hedge can be beside the claim: it accuses, or a clause boundary stands before it."""
        until = max([hedge.end for hedge in hedges])
        found = self._remembered if until <= _SHORT else self._bound.found
        return found(text[:until]) or _ACCUSATION in [hedge.category for hedge in hedges]

    def _adds(self, claim: str, part: str, rest: str) -> bool:
        """Whether a part of a text has words of the claim that the rest of it lacks."""
        return not self._clauses.words(claim) & self._clauses.words(part) <= self._clauses.words(rest)

    def _is_beside(self, claim: str, text: str, hedge: Hedge, bounds: Sequence[tuple[int, int]]) -> bool:
        if hedge.category == _ACCUSATION and self._is_granted(claim, text, hedge):
            return True
        if hedge.category not in self._data.categories:
            return False
        part = _part(text, hedge, bounds)
        inside, rest = text[part.start : part.end], text[: part.start] + (text[part.end :] if part.aside else "")
        behind = text[hedge.end : part.end] if hedge.category in self._data.behind else inside
        if not rest.strip() or not self._clauses.words(behind) or self._points(text[part.opened : part.end]):
            return False
        return self._clauses.tells(claim, rest) and not self._adds(claim, inside, rest)

    def _points(self, inside: str) -> bool:
        """Whether a part refers to what was told before: "It may be a hoax"."""
        words = re.findall(r"\w+", inside.lower())[:2]
        return not self._data.points.isdisjoint(words)

    def _is_granted(self, claim: str, text: str, hedge: Hedge) -> bool:
        """Whether the hedge doubts only who is to blame, and the claim is the deed itself."""
        for pattern in self._granted:
            for found in pattern.finditer(text):
                if found.start() <= hedge.start and hedge.end <= found.end():
                    blamed = self._clauses.words(claim) & self._clauses.words(found["who"])
                    if not blamed and self._clauses.tells(claim, found["fact"]):
                        return True
        return False


def _part(text: str, hedge: Hedge, bounds: Sequence[tuple[int, int]]) -> _Part:
    """The part of a text in which a hedge stands: of "the mayor, who may flee, was arrested" that from "who"."""
    before = max((bound for bound in bounds if bound[0] <= hedge.start), default=None)
    after = next((start for start, _ in bounds if text[hedge.end : start].strip()), len(text))
    start, end = before or (0, 0)
    opened = before is not None and (start == 0 or text[:start].rstrip().endswith(","))
    return _Part(start, end, after, opened and text[after : after + 1] == ",")
