"""Does a clause give another value for what can have one only? "Born in Orvik" beside "born in Lorn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from rules.facets import Gazetteer, name_key
from rules.matching.clauses import Clauses
from rules.matching.vectors import WordVectors
from rules.matching.words import Words
from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.patterns import any_of, filled

FILE, AGENTS = "en/slots.yaml", "en/agents.yaml"
ANIMAL = "animal"
_KIN = 0.3  # cosine from which two words may be two names of one thing
_STEM = 4  # letters with which two spellings of one name begin alike
_NAME = r"(?<![\w’'-])(?-i:[A-Z])[\w’'-]{0,30}(?: (?-i:[A-Z])[\w’'-]{0,30}){0,4}"  # bounded: texts may be hostile


class Slot(Record, frozen=True, kw_only=True):
    """A wording with a `value`, which may stand in another order, and pairs of texts that differ in it (`hits`) or do
    not (`misses`); `kinds`: only values of different kinds do.
    """

    id: str
    pattern: str
    turned: str | None = None
    kinds: bool = False
    hits: tuple[tuple[str, str], ...]
    misses: tuple[tuple[str, str], ...]


class Slots:
    """Compares a claim with the clauses of what a report says.

    >>> slots = Slots(Rulebook())
    >>> slots.other("Omar Dahl was born in Lorn.", "Dahl was born in Orvik to parents from Lorn, police said.")
    'born in Orvik'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._clauses = rulebook.part(Words), rulebook.part(Clauses)
        self._vectors, self._gazetteer = rulebook.part(WordVectors), rulebook.part(Gazetteer)
        word = rf"(?!(?:{any_of(self._words.stop_words)})\b)[^\W_][\w’'-]{{0,30}}"
        parts = {"{name}": _NAME, "{words}": rf"(?:(?:an?|the|his|her|its|their|some) )?{word}(?: {word}){{0,3}}"}
        self._slots = [(slot.kinds, [re.compile(filled(pattern, parts), re.IGNORECASE)
                                     for pattern in (slot.pattern, slot.turned) if pattern])
                       for slot in rulebook.entries(FILE, Slot)]  # fmt: skip
        kinds = rulebook.table(AGENTS, dict[str, tuple[str, ...]])
        self._kinds = {word: kind for kind, words in kinds.items() for word in words}

    def other(self, claim: str, said: str) -> str | None:
        """The words by which `said` gives another value than the claim; None where it does not."""
        for kinds, patterns in self._slots:
            mine = next(self._found(patterns, claim), None)
            theirs = list(self._found(patterns, said)) if mine else ()
            if mine and theirs and all(self._differ(mine, match, kinds) for match in theirs):
                for clause in self._clauses.split(said):
                    match = next(self._found(patterns, clause), None)
                    if match and self._else_alike(claim, mine, match):
                        return match[0]
        return None

    def _found(self, patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
        return (match for pattern in patterns for match in pattern.finditer(text))

    def _else_alike(self, claim: str, mine: re.Match[str], match: re.Match[str]) -> bool:
        stems = [word.stem for word in self._words.split(mine["value"])]
        rest = match.string[: match.start("value")] + match.string[match.end("value") :]
        return self._clauses.tells(claim, rest, stems)

    def _differ(self, mine: re.Match[str], match: re.Match[str], kinds: bool) -> bool:
        """Whether two values can hardly mean one thing: no word alike, neither within the other, the same verb."""
        verbs = [self._words.stem(found["verb"]) for found in (mine, match) if "verb" in found.re.groupindex]
        if len(set(verbs)) > 1:
            return False
        a, b = mine["value"], match["value"]
        if self._is_name(mine) != self._is_name(match):  # "a guard" may be "Ana Moll"
            return False
        if kinds and self._kind(a) == self._kind(b):
            return False
        if a in self._gazetteer.within(b) or b in self._gazetteer.within(a):
            return False
        return not any(self._are_kin(p, q) for p in self._full(a) for q in self._full(b))

    def _kind(self, value: str) -> str | None:
        """The kind of what does a deed; an animal's is its own: sheep killed by dogs were not killed by a wolf."""
        word = next((word for word in value.lower().split()[::-1] if word in self._kinds), "")
        kind = self._kinds.get(word)
        return self._words.stem(word) if kind == ANIMAL else kind

    def _is_name(self, match: re.Match[str]) -> bool:
        """Whether a value is a name; one word that opens the text may be any."""
        words = list(self._full(match["value"]))
        opens = not match.string[: match.start("value")].strip() and len(words) == 1
        return not opens and all(word[0].isupper() for word in words)

    def _are_kin(self, a: str, b: str) -> bool:
        if name_key(a)[:_STEM] == name_key(b)[:_STEM]:
            return True
        first, second = self._vectors.of([a.lower(), b.lower()])
        return float(np.dot(first, second)) >= _KIN

    def _full(self, value: str) -> Iterator[str]:
        return (word.text for word in self._words.content(value))

