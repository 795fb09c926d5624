"""Does a text tell of another matter of the people or the place that a claim is about?

They share the names and often the day, and nearly nothing else: "The mayor of Lorn was arrested", "The mayor of Lorn
opened a bath". Reports that do tell of the claim may do so in words of their own, but then mostly in those of
another report: one that is like any that is plainly about the claim is about it, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log1p

from rules.matching.linear import load
from rules.matching.matter_features import NAMESAKE, MatterFeatures
from rules.matching.strangers import Strangers
from rules.rulebook import Rulebook

FILE = "en/matter_model.json"
MODEL = "matter"
UNLIKE = -1.6  # log-odds below which it is another matter
HALF = 0.5  # share of the words of a claim from which these are answered
LITTLE = log1p(3)  # of the number of words with which a text tells something of its own
SURE = 9.0  # log-odds without the model
MOST = 5  # texts plainly about the claim to which one is held
PLAIN = 1.0  # log-odds from which two texts are plainly about one
REMEMBERED = 4096  # pairs of texts


class Matters:
    """Compares a claim with reports.

    >>> matters = Matters(Rulebook())
    >>> matters.is_another("Mayor Ana Moll of Lorn was arrested.", "Mayor Ana Moll wrote a preface for a cookery book.")
    True
    >>> matters.is_another("Mayor Ana Moll of Lorn was arrested.", "Police took Moll away in handcuffs.")
    False
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._features, self._strangers = rulebook.part(MatterFeatures), rulebook.part(Strangers)
        self._model = load(rulebook, FILE, MODEL)
        self.log_odds = lru_cache(REMEMBERED)(self._log_odds)
        self._plainest = lru_cache(1)(self._find_plainest)  # asked for each report of one case

    def is_another(self, claim: str, text: str, beside: Sequence[str] = ()) -> bool:
        """Whether `text` tells of another matter than `claim`; `beside` are the other reports."""
        if self.log_odds(claim, text) >= UNLIKE or self._strangers.points_back(text):
            return False
        return not self.is_like(claim, text, "", tuple(beside))

    def is_like(self, claim: str, text: str, own: str, texts: tuple[str, ...]) -> bool:
        """Whether `text`, which stands in `own`, tells much the same as another that is plainly about the claim."""
        plain = [other for other in self._plainest(claim, texts) if other != own][:MOST]
        return any(max(self.log_odds(other, text), self.log_odds(text, other)) >= PLAIN for other in plain)

    def _find_plainest(self, claim: str, texts: tuple[str, ...]) -> list[str]:
        """The texts most plainly about the claim, few enough to keep the cost of many reports linear, and one more."""
        odds = {text: self.log_odds(claim, text) for text in texts}
        return nlargest(MOST + 1, (text for text in odds if odds[text] >= PLAIN), key=lambda text: (odds[text], text))

    def _log_odds(self, claim: str, text: str) -> float:
        features = self._features.of(claim, text)
        return SURE if is_plain(features) else self._model.log_odds(features)


def is_plain(features: Mapping[str, float]) -> bool:
    """Whether no model is needed: the text shares much with the claim, is short, or names nobody of it."""
    told = features.get("other_length", 0.0) >= LITTLE and features[NAMESAKE]
    return features.get("alike", 0.0) >= HALF or not told
