"""Fitting the logistic regressions that the rulebook keeps as data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from rules.matching.linear import Linear

Values = NDArray[np.float64]


def fit_linear(names: Sequence[str], x: Values, y: Values, strength: float, weights: Values | None = None) -> Linear:
    """Fitted on standardised features, given as weights for features as they are; `strength` is scikit-learn's C."""
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=strength, max_iter=3000).fit(scaler.transform(x), y, sample_weight=weights)
    coefficients = np.array([float(f"{w:.5g}") for w in model.coef_[0] / scaler.scale_])
    intercept = float(model.intercept_[0] - coefficients @ scaler.mean_)
    return Linear(intercept=round(intercept, 6), weights=dict(zip(names, coefficients.tolist(), strict=True)))


def log_odds(model: Linear, names: Sequence[str], x: Values) -> Values:
    """The model's log-odds for each row of `x`, whose columns are `names`."""
    result: Values = x @ np.array([model.weights[name] for name in names]) + model.intercept
    return result
