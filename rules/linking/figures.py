"""Figures of one event: does a number agree with another, bring it up to date, or conflict with it?"""

from __future__ import annotations

from collections.abc import Sequence

from rules.matching.words import Words
from rules.model import FacetMention, Record, Stance
from rules.rulebook import Rulebook

ROUGHLY = 0.2  # how far apart, of the larger, figures of which one is "about" may be


class LinkWords(Record, frozen=True, kw_only=True):
    """`en/linking.yaml`: words that begin background, that may stand between "not" and its verb, that mean people, that
    mean footage; and ends of clauses that refute.
    """

    background: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    people: tuple[str, ...]
    footage: frozenset[str]
    refutations: tuple[str, ...]


class Figure(Record, frozen=True, kw_only=True):
    """A number of a statement: its value, how exact it is ("about", "at_least", "at_most"), the noun that it counts."""

    value: float
    qualifier: str | None = None
    counted: str | None = None


def figure_of(mention: FacetMention | None) -> Figure | None:
    """The figure of a number facet; None where it is no count."""
    if mention is None or mention.value is None or mention.counted is None:
        return None
    try:
        return Figure(value=float(mention.value), qualifier=mention.qualifier, counted=mention.counted)
    except ValueError:
        return None


class Figures:
    """Compares figures: `rulebook.part(Figures).between(six, nine, later=True)` is `Stance.UPDATES`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(Words)
        self._people = self._stems(rulebook.table("en/linking.yaml", LinkWords).people)

    def comparable(self, a: Figure | None, b: Figure | None) -> bool:
        """Whether both count the same: by a word that they share, or people by whatever name."""
        if a is None or b is None:
            return False
        counted_a, counted_b = self._stems([a.counted or ""]), self._stems([b.counted or ""])
        return bool(counted_a & counted_b) or bool(counted_a & self._people and counted_b & self._people)

    def between(self, stated: Figure, other: Figure, published: Sequence[str | None]) -> Stance:
        """What `other` is to `stated`; `published` says when each was.

        A later and higher figure is an update, as tolls rise while they are counted, and so is an earlier and lower
        one; any other difference is a conflict.
        """
        if _same(stated, other):
            return Stance.SUPPORTS
        then, now = published
        if then and now and then != now and (now > then) == (other.value > stated.value):
            return Stance.UPDATES
        return Stance.SUPPORTS if _allows(stated, other) or _allows(other, stated) else Stance.DENIES

    def _stems(self, phrases: Sequence[str]) -> frozenset[str]:
        return frozenset(word.stem for phrase in phrases for word in self._words.split(phrase)
                         if word.stem not in self._words.stop_words)


def _same(a: Figure, b: Figure) -> bool:
    slack = ROUGHLY * max(a.value, b.value) if "about" in (a.qualifier, b.qualifier) else 0.0
    return abs(a.value - b.value) <= slack


def _allows(a: Figure, b: Figure) -> bool:
    return (a.qualifier == "at_least" and b.value >= a.value) or (a.qualifier == "at_most" and b.value <= a.value)
