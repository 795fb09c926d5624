"""Places: a gazetteer with spellings and precision, and names found by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facets.calendar import Calendar
from rules.facets.names import name_key
from rules.facets.words import FacetWords
from rules.model import FacetMention, Record
from rules.rulebook import Rulebook

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_RUN = rf"(?!(?:The|A|An|In|On|At)\b){_CAPITALISED}(?:(?<!['’]s) (?:{_CAPITALISED}|de|al|el|of(?= {_CAPITALISED})))*"
_NAME = rf"{_CAPITALISED}(?: {_CAPITALISED})?"
_COMPOUND = re.compile(r"-[a-z]")


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
        words = rulebook.part(FacetWords)
        self._places = {p.name: p for p in rulebook.entries("en/places.yaml", Place)}
        self._by_key = {name_key(n): p for p in self._places.values() for n in (p.name, *p.aliases)}
        self._by_name = {n.lower(): p for p in self._places.values() for n in (p.name, *p.aliases)}
        calendar = rulebook.table("en/times.yaml", Calendar)
        self._prepositions, self._heads = words.place_prepositions, words.place_heads
        self._not_places = words.not_places.union(calendar.months, calendar.weekdays)
        self._precision = words.place_precision
        kinds = "|".join(sorted(self._precision, key=lambda w: (-len(w), w)))
        self._run = re.compile(rf"(?<![\w’'-])(?P<name>{_RUN})(?P<kind> (?:{kinds})\b)?")
        self._of_several = re.compile(rf"(?:(?:,| and| or) {_NAME}){{0,2}} (?P<kind>{kinds})s\b")
        self._several = re.compile(rf"(?P<kind>{kinds})s of (?:{_NAME}(?:,| and| or) ){{0,2}}$")

    def place(self, name: str) -> Place | None:
        """The listed place that `name` spells, by whatever transliteration."""
        return self._by_key.get(name_key(name))

    def canonical(self, name: str) -> str:
        """The gazetteer's name for a place, or the name as given."""
        found = self.place(name)
        return found.name if found else name

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
        for match in self._run.finditer(text):
            mention = self._mention(text, match)
            if mention is not None:
                yield mention

    def names_one(self, text: str) -> bool:
        """Whether `text` names any place."""
        return next(self.find(text), None) is not None

    def _mention(self, text: str, match: re.Match[str]) -> FacetMention | None:
        start, kind = match.start(), (match["kind"] or "").strip().lower()
        name, cut = _without_possessive(match["name"])
        listed = self._by_name.get(name.lower())
        before = text[max(0, start - 30) : start].lower().split()
        if listed is None and not kind and (cut or _COMPOUND.search(name)):
            return None
        if not (listed and (kind or not listed.may_act)) and not self._looks_like_place(name, kind, before):
            return None
        whole = kind or self._shared_kind(text, start, match.end())
        listed = (self.place(f"{name} {whole}") if whole else None) or listed or self.place(name)
        precision = self._precision.get(kind) or (listed.precision if listed else 1)
        if precision == 1 and before and before[-1] in {"near", "outside", "around"}:
            precision = 2
        value = listed.name if listed else name + (f" {kind}" if precision > 2 and kind else "")
        end = match.end() if kind else match.end() - cut
        return FacetMention(start=start, end=end, text=text[start:end], value=value, precision=precision)

    def _shared_kind(self, text: str, start: int, end: int) -> str:
        """The kind that several names share: "the Lorn and Varna regions", "the regions of Lorn and Varna"."""
        found = self._of_several.match(text, end) or self._several.search(text[max(0, start - 60) : start])
        return found["kind"].lower() if found else ""

    def _looks_like_place(self, name: str, kind: str, before: list[str]) -> bool:
        """Whether the words beside an unlisted name make it a place: "in X", "village of X", "the X district"."""
        if not self._not_places.isdisjoint(name.lower().split()):
            return False
        if kind:
            return True
        words = [w for w in before[-3:] if w not in {"the", "nearby", "then"}]
        if not words:
            return False
        if words[-1] == "of":
            return len(words) > 1 and words[-2] in self._heads
        return words[-1] in self._prepositions or words[-1] in self._precision


def _without_possessive(name: str) -> tuple[str, int]:
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending):
            return name[: -len(ending)], len(ending)
    return name, 0
