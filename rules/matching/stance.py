"""Stance of a text towards a claim: does it back the claim, deny it, or pass it on without taking sides?"""

from __future__ import annotations

import math
from typing import NamedTuple

from rules.matching.linear import Linear, logistic
from rules.matching.stance_features import StanceFeatures
from rules.model import Record, Stance
from rules.rulebook import Rulebook

FILE = "en/stance_model.json"
_LIKELIER_THAN_NOT = 0.5
CERTAINLY_UNRELATED = 0.03


class PredictedStance(NamedTuple):
    """The likeliest stance and the probability of each."""

    stance: Stance
    probabilities: dict[Stance, float]

    @property
    def cautious(self) -> Stance:
        """The stance to score with: a denial takes away more than support gives, so it must be likelier than not."""
        doubtful = self.stance is Stance.DENIES and self.probabilities[Stance.DENIES] < _LIKELIER_THAN_NOT
        return Stance.CANNOT_VERIFY if doubtful else self.stance


class StanceWeights(Record, frozen=True, kw_only=True):
    """A multinomial logistic regression: for each feature one weight for each of `labels`, which are stances."""

    labels: tuple[Stance, ...]
    intercepts: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def predict(self, features: dict[str, float]) -> PredictedStance:
        """The stance of a text with these features; features without weights count nothing."""
        totals = list(self.intercepts)
        for name in sorted(features.keys() & self.weights.keys()):
            for position, weight in enumerate(self.weights[name]):
                totals[position] += weight * features[name]
        shares = [math.exp(value - max(totals)) for value in totals]
        probabilities = {s: share / sum(shares) for s, share in zip(self.labels, shares, strict=True)}
        return PredictedStance(max(probabilities, key=lambda s: (probabilities[s], s)), probabilities)


class StanceModels(Record, frozen=True, kw_only=True):
    """What the file holds: stance, and whether a text bears on a claim at all."""

    stance: StanceWeights
    bearing: Linear


class StanceModel:
    """Fitted on headlines about rumours (Emergent; Ferreira and Vlachos, 2016).

    `cannot_verify` is what that corpus calls observing: the text reports that something is claimed, and leaves it open.

    >>> StanceModel(Rulebook()).predict("A shark was seen in the canal", "No, there was no shark in the canal").stance
    <Stance.DENIES: 'denies'>
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._features = rulebook.part(StanceFeatures)
        self._models = rulebook.trained(FILE, StanceModels)

    def predict(self, claim: str, text: str, url: str | None = None, about: bool = False) -> PredictedStance:
        """The stance of `text`, a headline or sentence, towards `claim`; `unrelated` where it is about something else.

        `about` says that the text is known to be about the claim. The probabilities are those of the stances that it
        takes if it is.
        """
        features = self._features.of(claim, text, url)
        predicted = self._models.stance.predict(features)
        if about or logistic(self._models.bearing.log_odds(features)) >= CERTAINLY_UNRELATED:
            return predicted
        return predicted._replace(stance=Stance.UNRELATED)

    def bearing(self, claim: str, text: str) -> float:
        """The probability that `text` is about what `claim` is about, whatever it says of it."""
        return logistic(self._models.bearing.log_odds(self._features.of(claim, text)))
