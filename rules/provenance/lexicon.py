"""Every phrase that says something about a source, compiled into one table and one automaton.

A phrase may say several things at once: "Gaza" is a place and a side, "Kyiv" a capital that stands for a government.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from rules.model import Record
from rules.provenance.names import NameKeys, Token
from rules.provenance.nouns import HeadNouns
from rules.provenance.phrases import PhraseFinder
from rules.provenance.records import Organisation, Title
from rules.provenance.tables import GRAMMAR_FIELDS, Tables
from rules.rulebook import Rulebook
from rules.text.folding import fold

TOLD = "relatives"
ACRONYM = 2
"""How a word that is written all in capitals must be written, in `Word.capitals`."""
_TELLING = 5
"""Letters of a surname's key from which spellings that share it are taken for one: not "Len" for "Leyen"."""


class Word(Record, frozen=True, kw_only=True):
    """What a phrase means; `actor` marks a side named as one that acts ("Kyiv"), not an adjective.

    `grammar` is the phrase's field in `Grammar` ("parts", "ties_after"); with it a title is but what is told of
    somebody. `capitals` says for each word of the phrase how it must be written: 0 in any way, 1 with a capital, 2 all
    in capitals; `spelled` is the one spelling of a side, or of a surname so short that others have its key.
    """

    organisation: Organisation | None = None
    person: bool = False
    side: str | None = None
    actor: bool = False
    place: str | None = None
    title: Title | None = None
    grammar: str | None = None
    capitals: tuple[int, ...] = ()
    spelled: str = ""


class Phrase(NamedTuple):
    """A word of the lexicon found among tokens `first` up to, not including, `last`."""

    first: int
    last: int
    word: Word


