"""Is a text plainly about something else than the claim that it was sent with?

Only where all speaks for it: no word of the text is like one of the claim's, no deed is the same in other words of
somebody not named ("two aides said that he had stepped down"), nothing points at what was said before ("he denied it",
"the allegation"), and the model of what bears on a claim is sure. Most texts share a word with their claim, so that
this costs next to nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from rules.matching.actions import Actions
from rules.matching.profile import Profile, Profiler
from rules.matching.stance import StanceModel
from rules.matching.words import TOKEN, Words
from rules.model import Record
from rules.rulebook import Rulebook

_NAMES = re.compile(r"\w\W+[A-Z]")
_ALIKE = 0.5  # cosine from which two words may speak of one thing
_UNLIKELY = 0.05  # probability of bearing on the claim
_FEWEST = 3  # words that carry meaning; with fewer a text says nothing of its own
_REPLY = "@"
_OWNERS = ("'s", "’s", "s'", "s’")
_OPENING = 3  # words within which a pronoun has nobody before it that it could mean


class _Pointers(Record, frozen=True, kw_only=True):
    """Words for what another text told: `first` in a text, `last` in a clause, `nouns` behind `determiners`."""

    first: frozenset[str]
    last: frozenset[str]
    nouns: frozenset[str]
    determiners: frozenset[str]
    verdicts: frozenset[str]


class Strangers:
    """Tells texts that have nothing to do with a claim.

    >>> strangers = Strangers(Rulebook())
    >>> strangers.is_stranger("The ferry Ilva sank off Garva.", "Bakers in Lorn sold more rye loaves this autumn.")
    True
    >>> strangers.is_stranger("The ferry Ilva sank off Garva.", "Rescuers brought the crew of the vessel ashore.")
    False
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._profile = rulebook.part(Words), rulebook.part(Profiler).profile
        self._stance, self._kinds = rulebook.part(StanceModel), rulebook.part(Actions).kinds
        self._pointers = rulebook.table("en/pointers.yaml", _Pointers)
        self._empty = self._words.stop_words | self._words.negations | self._words.distancing

    def is_stranger(self, claim: str, text: str) -> bool:
        """Whether `text` plainly has nothing to do with `claim`, which may be followed by where it happened."""
        if self._stems(claim) & self._stems(text) or self.points_back(text):
            return False
        about, told = self._profile(claim), self._profile(text)
        if min(len(about.weights), len(told.weights)) < _FEWEST or _are_alike(about, told):
            return False
        if not _NAMES.search(text) and self._kinds(claim) & self._kinds(text):
            return False
        return self._stance.bearing(claim, text) < _UNLIKELY

    def points_back(self, text: str) -> bool:
        """Whether a text stands for itself only beside what it answers: "The governor's spokesman confirmed this."."""
        if text.lstrip().startswith(_REPLY):
            return True
        words, tokens = self._pointers, [token.lower() for token in TOKEN.findall(text)]
        if not (words.first.isdisjoint(tokens[:_OPENING]) and words.verdicts.isdisjoint(tokens)):
            return True
        pairs = pairwise([*tokens, "."])
        return any((a in words.last and not b[0].isalnum()) or (self._determines(a) and b in words.nouns)
                   for a, b in pairs)  # fmt: skip

    def _determines(self, word: str) -> bool:
        """Whether a word tells whose what follows it is: "the", or "the editor's"."""
        return word in self._pointers.determiners or word.endswith(_OWNERS)

    def _stems(self, text: str) -> set[str]:
        """The stems of the words that carry meaning."""
        return {word.stem for word in self._words.split(text) if word.text.lower() not in self._empty}


def _are_alike(a: Profile, b: Profile) -> bool:
    """Whether any word of one is like one of the other, or a name the same in another spelling."""
    return not a.names.keys().isdisjoint(b.names) or float(np.max(a.vectors @ b.vectors.T)) >= _ALIKE
