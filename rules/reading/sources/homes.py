"""Whose an official is whom a text names without his country: of a body told of before, of a place, of its state."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

import msgspec

from rules.facets.places import Gazetteer
from rules.model import Link, Record
from rules.provenance import Identity, Mention, Registry
from rules.provenance.classes import OFFICIAL, STATE_MEDIA
from rules.provenance.making import is_unlisted, unnamed_id
from rules.reading.sources.names import Voice
from rules.reading.syntax.extents import Extents
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_WORD = re.compile(r"[\w’'.-]+")
_HOUSE = 3  # votes of the country of whoever publishes
_MANY = 2
_NEAR = 300  # characters between those of one paragraph who speak for one body
_OFFICE = re.compile(r"(?:[\w-]+ )*([A-Z][\w-]+)['’]s? office")
_NATION = re.compile(r"\b[A-Z]\w+(?:an|ese|ish|li|ni|[ck]h|ai)s?\b")


class HomeWords(Record, frozen=True, kw_only=True):
    """`en/homes.yaml`."""

    organs: tuple[str, ...]
    armies: tuple[str, ...]
    local: frozenset[str]
    foreign: frozenset[str]
    either: frozenset[str]
    places: tuple[str, ...]


class Homes:
    """Finds the homes of the officials of texts."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.words = rulebook.table("en/homes.yaml", HomeWords)
        self.registry, self.gazetteer = rulebook.part(Registry), rulebook.part(Gazetteer)
        self.places = re.compile("|".join(self.words.places))

    def of(self, text: str, mentions: Sequence[Mention], publisher: Link | None) -> Home:
        """The homes of the officials of a text that mentions these, whoever publishes it."""
        return Home(self, text, mentions, publisher)