class Lexicon:
    """The phrases of the rulebook. Raises RulebookError where two organisations claim one name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self.keys = rulebook.part(NameKeys)
        self.tables = rulebook.part(Tables)
        self.words: dict[str, tuple[Word, ...]] = {}
        self._add_grammar_and_titles()
        self._add_sides_and_places()
        self._add_organisations()
        self._finder = PhraseFinder(self.words)
        self.nouns = rulebook.part(HeadNouns)
        self.tails = {word: title for title in self.tables.titles.values() for word in title.names}
        self.openings = {word: title for title in self.tables.titles.values() for word in title.opens}

    def find(self, tokens: Sequence[Token], strict: bool = True) -> list[Phrase]:
        """Phrases among the tokens, leftmost first and longest first; with `strict`, capitals must fit."""

        def meaning(first: int, last: int, words: tuple[Word, ...]) -> Word | None:
            prefix = tokens[last - 1].hyphen  # a title before a hyphen is none: "post-debate"
            meant = [w for w in words if not (prefix and w.title and not w.title.breaks)]
            fitting = [w for w in meant if not _unfit(w, tokens[first:last])] or ([] if strict else meant)
            return _merged(fitting) if fitting else None

        return [Phrase(first, last, word) for first, last, word in self._finder.choose(tokens, meaning)]

    def _add_grammar_and_titles(self) -> None:
        for field in GRAMMAR_FIELDS:
            for text in getattr(self.tables.grammar, field):
                self._add(text, Word(grammar=field))
        for title in self.tables.titles.values():
            for text in title.words:
                self._add(text, Word(title=title))
            for text in title.told:
                self._add(text, Word(title=title, grammar=TOLD))
        plurals = {f"{text}s": title for title in self.tables.titles.values() for text in title.words if " " in text}
        for text, title in plurals.items():
            if self.keys.of(text) not in self.words and text[-2].isalpha() and text[-2] != "s":
                self._add(text, Word(title=title))

    def _add_sides_and_places(self) -> None:
        for side in self.tables.sides.values():
            for text in (side.name, *side.aliases):
                self._add(text, Word(side=side.id, actor=True, spelled=_alone(text)))
            for text in side.adjectives:
                self._add(text, Word(side=side.id, spelled=_alone(text)))
        for place in self.tables.places.values():
            for text in (place.name, *place.aliases):
                self._add(text, Word(place=place.name, spelled=_alone(text) if place.may_act else ""))

    def _add_organisations(self) -> None:
        for organisation in self.tables.organisations.values():
            for text in (organisation.name, *organisation.aliases):
                self._add(text, Word(organisation=organisation))
            for text in (*organisation.people, *organisation.in_full):
                self._add(text, Word(organisation=organisation, person=True))
        self._add_surnames()

    def _add_surnames(self) -> None:
        """A surname alone stands for its person where no one else in the rulebook bears it."""
        owners: dict[str, set[str]] = {}
        people = [(o, name.split()) for o in self.tables.organisations.values() for name in o.people]
        for organisation, parts in people:
            owners.setdefault(self.keys.of(parts[-1]), set()).add(organisation.id)
        for organisation, parts in people:
            key = self.keys.of(parts[-1])
            if len(parts) > 1 and len(owners[key]) == 1 and key not in self.words:
                spelled = parts[-1].lower() if len(key) < _TELLING else ""
                self._add(parts[-1], Word(organisation=organisation, person=True, spelled=spelled))

    def _add(self, text: str, word: Word) -> None:
        key = self.keys.of(text)
        if not key:
            entry = word.organisation or word.title
            where, whose = (entry.id, f" of “{entry.id}”") if entry else (text, "")
            raise self._rulebook.blame(_file(word), where, f"“{text}”{whose} has no word in it")
        word = msgspec.structs.replace(word, capitals=_capitals(text))
        known = self.words.get(key, ())
        for other in known:
            self._refuse_double(text, word, other)
        if word not in known:
            self.words[key] = (*known, word)

    def _refuse_double(self, text: str, word: Word, other: Word) -> None:
        pairs = [(getattr(other, field), getattr(word, field)) for field in ("organisation", "title", "side")]
        if not any(word.capitals):  # "police", "the"; "NV" is an outlet besides what companies add to their names
            pairs.append((other.title or other.grammar, word.organisation))
        for one, two in pairs:
            if one and two and one != two and word.capitals == other.capitals:  # "Rep Dovik", "her rep"
                names = [getattr(entry, "id", entry) for entry in (one, two)]
                problem = f"“{text}” stands for both “{names[0]}” and “{names[1]}”"
                raise self._rulebook.blame(_file(word), text, problem)


def _alone(text: str) -> str:
    """The spelling of a side or country that is one word: Cameron, who has the key of Cameroon, is no country."""
    return "" if " " in text or "-" in text else _spelling(text)


def _spelling(word: str) -> str:
    return fold(word).text.replace(".", "")


def _file(word: Word) -> str:
    """Where the entry of a word is written."""
    if word.organisation:
        return "registry/*.yaml"
    if word.side:
        return "sides.yaml"
    return "en/titles.yaml" if word.title else "en/places.yaml" if word.place else "en/name_grammar.yaml"


def _capitals(text: str) -> tuple[int, ...]:
    words = [w for w in text.replace("-", " ").split() if any(c.isalnum() for c in w)]
    short = len(words) == 1 and text.isupper() and len(text) <= 3
    return (ACRONYM,) if short else tuple(int(w[0].isupper()) for w in words)


def _unfit(word: Word, tokens: Sequence[Token]) -> bool:
    """Whether a capital or the one spelling that the phrase needs is missing."""
    if word.spelled and word.spelled != _spelling(tokens[0].text):
        return True
    for need, token in zip(word.capitals, tokens, strict=False):
        if need and not (token.text.isupper() if need == ACRONYM else not token.text[0].islower()):
            return True
    return False


def _merged(words: Sequence[Word]) -> Word:
    if len(words) == 1:
        return words[0]
    first = {f: next((v for w in words if (v := getattr(w, f))), None) for f in Word.__struct_fields__}
    return Word(**{f: v for f, v in first.items() if v})
