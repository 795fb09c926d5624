"""Which names of a text are people's, and whether "he" or "she" can mean them: by first names and by "Mr" and "Ms"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set

import msgspec

from rules.model import Record, Span
from rules.provenance import Registry
from rules.provenance.making import is_unlisted
from rules.reading.sources.anaphora import WORD, SourceWords
from rules.reading.sources.names import Voice
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_CALLED = re.compile(r"\b([A-Z][\w’'-]{1,30})\.?(?: [A-Z]\.)* ([A-Z][\w’'-]+)")  # bounded: a text may be one word
_FULL = re.compile(r"\b([A-Z][a-z’'-]+)(?: [A-Z]\.)* [A-Z][\w’-]+\b(?! [A-Z])")
_ASKED_LAG = -2
_OF = frozenset({"of", "for", "by", "to", "from", "with", "and", "against"})
_JOINED = re.compile(r"[^,]*\w and (?:the )?[A-Z]")


class FirstNames(Record, frozen=True, kw_only=True):
    """`en/first_names.yaml`: names in small letters with a space between."""

    female: str
    male: str


class Genders:
    """The rulebook's first names and titles by the gender that they tell."""

    def __init__(self, rulebook: Rulebook) -> None:
        names = rulebook.table("en/first_names.yaml", FirstNames)
        self._words, self._registry = rulebook.part(SourceWords), rulebook.part(Registry)
        self._first = dict.fromkeys(names.female.split(), "female") | dict.fromkeys(names.male.split(), "male")
        words = rulebook.part(clause_words)
        self._asked = re.compile(rf"\b(?:{any_of(words.questions | words.interviews)}) (?=[A-Z])")

    def of(self, text: str, name: str) -> str | None:
        """The gender of whom a text calls so, of this name: by his title, else by his first name."""
        words = (WORD.findall(whole.partition(",")[0]) for whole in (name, text))
        first = (self._first.get(word.lower()) for whole in words for word in reversed(whole[:-1]))
        return self._words.gender(text) or next(filter(None, first), None)

    def is_surname(self, name: str, text: str) -> bool:
        """Whether somebody with this surname stands in a text with a first name or a title."""
        return any(last == name and (first.lower() in self._first or self._words.gender(first))
                   for first, last in _CALLED.findall(text))

    def people(self, text: str, names: Iterable[Voice]) -> People:
        """The people of a text that names these."""
        told: dict[str, set[str | None]] = {}
        for first, last in _CALLED.findall(text):
            if gender := self._first.get(first.lower()) or self._words.gender(first):
                told.setdefault(last, set()).add(gender)
        for words in (v.identity.name.split() for v in names if is_unlisted(v.identity)):
            if len(words) > 1 and words[-1] in told and words[0].lower() not in self._first:
                told[words[-1]].add(None)
        one = {last: genders.pop() if len(genders) == 1 else None for last, genders in told.items()}
        return People(self._registry, self._first, one, frozenset(m.end() for m in self._asked.finditer(text)))


class People:
    """The people of one text: `surnames` with the gender of all who bear one, or None where they differ.

    `asked` are the places of those whom somebody asks.
    """

    def __init__(
        self, registry: Registry, first: Mapping[str, str], surnames: Mapping[str, str | None], asked: Set[int]
    ) -> None:
        self._registry, self._first, self._surnames, self._asked = registry, first, surnames, asked

    def seen(self, voice: Voice) -> Voice:
        """The voice, as a person where its name is one's, with a gender where names or titles of the text tell one."""
        kind = self._kind(voice)
        gender = voice.gender
        if kind == "person" and gender is None:
            gender = self._surnames.get(voice.identity.name) or self._surnames.get(voice.text)
        lag = _ASKED_LAG if kind == "person" and voice.start in self._asked else voice.lag
        if (kind, gender, lag) == (voice.kind, voice.gender, voice.lag):
            return voice
        return msgspec.structs.replace(voice, kind=kind, gender=gender, lag=lag)

    def named(self, text: str) -> Iterator[Span]:
        """The full names in a text that begin with a known first name."""
        for match in _FULL.finditer(text):
            if match[1].lower() in self._first:
                yield Span(start=match.start(), end=match.end(), text=match[0])

    def knows(self, voice: Voice) -> bool:
        """Whether a name begins with a known first name or is asked: then "he" may mean it wherever it stands."""
        return voice.start in self._asked or voice.identity.name.partition(" ")[0].lower() in self._first

    def by_surname(self, voices: Iterable[Voice]) -> dict[str, Voice]:
        """The people among these by their surnames, but for those that several have."""
        full: dict[str, list[Voice]] = {}
        for voice in voices:
            name = voice.identity.name
            named = is_unlisted(voice.identity) or self._registry.is_person(name)
            if named and voice.kind == "person" and " " in name:
                full.setdefault(name.rpartition(" ")[2], []).append(voice)
        return {last: who[-1] for last, who in full.items() if len({v.identity.id for v in who}) == 1}

    def again(self, by_surname: Mapping[str, Voice], text: str) -> Iterator[Voice]:
        """These people wherever `text` calls them by the surname alone."""
        names = "|".join(map(re.escape, by_surname)) or "(?!)"
        for match in re.finditer(rf"(?<!\w )\b(?:{names})\b", text):
            span = {"start": match.start(), "end": match.end(), "text": match[0]}
            yield self.seen(msgspec.structs.replace(by_surname[match[0]], speaks=False, lag=0, **span))

    def _kind(self, voice: Voice) -> str:
        identity, text = voice.identity, voice.text
        if voice.kind == "item" or not identity.named:
            return voice.kind
        if self._registry.is_person(text) or self._ends_in_name(text):
            return "person"
        if not is_unlisted(identity):
            return voice.kind
        if _JOINED.match(text) and not voice.apposed:  # "Lorn and Bala's governor, Ana Dovik"
            return "group" if voice.kind == "person" else voice.kind
        first, _, last = identity.name.partition(" ")
        one = first.lower() in self._first if last else first in self._surnames
        return "person" if one else voice.kind

    def _ends_in_name(self, text: str) -> bool:
        """Whether a source ends in a full name that is not what it is of: "head of the Lorn District Ana Dovik"."""
        name = next((m for m in _FULL.finditer(text) if m.end() == len(text)), None)
        before = text[: name.start()].lower().split() if name else []
        return name is not None and name[1].lower() in self._first and _OF.isdisjoint(before[-1:])
