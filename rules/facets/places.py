"""Places: a gazetteer with spellings and precision, and the names that a text tells to be places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facets.names import name_key
from rules.facets.toponyms import FILE, Name, PlaceWords, Toponyms
from rules.facets.words import FacetWords
from rules.model import FacetMention, Record
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_RUN = rf"{_CAPITALISED}(?:(?<!['’]s) (?:{_CAPITALISED}|de|al|el|of(?= {_CAPITALISED})))*"
_NAME = rf"{_CAPITALISED}(?: {_CAPITALISED})?"


class Place(Record, frozen=True, kw_only=True):
    """A place of the gazetteer: its name here, other spellings, UCDP precision, what it lies in."""

    name: str
    aliases: tuple[str, ...] = ()
    precision: int = 1
    within: str | None = None
    capital: bool = False

    @property
    def may_act(self) -> bool:
        """Whether the name may stand for a government: "Moscow said"."""
        return self.capital or self.precision == 6


class Gazetteer:
    """Places by any spelling; `find` also sees names that are not listed, by preposition or head noun.

    >>> [m.value for m in Gazetteer(Rulebook()).find("The group entered Tyotkino from Ukraine.")]
    ['Tetkino', 'Ukraine']
    """

    def __init__(self, rulebook: Rulebook) -> None:
        words, facet_words = rulebook.table(FILE, PlaceWords), rulebook.part(FacetWords)
        self._places = {p.name: p for p in rulebook.entries("en/places.yaml", Place)}
        self._by_key = {name_key(n): p for p in self._places.values() for n in (p.name, *p.aliases)}
        self._by_name = {n.lower(): p for p in self._places.values() for n in (p.name, *p.aliases)}
        self._toponyms = rulebook.part(Toponyms)
        self._prepositions, self._heads, self._fillers = words.prepositions, words.heads, words.fillers
        self._precision, self._around = words.precision, words.around
        kinds = any_of(self._precision)
        openers = _capitalised(facet_words.openers | words.sure_prepositions)
        first = rf"(?!(?:{openers})\b|(?:{_capitalised(words.sure_heads)}) of\b)"
        self._run = re.compile(rf"(?=[A-ZÀ-ÖØ-Þ])(?<![\w’'-])(?P<name>{first}{_RUN})(?P<kind> (?:{kinds})\b)?")
        self._of_several = re.compile(rf"(?:(?:,| and| or) {_NAME}){{0,2}} (?P<kind>{kinds})s\b")
        self._several = re.compile(rf"(?P<kind>{kinds})s of (?:{_NAME}(?:,| and| or) ){{0,2}}$")

    def place(self, name: str) -> Place | None:
        """The listed place that `name` spells, by whatever transliteration."""
        return self._by_key.get(name_key(name))

    def within(self, name: str) -> tuple[str, ...]:
        """What a place lies in, from near to far: `within("Kozinka") == ("Belgorod region", "Russia")`."""
        chain: list[str] = []
        place = self.place(name)
        while place is not None and place.within is not None and place.within not in chain:
            chain.append(place.within)
            place = self._places.get(place.within)
        return tuple(chain)

    def find(self, text: str) -> Iterator[FacetMention]:
        """Every place that `text` names, from left to right."""
        found = [(match, _name(match)) for match in self._run.finditer(text)]
        unlisted = self._toponyms.of(text, [name for _, name in found if name.text.lower() not in self._by_name])
        yield from (mention for match, name in found if (mention := self._mention(text, match, name, unlisted)))

    def names_one(self, text: str) -> bool:
        """Whether `text` names any place; listed ones are looked for first, as that takes least."""
        names = [_name(match) for match in self._run.finditer(text)]
        listed = ((self._by_name.get(name.text.lower()), name) for name in names)
        return any(place and self._means(place, text, name) for place, name in listed) or bool(
            self._toponyms.of(text, [name for name in names if name.text.lower() not in self._by_name]))

    def _mention(
        self, text: str, match: re.Match[str], name: Name, unlisted: frozenset[str]
    ) -> FacetMention | None:
        listed = self._by_name.get(name.text.lower())
        if not (self._means(listed, text, name) if listed else name_key(name.text) in unlisted):
            return None
        whole = name.kind or self._shared_kind(text, name.start, match.end())
        listed = (self.place(f"{name.text} {whole}") if whole else None) or listed or self.place(name.text)
        precision = self._precision.get(name.kind) or (listed.precision if listed else 1)
        before = text[max(0, name.start - 30) : name.start].lower().split()
        if precision == 1 and before and before[-1] in self._around:
            precision = 2
        value = listed.name if listed else name.text + (f" {name.kind}" if precision > 2 and name.kind else "")
        end = match.end() if name.kind else name.end
        return FacetMention(
            start=name.start, end=end, text=text[name.start : end], value=value, precision=precision)

    def _shared_kind(self, text: str, start: int, end: int) -> str:
        """The kind that several names share: "the Lorn and Varna regions", "the regions of Lorn and Varna"."""
        found = self._of_several.match(text, end) or self._several.search(text[max(0, start - 60) : start])
        return found["kind"].lower() if found else ""

    def _means(self, listed: Place, text: str, name: Name) -> bool:
        """Whether a listed name means the place: that of a country or a capital does so only after a word of place."""
        if name.kind or not listed.may_act:
            return True
        before = text[max(0, name.start - 30) : name.start].lower().split()
        words = [w for w in before[-3:] if w != "the" and w not in self._fillers] or [""]
        if words[-1] == "of":
            return len(words) > 1 and words[-2] in self._heads
        return words[-1] in self._prepositions or words[-1] in self._precision


def _name(match: re.Match[str]) -> Name:
    """The name of a run, without a possessive ending."""
    name, cut = _without_possessive(match["name"])
    start = match.start()
    return Name(start, start + len(name), name, "" if cut else (match["kind"] or "").strip().lower())


def _capitalised(words: frozenset[str]) -> str:
    """The words as they begin a sentence, as alternatives of a pattern."""
    return any_of(word.capitalize() for word in words)


def _without_possessive(name: str) -> tuple[str, int]:
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending):
            return name[: -len(ending)], len(ending)
    return name, 0
