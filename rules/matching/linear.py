"""Logistic regressions as data: names, coefficients and intercept of a fitted model in one JSON file."""

from __future__ import annotations

import math
from collections.abc import Mapping

from rules.errors import RulebookError
from rules.model import Record
from rules.rulebook import Rulebook


class Linear(Record, frozen=True, kw_only=True):
    """A weighted sum of named features; features without a weight count nothing, missing ones count 0."""

    intercept: float
    weights: dict[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """The log-odds that the model gives, summed in the order of the model's weights."""
        return self.intercept + sum([weight * features.get(name, 0.0) for name, weight in self.weights.items()])


def logistic(log_odds: float) -> float:
    """The probability of log-odds, without overflow."""
    if log_odds < 0:
        return math.exp(max(log_odds, -700)) / (1 + math.exp(max(log_odds, -700)))
    return 1 / (1 + math.exp(-log_odds))


def load(rulebook: Rulebook, file: str, model: str) -> Linear:
    """One of the models of a JSON file; RulebookError when the file does not hold it."""
    models = rulebook.trained(file, dict[str, Linear])
    if model not in models:
        raise RulebookError(file, 1, f"holds no model “{model}”")
    return models[model]
