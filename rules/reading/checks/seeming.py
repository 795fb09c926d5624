"""Checks told in words that no frame has, as learnt from many: "The shadows put it at about noon"."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from rules.model import Record
from rules.reading.checks.check_words import CheckOutcome, CheckWords
from rules.reading.checks.verification import CheckFinder
from rules.rulebook import Rulebook

FILE = "en/check_impressions.json"
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,:]*|[\"“”?;:—–%]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FLAG = 0.3
_ONCE = frozenset({"OUT", "NAME"})
_SHORTEST = 6
"""Words of a sentence; of fewer, the words of checks mean many things: "The jury's verdict was false"."""
_MEANT = 0.25  # how much what words mean counts beside the words themselves


class CheckWeights(Record, frozen=True, kw_only=True):
    """A multinomial logistic regression: log-odds against "no check" of each of `labels`.

    `weights` are those of `features`, `meanings` those of single words by their vectors. From 0 to 1, `least` is how
    probable a check must be, `clear` which share of that what it tells must have.
    """

    labels: tuple[CheckOutcome, ...]
    intercepts: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    meanings: dict[str, tuple[float, ...]]
    least: float
    clear: float


class SeemingChecks:
    """A second opinion on sentences in which no frame finds a check."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._model, words = rulebook.trained(FILE, CheckWeights), rulebook.table("en/verification.yaml", CheckWords)
        self._shows_footage = rulebook.part(CheckFinder).shows_footage
        self._hopeful = _hopeful(self._model)
        self._negated, self._contrary = (re.compile(p, re.IGNORECASE) for p in (words.negated, words.contrary))

    def outcome(self, sentence: str, before: str, outlet: str, others: Collection[CheckOutcome]) -> CheckOutcome | None:
        """What a sentence seems to tell of a check, by itself and the one `before` it; None if it tells of none.

        `outlet` is the name of who publishes it, `before` is empty where the sentence is the first, and `others` is
        what the checks in other sentences of the text tell.
        """
        words, sums = masked(sentence, outlet), list(self._model.intercepts)
        if len(words) < _SHORTEST:
            return None
        _add(sums, self._model.weights, features(words))
        _add(sums, self._model.meanings, meaning(words, self._model.meanings))
        if all(total < least for total, least in zip(sums, self._hopeful, strict=True)):
            return None
        _add(sums, self._model.weights, self.flags(sentence, before, others))
        odds = [math.exp(total) for total in sums]
        most, all_ = max(odds), sum(odds)
        seems = all_ / (1 + all_) >= self._model.least and most / all_ >= self._model.clear
        return self._model.labels[odds.index(most)] if seems else None

    def flags(self, sentence: str, before: str, others: Collection[CheckOutcome]) -> dict[str, float]:
        """What holds of a sentence beside its words, such as that recordings are told of, here or just before."""
        told = {
            "+footage": self._shows_footage(sentence), "+before": self._shows_footage(before), "+checks": bool(others),
            "+refuted": CheckOutcome.REFUTED in others,
            "+negated": self._negated.search(sentence), "+contrary": self._contrary.search(sentence),
        }
        return {name: _FLAG for name, holds in told.items() if holds}


def _hopeful(model: CheckWeights) -> list[float]:
    """What the words of a sentence must come to for a label, so that flags, which take time, can make it a check."""
    least = math.log(model.least / (1 - model.least) / len(model.labels))
    flags = [weights for name, weights in model.weights.items() if name.startswith("+")]
    return [least - _FLAG * sum(max(0.0, weights[k]) for weights in flags) for k in range(len(model.labels))]


def _add(sums: list[float], weights: dict[str, tuple[float, ...]], found: dict[str, float]) -> None:
    for name, value in found.items():
        if name in weights:
            for place, weight in enumerate(weights[name]):
                sums[place] += weight * value


def masked(sentence: str, outlet: str) -> list[str]:
    """The words of a sentence in small letters, with "OUT" for the outlet, "NAME" for other names, "NUM" and "YEAR".

    >>> masked("The Oar could not say whether Ana Dovik shot in 2019 or later.", "The Lorn Oar")
    ['the', 'OUT', 'could', 'not', 'say', 'whether', 'NAME', 'shot', 'in', 'YEAR', 'or', 'later']
    """
    return list(_masked(_WORD.findall(sentence.replace("’", "'")), _names(outlet)))


@lru_cache(maxsize=64)
def _names(outlet: str) -> frozenset[str]:
    """The words of an outlet's name and their first letters."""
    capitals = [word for word in outlet.split() if word[0].isupper() and word != "The"]
    names = (*capitals, "".join(word[0] for word in capitals))
    return frozenset(word.lower() for word in names if len(word) > 1)


def _masked(words: list[str], own: frozenset[str]) -> Iterator[str]:
    last = ""
    for place, word in enumerate(words):
        kind = word
        if not word.islower():
            kind = word.lower()
            if word[0].isdigit():
                kind = "YEAR" if _YEAR.fullmatch(word) else "NUM"
            elif kind.removesuffix("'s") in own:
                kind = "OUT"
            elif place and word[0].isupper():
                kind = "NAME"
        if kind != last or kind not in _ONCE:
            yield kind
        last = kind


def features(words: list[str]) -> dict[str, float]:
    """The words and pairs of words, as a vector of length 1."""
    found = {*words, *map(" ".join, zip(words, words[1:], strict=False))}
    return dict.fromkeys(found, 1 / math.sqrt(len(found) or 1))


def meaning(words: list[str], known: Collection[str]) -> dict[str, float]:
    """How much each of the `known` words counts for what a sentence means."""
    found = [word for word in words if word in known]
    share, told = _MEANT / math.sqrt(len(found) or 1), dict.fromkeys(found, 0.0)
    for word in found:
        told[word] += share
    return told
