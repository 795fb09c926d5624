"""Names that no gazetteer lists: which of them are places, by the words beside them anywhere in a text.

A name has one sense in one text (Gale, Church and Yarowsky, 1992): what stands once after "in the village of" is a
place wherever it stands. Each time a name stands by itself after a word of place is a vote that it is one, each time
that it stands as people do, with a title, a first name or a say, is a vote that it is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rules.facets.calendar import Calendar
from rules.facets.names import name_key
from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

FILE = "en/place_words.yaml"
REACH = 40
"""How many characters before and after a name are looked at."""
ACRONYM = 5
"""Names in capitals of so few letters are those of bodies."""
FUZZY = 5
"""UCDP precision of what is no more certain than "the X border": X is a people rather than a place."""
_BESIDE = re.compile(r"\s*([^\W_][\w’'-]*|\S)?")
_APPOSITION = re.compile(r", (?:an?|the) (?:([a-z-]+) )?([a-z]+)\b")


class PlaceWords(Record, frozen=True, kw_only=True):
    """`en/place_words.yaml`, all in lower case; the comments there say what each list is for."""

    prepositions: frozenset[str]
    around: frozenset[str]
    heads: frozenset[str]
    sure_prepositions: frozenset[str]
    sure_heads: frozenset[str]
    sites: frozenset[str]
    settlements: frozenset[str]
    fillers: frozenset[str]
    after: frozenset[str]
    titles: frozenset[str]
    not_places: frozenset[str]
    precision: dict[str, int]


class Name(NamedTuple):
    """A capitalised run: where it stands, and the word for a kind of place right after it, if any ("district")."""

    start: int
    end: int
    text: str
    kind: str


class Toponyms:
    """Tells which names of a text are places, by the votes of all their occurrences."""

    def __init__(self, rulebook: Rulebook) -> None:
        calendar = rulebook.table("en/times.yaml", Calendar)
        self._words, self._verbs = rulebook.table(FILE, PlaceWords), rulebook.part(ReportingVerbs)
        self._never = self._words.not_places.union(calendar.months, calendar.weekdays)
        self._leading = self._words.sure_prepositions | self._words.settlements
        self._certain = {kind for kind, precision in self._words.precision.items() if precision < FUZZY}
        self._after = self._words.after.union(calendar.weekdays, calendar.days)

    def of(self, text: str, names: Sequence[Name]) -> frozenset[str]:
        """The keys of the names that are places in this text."""
        lying = {name for name in names if self._lies(text, name) and not self._is_other(name.text)}
        if not lying:
            return frozenset()
        key = {spelt: name_key(spelt) for spelt in {name.text for name in names}}
        votes = Counter(key[name.text] for name in lying)
        alone = {key[spelt] for spelt in key if " " not in spelt}
        for name in names:
            whole = key[name.text]
            first, _, family = whole.partition(" ")
            if not name.kind and (family in alone or name.text.lower().split()[0] in self._words.titles):
                votes.subtract((whole, first, family))
            if whole in votes and name not in lying and self._acts(text, name):
                votes[whole] -= 1
        return frozenset(spelt for spelt, sum_ in votes.items() if sum_ > 0)

    def _lies(self, text: str, name: Name) -> bool:
        """Whether it is "the X district", or stands alone after a word of place: not "in X voters", "in X's words"."""
        if name.kind:
            return name.kind in self._certain
        if not self._led(text[max(0, name.start - REACH) : name.start].lower().split()):
            return self._is_called_one(text, name)
        beside = _beside(text, name)
        if beside in {"&", "-", "'", "’"}:
            return False
        return not beside[:1].isalpha() or beside in self._after or beside.endswith("ed")  # "a blast in Orrin killed"

    def _led(self, before: Sequence[str]) -> bool:
        where = [word for word in before[-3:] if word not in self._words.fillers] or [""]
        if where[-1] in ("of", "at") and where[-2:-1]:
            return where[-2] in (self._words.sure_heads if where[-1] == "of" else self._words.sites)
        return where[-1] in self._leading

    def _is_called_one(self, text: str, name: Name) -> bool:
        """Whether it is called a settlement: "X, a border town"."""
        called = _APPOSITION.match(text, name.end) if text.startswith(", ", name.end) else None
        return called is not None and not self._words.settlements.isdisjoint(called.groups())

    def _is_other(self, name: str) -> bool:
        """Whether its words tell that it is a body, a month or a person with a title, or its capitals a body."""
        words = name.lower().split()
        titled = words[0] in self._words.titles or not self._never.isdisjoint(words)
        return titled or (name.isupper() and len(name) <= ACRONYM)

    def _acts(self, text: str, name: Name) -> bool:
        """Whether it has a title, or says something; "did not mention X" has no speaker behind it."""
        before = text[max(0, name.start - REACH) : name.start].lower().split()[-1:] or [""]
        inverted = self._verbs.of(before[0])
        says = self._verbs.of(_beside(text, name)) or (inverted and inverted.lemma != before[0])
        return bool(says) or before[0].rstrip(".") in self._words.titles


def _beside(text: str, name: Name) -> str:
    """The word or mark after a name, in lower case."""
    found = _BESIDE.match(text, name.end)
    return (found[1] or "").lower() if found else ""
