"""Fits the stance model on Emergent: `python -m bench.train_stance FILE` prints the figures of its folds by claim.

Headlines on which five crowd workers agree with the journalist count more than those on which they do not.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score

from bench._data import print_figures, read_jsonl
from rules.matching.stance import FILE, PredictedStance, StanceWeights
from rules.matching.stance_features import StanceFeatures
from rules.model import Stance
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

STANCES = {"for": Stance.SUPPORTS, "against": Stance.DENIES, "observing": Stance.CANNOT_VERIFY}
_SMALL = 0.3
_STRENGTH = 0.2
_RARE = 3
_CROWD_UNKNOWN = 0.6


class Headline(NamedTuple):
    """One training example: features, stance, weight and fold."""

    features: dict[str, float]
    stance: Stance
    weight: float
    fold: int


def main() -> None:
    """Cross-validate, fit on everything, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="rumours with their evidence, as JSON lines")
    headlines = read_headlines(read_jsonl(parser.parse_args().file), Rulebook())
    predicted = [found.stance for found in cross_validated(headlines)]
    gold = [headline.stance for headline in headlines]
    model = fit(headlines)
    (DATA / FILE).write_bytes(msgspec.json.encode(model) + b"\n")
    print_figures(
        stance_accuracy=float(accuracy_score(gold, predicted)),
        stance_macro_f1=float(f1_score(gold, predicted, average="macro")),
        features=len(model.weights),
    )


def read_headlines(rows: Sequence[dict[str, Any]], rulebook: Rulebook) -> list[Headline]:
    """All evidence of all rumours, in order."""
    features = rulebook.part(StanceFeatures)
    return [
        Headline(
            features.of(row["claim"], report["text"], report.get("url")),
            STANCES[report["stance"]],
            _weight(report),
            row.get("cv_fold", 0),
        )
        for row in rows
        for report in row["evidence"]
    ]


def cross_validated(headlines: Sequence[Headline]) -> list[PredictedStance]:
    """The stance of each headline from a model that has not seen its claim."""
    models = {fold: fit([h for h in headlines if h.fold != fold]) for fold in sorted({h.fold for h in headlines})}
    return [models[h.fold].predict(h.features) for h in headlines]


def fit(headlines: Sequence[Headline]) -> StanceWeights:
    """A regularised multinomial regression; features seen in fewer than three headlines are left out."""
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([h.features for h in headlines]).tocsc()
    names = vectorizer.get_feature_names_out()
    usual = np.asarray((x != 0).sum(axis=0)).ravel() >= _RARE
    x, names = x[:, usual], names[usual]
    scales = np.array([_scale(name, x[:, column]) for column, name in enumerate(names)])
    model = LogisticRegression(C=_STRENGTH, max_iter=3000, class_weight="balanced")
    gold, weight = [h.stance.value for h in headlines], [h.weight for h in headlines]
    model.fit(x @ sparse.diags(scales), gold, sample_weight=weight)
    weights = model.coef_ * scales
    return StanceWeights(
        labels=tuple(Stance(label) for label in model.classes_),
        intercepts=tuple(round(float(value), 4) for value in model.intercept_),
        weights={str(name): tuple(round(float(w), 4) for w in weights[:, i]) for i, name in enumerate(names)},
    )


def _weight(report: dict[str, Any]) -> float:
    crowd = report.get("crowd_stances") or []
    return 0.2 + (crowd.count(report["stance"]) / len(crowd) if crowd else _CROWD_UNKNOWN)


def _scale(name: str, column: sparse.csc_matrix) -> float:
    """Features of the pair are measures of different units: brought to one small spread."""
    if not name.startswith("pair:"):
        return 1.0
    return _SMALL / (float(column.toarray().std()) + 1e-9)


if __name__ == "__main__":
    main()
