"""Does a report say that what is claimed befell something else alone: "only militants were killed" of civilians?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from rules.matching.vectors import WordVectors
from rules.matching.words import Words
from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

FILE = "en/exclusives.yaml"
_KIN = 0.3  # cosine from which two words may be two names of one thing
_WORD = r"[^\W\d_][\w’'-]{1,30}"


class _Data(Record, frozen=True, kw_only=True):
    words: tuple[str, ...]
    between: tuple[str, ...]
    prepositions: tuple[str, ...]
    anybody: tuple[str, ...]


class Exclusive:
    """Compares a claim with what a report says.

    >>> exclusive = Exclusive(Rulebook())
    >>> exclusive.words("Clashes in Lorn killed 25 civilians.", "The army said only militants had been killed.")
    'only militants had been killed'
    >>> exclusive.words("Clashes in Lorn killed 25 troops.", "The army said only soldiers had been killed.")
    """

    def __init__(self, rulebook: Rulebook) -> None:
        data = rulebook.table(FILE, _Data)
        self._words, self._vectors = rulebook.part(Words), rulebook.part(WordVectors)
        only, at = any_of(data.words), any_of(data.prepositions)
        noun = rf"(?P<what>(?!(?:{any_of(self._words.stop_words)})\b){_WORD}(?: {_WORD}){{0,2}}?)"
        passive = rf"\b(?:{only}) {noun} (?:(?:{any_of(data.between)}) )+(?P<verb>{_WORD})"
        ends = rf"(?=[,.;]|$| (?:{at}|that|which|who|and)\b)"
        active = rf"\b(?P<verb>{_WORD}) (?:(?:{at}) )?(?:{only}) (?:the |an? )?{noun}{ends}"
        self._only = re.compile(rf"\b(?:{only})\b", re.IGNORECASE)
        self._patterns = [re.compile(pattern, re.IGNORECASE) for pattern in (passive, active)]
        self._anybody = {self._words.stem(word) for word in data.anybody}

    def words(self, claim: str, said: str) -> str | None:
        """The words by which `said` keeps the deed of the claim to something that the claim does not tell of."""
        if not self._only.search(said) or self._only.search(claim):
            return None
        told = {word.stem: word.text.lower() for word in self._words.split(claim) if self._tells(word.text)}
        if not self._anybody.isdisjoint(told):
            return None
        return next((found[0] for found in self._found(said) if self._differs(told, found)), None)

    def _found(self, said: str) -> Iterator[re.Match[str]]:
        return (found for pattern in self._patterns for found in pattern.finditer(said))

    def _differs(self, told: dict[str, str], found: re.Match[str]) -> bool:
        """Whether the verb is the claim's and nothing that it is kept to may be what the claim names."""
        verb = self._words.stem(found["verb"].lower())
        what = [word for word in self._words.split(found["what"]) if self._tells(word.text)]
        if verb not in told or not what or any(word.stem in told or word.stem in self._anybody for word in what):
            return False
        others = self._vectors.of([text for stem, text in told.items() if stem != verb])
        return not len(others) or float(np.max(self._vectors.of([what[-1].text.lower()]) @ others.T)) < _KIN

    def _tells(self, word: str) -> bool:
        return word.lower() not in self._words.stop_words and not word[0].isdigit()
