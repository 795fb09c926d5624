"""The pair model: do two texts tell of the same event, or of another one of its kind?"""

from __future__ import annotations

from typing import NamedTuple

from rules.matching.linear import Linear, load, logistic
from rules.matching.pair import compare, unordered
from rules.matching.profile import Profile, Profiler
from rules.rulebook import Rulebook

FILE = "en/matching_model.json"


class Likeness(NamedTuple):
    """How two texts compare: the log-odds of one event, and the weight of words that only similar ones answer."""

    log_odds: float
    similar: float


class PairModel:
    """Logistic regression over the features of a pair, fitted on pairs of news sentences within topics (ECB+).

    `rulebook.part(PairModel).score("The town was shelled on Monday.", "Shells hit the town.")`
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._profiler = rulebook.part(Profiler)
        self._model: Linear = load(rulebook, FILE, "pair")

    def score(self, a: str, b: str) -> float:
        """The probability, 0 to 1, that both texts tell of one event; the order of the two does not matter."""
        return logistic(self.log_odds(self._profiler.profile(a), self._profiler.profile(b)))

    def log_odds(self, a: Profile, b: Profile) -> float:
        """The same for texts whose profiles are known, in log-odds."""
        return self.likeness(a, b).log_odds

    def likeness(self, a: Profile, b: Profile) -> Likeness:
        """The log-odds with the weight of what is similar, of the text that has less of it in common."""
        features = compare(a, b)
        alike = min(features["soft_of_a"] * a.total, features["soft_of_b"] * b.total)
        return Likeness(self._model.log_odds(unordered(features)), max(0.0, alike - features["shared"]))
