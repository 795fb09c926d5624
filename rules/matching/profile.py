"""What of a text is compared: stems with weights, names, numbers, times, poles, character n-grams, a vector."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from rules.facets import NumberReader, name_key
from rules.facets.calendar import Calendar
from rules.matching.frequencies import Frequencies
from rules.matching.opposites import Opposites, Pole
from rules.matching.vectors import Vectors, WordVectors, unit
from rules.matching.words import Word, Words
from rules.rulebook import Rulebook

_GRAMS = (3, 4, 5)
_ASKED = 8  # texts: a claim and what one report says of it are asked for again and again


@dataclass(frozen=True, slots=True)
class Profile:
    """A text prepared for comparison. `vectors` has a unit row for each entry of `weights`, `masses` has its weight."""

    stems: tuple[str, ...]
    weights: dict[str, float]
    total: float
    names: dict[str, float]
    numbers: frozenset[str]
    times: frozenset[str]
    poles: frozenset[Pole]
    negations: int
    pairs: frozenset[tuple[str, str]]
    grams: dict[str, float]
    masses: Vectors = field(repr=False)
    vectors: Vectors = field(repr=False)
    mean: Vectors = field(repr=False)

    @property
    def length(self) -> int:
        """How many words that are no stop words."""
        return len(self.stems)


class Profiler:
    """Makes profiles: `rulebook.part(Profiler).profile("Two drones hit a depot near Belgorod.")`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(Words)
        self._frequencies = rulebook.part(Frequencies)
        self._opposites = rulebook.part(Opposites)
        self._vectors = rulebook.part(WordVectors)
        self._cardinals = rulebook.part(NumberReader).cardinals
        calendar = rulebook.table("en/times.yaml", Calendar)
        self._times = frozenset(calendar.months) | frozenset(calendar.weekdays)
        self.profile = lru_cache(_ASKED)(self._profile)

    def _profile(self, text: str) -> Profile:
        """The profile of `text`; takes about 0.2 ms for a sentence."""
        words = self._words.split(text)
        content = [word for word in words if not self._is_stop(word)]
        weights = {word.stem: self._frequencies.weight(word.stem) for word in content}
        forms = {word.stem: word.text.lower() for word in content}
        vectors = self._vectors.of([forms[stem] for stem in weights])
        masses = np.array(list(weights.values()), np.float32)
        stems = tuple(word.stem for word in content)
        lower = {word.text.lower() for word in words}
        return Profile(
            stems=stems, weights=weights, total=sum(weights.values()),
            names={name_key(word.text): weights[word.stem] for word in content if word.capital},
            numbers=self._numbers(words),
            times=frozenset(lower & self._times) | frozenset(w for w in lower if _is_year(w)),
            poles=self._opposites.poles([word.stem for word in words]),
            negations=sum(self._is_negation(word) for word in words),
            pairs=frozenset(zip(stems, stems[1:], strict=False)), grams=_grams(weights), masses=masses,
            vectors=vectors, mean=unit(masses @ vectors))

    def stems(self, text: str) -> frozenset[str]:
        """Those of the profile of `text` alone, in a tenth of the time."""
        return frozenset([word.stem for word in self._words.split(text) if not self._is_stop(word)])

    def _is_stop(self, word: Word) -> bool:
        plain = word.text.lower().replace("'", "")
        return plain in self._words.stop_words or self._is_negation(word) or word.stem in self._words.stop_words

    def _is_negation(self, word: Word) -> bool:
        return word.text.lower().replace("'", "") in self._words.negations

    def _numbers(self, words: list[Word]) -> frozenset[str]:
        values = (self._cardinals.get(word.text.lower(), word.text) for word in words)
        return frozenset(str(value).replace(",", "") for value in values if str(value)[0].isdigit())


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def _grams(weights: dict[str, float]) -> dict[str, float]:
    """Character n-grams within words as a unit vector; each gram weighs as much as the words it stands in."""
    grams: dict[str, float] = {}
    for stem, weight in weights.items():
        for gram in _grams_of(f" {stem} "):
            grams[gram] = grams.get(gram, 0.0) + weight
    length = sum(weight * weight for weight in grams.values()) ** 0.5
    shares = {weight: weight / length for weight in set(grams.values())}  # so that equal numbers are one
    return {gram: shares[weight] for gram, weight in grams.items()}


@lru_cache(maxsize=1 << 12)
def _grams_of(padded: str) -> tuple[str, ...]:
    return tuple(padded[i : i + size] for size in _GRAMS for i in range(len(padded) - size + 1))
