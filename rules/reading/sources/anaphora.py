"""The words that stand for sources: pronouns and role nouns, and titles that tell "he" from "she"."""

from __future__ import annotations

import re

from rules.model import Record
from rules.provenance.bases import SIDE
from rules.provenance.shapes import NameShapes
from rules.reading.sources.seats import SeatTable
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

WORD = re.compile(r"[^\W_][\w’'&.-]*")
_OF = re.compile(r" (?:of|for|to|from) ")
_ASIDE = re.compile(r", (?:which|who|whose|seen|published|released)\b")
_LONGEST_ROLE = 4  # words: "the deputy police chief"
_OWNER = re.compile(r"^.*[’']s? ")
_EPITHET = re.compile(r"[Tt]he (?:\d+-year-old(?: \w+)?|[A-Z]\w+(?:an|ese|ish|ard|ch|[eo]n|i))(?: on [A-Z]\w*)?")
COUNTRY = SIDE
"""The basis of an identity that stands for a country or its government."""


class Anaphor(Record, frozen=True, kw_only=True):
    """Words of `en/anaphora.yaml` that stand for a source.

    `kind`: person, body, group or item. `generic` nouns say no more than their class ("group"); the others are looked
    for as words of a name ("legion"). Who spoke may be of one of the classes `also`. A `sole` one stands for the only
    body of its class, or of none, told of before; a `definite` one is an anaphor only behind such a word as "the".
    """

    words: tuple[str, ...]
    kind: str
    pronoun: bool = False
    generic: bool = False
    sole: bool = False
    definite: bool = False
    class_: str | None = None
    also: tuple[str, ...] = ()
    gender: str | None = None


class SourceTable(Record, frozen=True, kw_only=True):
    """`en/anaphora.yaml`: anaphors, words before a noun that do not make it a name, and words that join names.

    A noun with a `definite` word before it points at somebody, `members` at some of a group; `utterances` are what
    somebody says, `publications` what bodies publish in `editions`, `things` no bodies though they have names,
    `recordings` what is posted, `organs` what states have; `peers` are of the class of whoever has them as colleagues;
    `objects` are never whoever spoke last; what is done `together` each of two sides may tell. `speakers` speak for a
    body told of before, whoever is `owned` by one holds an office of it. `genders` are told by titles: "spokeswoman".
    """

    determiners: frozenset[str]
    levels: frozenset[str]
    definite: frozenset[str]
    members: frozenset[str]
    utterances: frozenset[str]
    earlier: frozenset[str]
    publications: frozenset[str]
    editions: frozenset[str]
    peers: frozenset[str]
    things: frozenset[str]
    recordings: frozenset[str]
    organs: tuple[str, ...]
    speakers: frozenset[str]
    owned: frozenset[str]
    conjunctions: frozenset[str]
    together: tuple[str, ...]
    objects: frozenset[str]
    courtesy: frozenset[str]
    genders: dict[str, frozenset[str]]
    anaphors: tuple[Anaphor, ...]


