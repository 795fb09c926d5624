"""What kind of source a name sounds like as a whole, learnt from many: "a masked man" is no resident."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from rules.model import Record
from rules.provenance.classes import UNATTRIBUTED
from rules.rulebook import Rulebook

FILE = "en/impressions.json"
_WORD = re.compile(r"[\w’']+")
_HEAD = re.compile(
    r"[,;]|\s(?:who|whom|whose|which|that|of|for|in|from|at|on|with|by|near|to|as|calling|known)\s", re.IGNORECASE
)
"""Where the first part of a name ends, whose last word is its head: "the deputy commander | of a rebel brigade"."""
_DOUBTFUL = 0.6  # the margin of names of which rules know nothing
_SHORT = 2  # letters of articles
_TOLD = re.compile(r"\b[a-z]{4,}")
_KNOWN = 2  # words of a name in capitals that must have been learnt from: "the Vale Human Rights Association"
_PRONOUNS = re.compile(r"(?:its|his|her|their|he|she|they|it)\b", re.IGNORECASE)


class Weights(Record, frozen=True, kw_only=True):
    """A multinomial logistic regression: one weight of each feature for each of `labels`, which are classes.

    `margin`: by how much more probable, 0 to 1, another class must be than the one that rules gave.
    """

    labels: tuple[str, ...]
    intercepts: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    margin: float


class Impressions:
    """A second opinion on the class of a name of which only its nouns are known."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._model = rulebook.trained(FILE, Weights)
        self.shares = lru_cache(maxsize=8192)(self._shares)

    def second(self, name: str, class_: str) -> str:
        """The class that a name sounds like if that is far more probable than `class_`, else `class_`.

        Names without any telling word, and those that point back ("its head"), tell too little.
        """
        if _PRONOUNS.match(name) or not (_TOLD.search(name) or self._is_known(name)):
            return class_
        shares = self.shares(name)
        best = max(shares, key=lambda label: (shares[label], label))
        margin = _DOUBTFUL if class_ == UNATTRIBUTED else self._model.margin
        if best == UNATTRIBUTED:
            return class_
        return best if shares[best] - shares.get(class_, 0.0) > margin else class_

    def _is_known(self, name: str) -> bool:
        """Whether words of a name in capitals have been learnt from."""
        words = {word.lower() for word in _WORD.findall(name) if len(word) > _SHORT + 1}
        return len(words & self._model.weights.keys()) >= _KNOWN

    def _shares(self, name: str) -> dict[str, float]:
        """How probable each class is, from 0 to 1."""
        totals = list(self._model.intercepts)
        for feature, value in features(name).items():
            for place, weight in enumerate(self._model.weights.get(feature, ())):
                totals[place] += weight * value
        odds = [math.exp(total - max(totals)) for total in totals]
        return {label: odd / sum(odds) for label, odd in zip(self._model.labels, odds, strict=True)}


def features(name: str) -> dict[str, float]:
    """The words of a name, its pairs of words and its heads, as a vector of length 1.

    The heads of "geologist Ana Dovik" are "geologist" and "Dovik".
    """
    found = set(_found(name))
    return dict.fromkeys(sorted(found), 1 / math.sqrt(len(found))) if found else {}


def _found(name: str) -> Iterator[str]:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(name)]
    yield from words
    yield from map(" ".join, zip(words, words[1:], strict=False))
    first = _WORD.findall(_HEAD.split(name)[0])
    common = [word for word in first if word[0].islower() and len(word) > _SHORT]
    for last in (first[-1:], common[-1:]):
        yield from (f"head={word.lower()}" for word in last)
