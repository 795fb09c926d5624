"""What two texts tell of whom they name, compared: how much of one's doings the other answers, names and days left out.

Two texts on another matter of the same people share the names, the place and the day, and hardly anything else. A word
right before a name belongs to it: "Mayor Ana Moll", "the village of Lorn".
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from rules.matching.actions import Actions
from rules.matching.frequencies import Frequencies
from rules.matching.profile import Profiler
from rules.matching.vectors import Vectors, WordVectors
from rules.matching.words import Word, Words
from rules.rulebook import Rulebook

NAMESAKE = "namesake"  # whether a text names anybody or any place that the claim names, if that does
REMEMBERED = 1024  # texts of which the parts are kept: a claim is compared with every report
_TITLE_CASE, _FEW = 0.85, 3  # share of capitals from which, and words up to which, these tell nothing
_ALIKE, _AKIN = 0.5, 0.35  # cosines from which two words may speak of one thing, and of things that go together
_BEST = 6  # pairs of words that are most alike
_UNKNOWN = 0.4  # for how alike verbs are where there is no verb
_PASSING = 0.5  # weight of another's name


class Told(NamedTuple):
    """The words of a text that carry meaning: their stems in order, forms, and which are names or stand before one."""

    stems: tuple[str, ...]
    forms: dict[str, str]
    names: frozenset[str]
    titles: frozenset[str]
    figures: frozenset[str]
    title_case: bool


class MatterFeatures:
    """Turns a claim and a text into named numbers."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._vectors = rulebook.part(Words), rulebook.part(WordVectors)
        self._frequencies, self._actions = rulebook.part(Frequencies), rulebook.part(Actions)
        self._profile = rulebook.part(Profiler).profile
        self._aside = self._words.stop_words | self._words.negations
        self._told = lru_cache(REMEMBERED)(self._read)

    def of(self, claim: str, text: str) -> dict[str, float]:
        """The features; without those of words where one of the two tells nothing but names."""
        about, told = self._told(claim), self._told(text)
        told_else = about.forms.keys() - about.names - about.titles  # "joined Lorn United" is all that some claims tell
        aside = about.names | about.titles if told_else else about.names
        mine = [stem for stem in about.forms if stem not in aside]
        theirs = [stem for stem in told.forms if stem not in aside]
        features = {**self._by_action(claim, text), "figures": float(not about.figures.isdisjoint(told.figures))}
        features[NAMESAKE] = float(not about.names or not about.names.isdisjoint(told.stems))
        if not mine or not theirs:
            return features
        verbs = (_behind(about, about.names, mine), _behind(told, about.names, theirs))
        features |= self._by_words(about, told, mine, theirs, verbs)
        return features | {f"{name}^2": value * value for name, value in features.items()}

    def _by_action(self, claim: str, text: str) -> dict[str, float]:
        mine, theirs = self._actions.kinds(claim), self._actions.kinds(text)
        return {"action": float(bool(mine & theirs)), "no_action": float(bool(mine and not theirs))}

    def _by_words(
        self, about: Told, told: Told, mine: list[str], theirs: list[str], verbs: tuple[str | None, str | None]
    ) -> dict[str, float]:
        """How alike the words of both are, by weight, and the words behind the names of whom the claim is about."""
        a = self._vectors.of([about.forms[stem] for stem in mine])
        b = self._vectors.of([told.forms[stem] for stem in theirs])
        masses = np.array([self._frequencies.weight(stem) for stem in mine])
        passing = frozenset() if told.title_case else told.names
        others = np.array([self._frequencies.weight(s) * (_PASSING if s in passing else 1) for s in theirs])
        alike = a @ b.T
        best, back = alike.max(axis=1), alike.max(axis=0)
        total = float(masses.sum())
        return {
            "meaning": _cosine(masses @ a, others @ b),
            "akin": float(masses[best >= _AKIN].sum()) / total,
            "alike": float(masses[best >= _ALIKE].sum()) / total,
            "same": sum(m for m, stem in zip(masses.tolist(), mine, strict=True) if stem in theirs) / total,
            "back": float(back @ others / others.sum()),
            "best": float(np.sort(alike.ravel())[::-1][:_BEST].mean()),
            "substance": float(((best - _AKIN / 2).clip(0) * masses).sum()),
            "verb": float(best[mine.index(verbs[0])]) if verbs[0] else _UNKNOWN,
            "other_verb": float(back[theirs.index(verbs[1])]) if verbs[1] else _UNKNOWN,
            "no_other_verb": float(verbs[1] is None),
            "length": float(np.log1p(len(mine))),
            "other_length": float(np.log1p(len(theirs))),
        }

    def _read(self, text: str) -> Told:
        words, profile = self._words.split(text), self._profile(text)
        full = [n for n, word in enumerate(words) if self._is_full(word)]
        letters = [words[n].capital for n in full if words[n].text[0].isalpha()]
        title_case = len(letters) > _FEW and sum(letters) > _TITLE_CASE * len(letters)
        names = set() if title_case else {n for n in full if words[n].capital and (n or _follows(words, n))}
        titles = {n for n in full if n not in names and not names.isdisjoint(_next(words, n))}
        aside = profile.times | profile.numbers
        kept = [n for n in full if words[n].text.lower() not in aside and not words[n].text[0].isdigit()]
        return Told(
            stems=tuple(words[n].stem for n in kept), forms={words[n].stem: words[n].text.lower() for n in kept},
            names=frozenset(words[n].stem for n in names), titles=frozenset(words[n].stem for n in titles),
            figures=profile.numbers, title_case=title_case)

    def _is_full(self, word: Word) -> bool:
        plain = word.text.lower().replace("'", "")
        return len(plain) > 1 and plain not in self._aside and word.stem not in self._aside


def _follows(words: list[Word], n: int) -> bool:
    return len(words) > n + 1 and words[n + 1].capital


def _next(words: list[Word], n: int) -> set[int]:
    """The place behind a word, and that behind an "of"."""
    return {n + 1, n + 2} if len(words) > n + 1 and words[n + 1].text == "of" else {n + 1}


def _behind(told: Told, names: Collection[str], among: Collection[str]) -> str | None:
    """The first of some words behind the first of the names: mostly what is done."""
    start = next((n for n, stem in enumerate(told.stems) if stem in names), None)
    return None if start is None else next((stem for stem in told.stems[start + 1 :] if stem in among), None)


def _cosine(a: Vectors, b: Vectors) -> float:
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-9))
