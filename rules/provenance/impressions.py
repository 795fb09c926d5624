"""What kind of source a name sounds like as a whole, learnt from many: "a masked man" is no resident."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from rules.model import Record
from rules.provenance.classes import UNATTRIBUTED
from rules.rulebook import Rulebook

FILE = "en/impressions.json"
UNIT = 10
"""Weights are written in tenths."""
_WORD = re.compile(r"[\w’']+")
_HEAD = re.compile(
    r"[,;]|\s(?:who|whom|whose|which|that|of|for|in|from|at|on|with|by|near|to|as|calling|known)\s", re.IGNORECASE
)
"""Where the first part of a name ends, whose last word is its head: "the deputy commander | of a rebel brigade"."""
_SURE, _DOUBTFUL = 0.7, 0.85  # the margins where rules hardly err, and where they know nothing
_SHORT = 2  # letters of articles
_LETTERS = 4  # side by side, of which unknown words are made
_TOLD = re.compile(r"\b[a-z]{4,}")
_KNOWN = 2  # words of a name in capitals that must have been learnt from: "the Vale Human Rights Association"
_PRONOUNS = re.compile(r"(?:he|she|they|it)\b", re.IGNORECASE)
_POINTS = re.compile(r"(?:^|, )(?:its|his|her|their)\b[^,]*(?:, )?", re.IGNORECASE)
"""What points back to somebody whom the name does not tell: "Ana Dovik, | its spokesman"."""
_ONE = re.compile(r"(?:(?:the|an?) )?\S+", re.IGNORECASE)
_TITLED = re.compile(r"(?:(?:the|an?) )?(?!(?:the|an?) )[a-z-]+(?: [A-Z][\w’'.-]*)+")
"""A noun and somebody's name, of which rules know as much: "spokesman Ana Dovik"."""


class Weights(Record, frozen=True, kw_only=True):
    """A multinomial logistic regression: one weight, in tenths, of each feature for each of `labels`, the classes.

    `margin`: by how much more probable, 0 to 1, another class must be than the one that rules gave.
    """

    labels: tuple[str, ...]
    intercepts: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]
    margin: float


class Impressions:
    """A second opinion on the class of a name, of which rules weigh only a few words."""

    def __init__(self, rulebook: Rulebook) -> None:
        model = rulebook.trained(FILE, Weights)
        self._labels, self._margin = model.labels, model.margin
        self._rows = {feature: row for row, feature in enumerate(model.weights)}
        self._weights = np.array([*model.weights.values()], np.float64) / UNIT
        self._intercepts = np.array(model.intercepts, np.float64) / UNIT
        self.shares = lru_cache(maxsize=8192)(self._shares)

    def second(self, name: str, class_: str, sure: bool = False) -> str:
        """The class that a name sounds like if that is far more probable than `class_`, else `class_`.

        `sure`: the rules hardly err here. What points back ("its head") and names without a telling word tell nothing.
        """
        told = _POINTS.sub("", name)
        plain = _ONE.fullmatch(told) or (class_ != UNATTRIBUTED and _TITLED.fullmatch(told))
        telling = not _PRONOUNS.match(told) and (_TOLD.search(told) or self._is_known(told))
        if class_ not in self._labels or plain or not telling:
            return class_
        shares = self.shares(told)
        best = max(shares, key=lambda label: (shares[label], label))
        if best == UNATTRIBUTED:
            return class_
        margin = _DOUBTFUL if class_ == UNATTRIBUTED else _SURE if sure else self._margin
        return best if shares[best] - shares.get(class_, 0.0) > margin else class_

    def _is_known(self, name: str) -> bool:
        """Whether words of a name in capitals have been learnt from."""
        words = {word.lower() for word in _WORD.findall(name) if len(word) > _SHORT + 1}
        return len(words & self._rows.keys()) >= _KNOWN

    def _shares(self, name: str) -> dict[str, float]:
        """How probable each class is, from 0 to 1."""
        found = [(self._rows[feature], value) for feature, value in features(name).items() if feature in self._rows]
        rows, values = [row for row, _ in found], np.array([value for _, value in found])
        totals = self._intercepts + (self._weights[rows] * values[:, np.newaxis]).sum(axis=0)
        odds = np.exp(totals - totals.max())
        return dict(zip(self._labels, (odds / odds.sum()).tolist(), strict=True))


def features(name: str) -> dict[str, float]:
    """The words of a name, its pairs of words and its heads as a vector of length 1, and so the letters of its words.

    The heads of "geologist Ana Dovik" are "geologist" and "Dovik".
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(name)]
    return _vector({*words, *map(" ".join, zip(words, words[1:], strict=False)), *_heads(name)}) | _vector(
        {letters for word in set(words) for letters in _letters(word)}
    )


def _vector(found: set[str]) -> dict[str, float]:
    return dict.fromkeys(sorted(found), 1 / math.sqrt(len(found))) if found else {}


def _heads(name: str) -> Iterator[str]:
    first = _WORD.findall(_HEAD.split(name)[0])
    common = [word for word in first if word[0].islower() and len(word) > _SHORT + 1]
    for last in (first[-1:], common[-1:]):
        yield from (f"head={word.lower()}" for word in last)


@lru_cache(maxsize=8192)
def _letters(word: str) -> tuple[str, ...]:
    """Four letters each that stand side by side: unknown words are made of known parts ("seismologist")."""
    bounded = f"<{word}>"
    return tuple(f"~{bounded[at : at + _LETTERS]}" for at in range(len(bounded) - _LETTERS + 1))
