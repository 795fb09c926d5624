"""Fitting the logistic regressions that the rulebook keeps as data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
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


def fit_choice(names: Sequence[str], x: Values, y: Values, owner: NDArray[np.int64], penalty: float) -> Linear:
    """Conditional logit (McFadden 1974): which candidate does a query choose, not whether one fits by itself.

    Rows of `x` are candidates, `owner` is the query of each, in order; `penalty` is the ridge on standardised weights.
    What the model gives are utilities, which order the candidates of one query; `as_log_odds` makes them probabilities.
    """
    scaler = StandardScaler().fit(x)
    chosen = np.isin(owner, owner[y])
    table, right, starts = scaler.transform(x[chosen]), y[chosen], np.flatnonzero(np.diff(owner[chosen], prepend=-1))
    query = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(table)))
    share = right / np.add.reduceat(right, starts)[query]

    def loss(weights: Values) -> tuple[float, Values]:
        utility = table @ weights
        utility -= np.maximum.reduceat(utility, starts)[query]
        odds = np.exp(utility)
        sums = np.add.reduceat(odds, starts)
        gradient = table.T @ (odds / sums[query] - share)
        return np.log(sums).sum() - share @ utility + penalty / 2 * weights @ weights, gradient + penalty * weights

    weights = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scaler.scale_
    return Linear(intercept=0.0, weights=dict(zip(names, weights.tolist(), strict=True)))


def as_log_odds(model: Linear, held_out: Values, y: Values) -> Linear:
    """The model scaled so that its utilities, as they came out for rows it had not seen, are log-odds of `y`."""
    scale = fit_linear(["utility"], held_out[:, None], y, 1.0)
    weights = {name: float(f"{w * scale.weights['utility']:.5g}") for name, w in model.weights.items()}
    return Linear(intercept=scale.intercept, weights=weights)


def unseen(names: Sequence[str], x: Values, y: Values, folds: Values, strength: float, weights: Values) -> Values:
    """The log-odds of each row from a model, as `fit_linear` fits it, of the other folds."""
    result = np.zeros(len(y))
    for fold in sorted(set(folds)):
        rest = folds != fold
        model = fit_linear(names, x[rest], y[rest], strength, weights[rest])
        result[~rest] = log_odds(model, names, x[~rest])
    return result


def log_odds(model: Linear, names: Sequence[str], x: Values) -> Values:
    """The model's log-odds for each row of `x`, whose columns are `names`."""
    result: Values = x @ np.array([model.weights[name] for name in names]) + model.intercept
    return result