class SourceWords:
    """The rulebook's words that stand for sources."""

    def __init__(self, rulebook: Rulebook) -> None:
        table = rulebook.table("en/anaphora.yaml", SourceTable)
        self.seats, self.shapes = rulebook.table("en/seats.yaml", SeatTable), rulebook.part(NameShapes)
        self._determiners, self.definite, self._levels = table.determiners, table.definite, table.levels
        self._genders = {word: gender for gender, words in table.genders.items() for word in words}
        self.together = re.compile(
            rf"\W*(?:they|to)(?: (?:have|had|would|will))? (?:{any_of(table.together)})\b", re.IGNORECASE)
        self.objects, self.things, self.recordings = table.objects, table.things, table.recordings
        self._organs, self.courtesy = table.organs, table.courtesy
        self._members, self._utterances, self._earlier = table.members, table.utterances, table.earlier
        self._speakers, self._owned = table.speakers, table.owned
        self.publications, self.editions, self.peers = table.publications, table.editions, table.peers
        self.joining, self.conjunctions = table.determiners | table.conjunctions, table.conjunctions
        self._by_word = {word: anaphor for anaphor in table.anaphors for word in anaphor.words}

    def anaphor(self, text: str) -> tuple[str, Anaphor] | None:
        """The head of `text` and what it is, if it names nobody: "they", "the local governor", "one of the troops"."""
        words = [w.lower() for w in WORD.findall(_ASIDE.split(text)[0])]
        if len(words) == 2 and words[0] in self._by_word and words[1] in self._utterances:
            return words[0], self._by_word[words[0]]
        partitive = words[:2] == ["one", "of"] and words[-1:]
        content = partitive or [w for w in words if w not in self._determiners] or words[-1:]
        if len(content) == 2 and self._is_firm(text, content[1]):
            return content[1], self._by_word[content[1]]
        if len(content) != 1 or content[0] not in self._by_word:
            return None
        found = self._by_word[content[0]]
        return None if found.definite and words[0] not in self.definite else (content[0], found)

    def _is_firm(self, text: str, noun: str) -> bool:
        """Whether a firm is called by its trade: "the oil company", "the supermarket chain"."""
        the, _, rest = text.partition(" ")
        return noun in self._by_word and self._by_word[noun].sole and the.lower() in self.definite and rest.islower()

    def role(self, text: str) -> frozenset[str]:
        """The words of an office or calling by which `text` speaks of somebody: "the police chief"; else nothing."""
        words = text.replace("’", "'").split()
        found = self._by_word.get(words[-1]) if words[:1] and words[0].lower() == "the" else None
        person = found is not None and found.kind == "person" and not found.pronoun
        if not person or not 1 < len(words) <= _LONGEST_ROLE or not all(word.islower() for word in words[1:]):
            return frozenset()
        return frozenset(words[1:]) - self._levels or frozenset(words[-1:])

    def is_member(self, text: str) -> bool:
        """Whether `text` is a member of a group that it does not name: "one", "another, Ana Dovik"."""
        return text.split(",")[0].lower() in self._members

    def is_utterance(self, text: str) -> bool:
        """Whether `text` is an utterance, such as "the statement"."""
        first, *others = text.lower().split() or [""]
        if others[:1] and others[0] in self._earlier:
            first, others = "the", others[1:]
        item = self._by_word.get(others[0]) if len(others) == 1 and others[0] in self._utterances else None
        return first in self.definite and item is not None and item.kind == "item"

    def speaks_for_other(self, text: str) -> bool:
        """Whether `text` is a person whose organisation it does not name: "a spokesman", "its leader, Ana Dovik"."""
        said = WORD.findall(text.split(",")[0])
        words = [w.lower() for w in said]
        head = next((w for w in said if w.lower() not in self._determiners), None)
        alone = head in self._speakers and _OF.search(text) is None
        owned = not self._owned.isdisjoint({*words[:1], " ".join(words[:2]).replace("’", "'")})
        return bool(words) and (owned or alone)

    def is_peer(self, text: str) -> bool:
        """Whether `text` is a colleague of somebody named before: "his colleague Ana Dovik"."""
        words = [w.lower() for w in text.split()[:3]]
        return words[:1] != [] and words[0] in self._determiners and not self.peers.isdisjoint(words[1:])

    def is_organ(self, text: str) -> bool:
        """Whether a role is one of those that only states have: "ruling government", "naval command"."""
        return text.lower().endswith(self._organs)

    def is_epithet(self, text: str) -> bool:
        """Whether `text` calls somebody by age or nation only: "the 26-year-old", "the Austrian"."""
        return _EPITHET.fullmatch(text) is not None

    def points(self, text: str) -> bool:
        """Whether `text` refers to somebody without a name: "he", "the ministry"; but not "officials"."""
        found = self.anaphor(text)
        first, *others = text.split() or [""]
        small = bool(others) and all(word[0].islower() for word in others)
        return (found is not None and found[1].pronoun) or (first.lower() in self.definite and small)

    def kinds(self, text: str) -> list[str]:
        """The kinds of the role nouns and pronouns in `text`, in order."""
        return [found.kind for word in WORD.findall(text) if (found := self._by_word.get(word.lower()))]

    def own(self, text: str) -> str:
        """A source without its complement and apposition: "aides | to Ana Dovik", "Ana Dovik | , a baker"."""
        return _OF.split(text.partition(",")[0])[0]

    def gender(self, text: str) -> str | None:
        """Male or female by the titles of a name, not by those of whom it speaks for; None where they do not tell."""
        words = [w.lower().rstrip(".") for w in WORD.findall(_OWNER.sub("", _OF.split(text)[0]))]
        return next((self._genders[w] for w in words if w in self._genders), None)
