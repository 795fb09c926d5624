"""The pair model: do two texts tell of the same event, or of another one of its kind?"""

from __future__ import annotations

from typing import NamedTuple

from rules.matching.linear import Linear, load, logistic
from rules.matching.pair import compare, unordered
from rules.matching.profile import Profile, Profiler
from rules.rulebook import Rulebook

FILE = "en/matching_model.json"
IN_STORY = "story_likeness.yaml"


class Likeness(NamedTuple):
    """How two texts compare: the log-odds of one event, the weight of words that only similar ones answer, and by how
    much more, in log-odds, two articles on one story make one claim with them.
    """

    log_odds: float
    similar: float
    in_story: float


class PairModel:
    """Logistic regression over the features of a pair, fitted on pairs of news sentences within topics (ECB+).

    `rulebook.part(PairModel).score("The town was shelled on Monday.", "Shells hit the town.")`
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._profiler = rulebook.part(Profiler)
        self._model: Linear = load(rulebook, FILE, "pair")
        self._in_story = rulebook.table(IN_STORY, Linear)

    def score(self, a: str, b: str) -> float:
        """The probability, 0 to 1, that both texts tell of one event; the order of the two does not matter."""
        return logistic(self.likeness(self._profiler.profile(a), self._profiler.profile(b)).log_odds)

    def likeness(self, a: Profile, b: Profile) -> Likeness:
        """The log-odds with the weight of what is similar, of the text that has less of it in common."""
        directed = compare(a, b)
        alike, features = min(directed["soft_of_a"] * a.total, directed["soft_of_b"] * b.total), unordered(directed)
        similar, in_story = alike - directed["shared"], self._in_story.log_odds(features)
        return Likeness(self._model.log_odds(features), max(0.0, similar), max(0.0, in_story))
