"""Figures of one event: does a number agree with another, bring it up to date, or conflict with it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt

from rules.facets import NumberReader
from rules.matching.words import Words
from rules.model import FacetMention, Record, Stance
from rules.provenance.nouns import HeadNouns
from rules.rulebook import Rulebook

_PERCENT = re.compile(r" ?%| per cent\b")
_SHARE = "%"
ROUND = 100  # from where on figures are given in round numbers
ROUGHLY = 0.2  # how far apart, of the larger, figures of which one is "about" may be


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
        self._words, self._nouns = rulebook.part(Words), rulebook.part(HeadNouns)
        self._people, self._numbers = self._stems(self._words.people), rulebook.part(NumberReader)
        self._groups = self._stems(self._words.groups)

    def comparable(self, a: Figure | None, b: Figure | None) -> bool:
        """Whether both count the same: by one noun, or people by whatever name.

        >>> figures, incidents = Figures(Rulebook()), Figure(value=9, counted="shooting incidents")
        >>> [figures.comparable(incidents, Figure(value=3, counted=c)) for c in ("incidents", "shooting victims")]
        [True, False]
        """
        if a is None or b is None:
            return False
        counted = self._noun(a), self._noun(b)
        return counted[0] == counted[1] != "" or self._people.issuperset(counted)

    def may_be_one(self, a: Figure, b: Figure) -> bool:
        """Whether both may count the same in one event: by one noun, or people, one of them called just that.

        Fewer dockers than people may be a part of these; more cannot.

        >>> figures, people = Figures(Rulebook()), Figure(value=80, counted="people")
        >>> [figures.may_be_one(Figure(value=value, counted="dockers"), people) for value in (30, 80, 500)]
        [False, True, True]
        """
        if self.comparable(a, b):
            return True
        whole = a if self._noun(a) in self._people else b
        part = b if whole is a else a
        all_people = self._noun(whole) in self._people and self._are_people(part)
        return all_people and (part.value > whole.value or self._agree(a, b))

    def _are_people(self, figure: Figure) -> bool:
        """Whether people are counted, by their trade ("dockers") or in general ("residents")."""
        words = [word for word in (figure.counted or "").lower().split() if word not in self._words.stop_words]
        return bool(words and self._nouns.names_people(words[-1])) or self._noun(figure) in self._people | self._groups

    def _noun(self, figure: Figure) -> str:
        """The stem of the noun that is counted: that for people, else the last; all shares are of one kind."""
        if self.is_share(figure):
            return _SHARE
        stems = [w.stem for w in self._words.split(figure.counted or "") if w.stem not in self._words.stop_words]
        return next((stem for stem in stems if stem in self._people), stems[-1] if stems else "")

    def is_share(self, figure: Figure) -> bool:
        """Whether it is a percentage or the like, which does not say of what."""
        return (figure.counted or "").lower().partition(" ")[0] in self._words.shares

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

    def nearness(self, a: Figure, b: Figure) -> float:
        """The square root of the lower figure's share of the higher; 1 where one allows for the other.

        >>> Figures(Rulebook()).nearness(Figure(value=25), Figure(value=100))
        0.5
        """
        low, high = sorted((abs(a.value), abs(b.value)))
        return 1.0 if self._agree(a, b) else sqrt(low / high)

    def _agree(self, a: Figure, b: Figure) -> bool:
        return self.between(a, b, (None, None)) is Stance.SUPPORTS

    def exclude(self, claim: str, said: str) -> bool:
        """Whether both texts count the same, and no figure of one agrees with one of the other, be it rounded.

        >>> figures = Figures(Rulebook())
        >>> [figures.exclude("Six ferries sank.", text) for text in ("Two ferries sank.", "At least two ferries sank.")]
        [True, False]
        """
        pairs = self._pairs(claim, said)
        conflicts = (self.between(a, b, (None, None)) is Stance.DENIES and not _rounded(a, b) for a, b in pairs)
        return bool(pairs) and all(conflicts)

    def agree(self, claim: str, said: str) -> bool:
        """Whether both texts count the same, and no figure of one differs from one of the other.

        >>> Figures(Rulebook()).agree("Prices rose to 5% of wages.", "Prices have risen to 5 per cent.")
        True
        """
        pairs = self._pairs(claim, said)
        return bool(pairs) and all(_same(a, b) for a, b in pairs)

    def _pairs(self, claim: str, said: str) -> list[tuple[Figure, Figure]]:
        return [(a, b) for a in self._of(claim) for b in self._of(said) if self.comparable(a, b)]

    def _of(self, text: str) -> list[Figure]:
        mentions = self._numbers.find(_PERCENT.sub(" percent", text))
        return [figure for mention in mentions if (figure := figure_of(mention))]

    def _stems(self, phrases: Sequence[str]) -> frozenset[str]:
        return frozenset(word.stem for phrase in phrases for word in self._words.split(phrase)
                         if word.stem not in self._words.stop_words)


def _same(a: Figure, b: Figure) -> bool:
    slack = ROUGHLY * max(a.value, b.value) if "about" in (a.qualifier, b.qualifier) else 0.0
    return abs(a.value - b.value) <= slack


def _rounded(a: Figure, b: Figure) -> bool:
    """Whether one figure is the other rounded to one or two digits, as headlines round hundreds."""
    low, high = sorted((a.value, b.value))
    return low >= ROUND and any(float(f"{x:.{n}g}") == y for x, y in ((low, high), (high, low)) for n in (1, 2))


def _allows(a: Figure, b: Figure) -> bool:
    return (a.qualifier == "at_least" and b.value >= a.value) or (a.qualifier == "at_most" and b.value <= a.value)