class Home:
    """Whose the officials of one text are; nothing is looked for where no two sides of it are opposed."""

    def __init__(self, homes: Homes, text: str, mentions: Sequence[Mention], publisher: Link | None) -> None:
        self._homes, self._registry, self._text = homes, homes.registry, text
        self._mentions, self._publisher = mentions, publisher
        self._known: dict[str, str | None] = {}
        self._by_surname: dict[str, str | None] = {}
        self._bodies: dict[str, dict[str, int]] = {}

    def sided(self, voice: Voice, last: Voice | None) -> Voice:
        """The voice with the side of its country, if it is an official's of none that the text tells.

        `last` spoke before it.
        """
        identity = voice.identity
        if identity.side or not self._may_be_of_any(voice):
            return voice
        if identity.named:
            side = self._known[identity.id] = self._known.get(identity.id) or self._side(voice, last)
            self._by_surname[identity.name.rpartition(" ")[2]] = side
        else:
            side = self._side(voice, last)
        return msgspec.structs.replace(voice, identity=_of(identity, side)) if side else voice

    @cached_property
    def _told(self) -> list[str]:
        """The sides that the text names, as often as it does: "Mali's army", "Malian drones"."""
        named = [m.identity.side for m in self._mentions if m.identity.side]
        known = Extents(m for m in self._mentions if m.identity.side)
        others = (m[0] for m in _NATION.finditer(self._text) if not known.covers(m.start()))
        return named + [side for word in others if (side := self._registry.identify(f"{word} officials").side)]

    def _may_be_of_any(self, voice: Voice) -> bool:
        identity = voice.identity
        if identity.class_ not in {OFFICIAL, STATE_MEDIA} or (identity.named and not is_unlisted(identity)):
            return False
        words = {word.lower() for word in _WORD.findall(voice.text)}
        called = [w for w in _WORD.findall(voice.text) if w not in identity.name] if identity.named else []
        strange = _NATION.search(" ".join(called)) if identity.named else any(c.isupper() for c in voice.text[1:])
        return bool(self._told) and not (strange or words & self._homes.words.foreign)

    def _side(self, voice: Voice, last: Voice | None) -> str | None:
        words = {word.lower() for word in _WORD.findall(voice.text)}
        local = self._place(voice.start) if words & self._homes.words.local else None
        near = self._owner(voice) or self._namesake(voice) or self._colleague(voice, last)
        either = words & self._homes.words.either
        side = near or (None if either else local or self._state)
        opposed = any(self._registry.opposed(side, other) for other in set(self._told))
        return side if opposed else None

    def _colleague(self, voice: Voice, last: Voice | None) -> str | None:
        """The side of the officials who spoke just before "the commander, Ana Dovik"."""
        person = voice.text[:4].lower() in {"the ", "its "} and self._organ(voice) is None
        official = person and last is not None and last.identity.class_ == OFFICIAL
        if last is None or not official or last.identity.id == voice.identity.id:
            return None
        between = self._text[last.end : voice.start] if last.end < voice.start else "\n"
        return last.identity.side if len(between) < _NEAR and "\n" not in between else None

    def _owner(self, voice: Voice) -> str | None:
        """The side of somebody whose office speaks: "Dovik's office"."""
        owned = _OFFICE.match(voice.text)
        return self._by_surname.get(owned[1]) if owned else None

    def _namesake(self, voice: Voice) -> str | None:
        """The side of the only body of a name that the text told of before: "the army's spokesman"."""
        organ = self._organ(voice)
        if organ is None:
            return None
        if organ not in self._bodies:
            self._bodies[organ] = self._first_of_sides(organ)
        before = [side for side, end in self._bodies[organ].items() if end <= voice.start]
        return before[0] if len(before) == 1 else None

    def _first_of_sides(self, organ: str) -> dict[str, int]:
        """The sides that have such a body in the text, and where the first of each is named."""
        armies = self._homes.words.armies
        same = re.compile(rf"\b(?:{any_of(armies if organ in armies else (organ,))})\b", re.IGNORECASE)
        found: dict[str, int] = {}
        for mention in self._mentions:
            side = mention.identity.side if mention.identity.class_ == OFFICIAL else None
            if side and side not in found and same.search(self._text, mention.start, mention.end):
                found[side] = mention.end
        return found

    def _organ(self, voice: Voice) -> str | None:
        """The body of a state that a voice names: "army" of "the army's spokesman"."""
        text = voice.text.lower()
        return next((organ for organ in self._homes.words.organs if re.search(rf"\b{organ}\b", text)), None)

    def _place(self, position: int) -> str | None:
        """The side that governs the part of a country that is told of last before a position."""
        before = bisect_left(self._located, position, key=itemgetter(0))
        return self._located[before - 1][1] if before else None

    @cached_property
    def _located(self) -> list[tuple[int, str | None]]:
        return sorted(self._places(), key=itemgetter(0))

    def _places(self) -> Iterator[tuple[int, str | None]]:
        for found in self._homes.places.finditer(self._text):
            country = found["country"] or found["in"]
            told = f"officials in {country}" if country else f"{found['adjective']} officials"
            if side := self._registry.identify(told).side:
                yield found.start(), side
        for mention in self._homes.gazetteer.find(self._text):
            place = self._homes.gazetteer.place(mention.value or mention.text)
            if place is not None and not place.may_act:
                yield mention.start, self._registry.governing(place.name)

    @cached_property
    def _state(self) -> str | None:
        """The one state that the text is about."""
        votes = Counter(state for side in self._told if (state := self._registry.state(side)))
        house = self._house
        told = votes.copy()
        if house:
            votes[house] += _HOUSE
        best, count = votes.most_common(1)[0] if votes else (None, 0)
        rivals = [s for s in told if self._registry.opposed(best, s) and told[s] >= _MANY]
        clear = count >= _MANY and 2 * count > votes.total()
        return best if clear and (best == house or not rivals) else None

    @cached_property
    def _house(self) -> str | None:
        """The state of whoever publishes the text, by its side or by a place in its name."""
        if self._publisher is None:
            return None
        if self._publisher.side:
            return self._registry.state(self._publisher.side)
        there = (self._registry.identify(f"officials in {word}").side for word in _WORD.findall(self._publisher.name))
        return next(filter(None, there), None)


def _of(identity: Identity, side: str) -> Identity:
    """The identity on a side; nobody in particular of one side is another than of another."""
    id_ = identity.id if identity.named else unnamed_id(identity.class_, side)
    return msgspec.structs.replace(identity, id=id_, side=side)
