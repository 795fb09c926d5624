"""Fits the stance model on Emergent: `python -m bench.train_stance FILE` prints the figures of its folds by claim.

Headlines on which five crowd workers agree with the journalist count more than those on which they do not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

from bench._data import command_line, print_figures, read_jsonl
from bench._linear import fit_linear, unseen
from rules.matching import Index
from rules.matching.linear import Linear
from rules.matching.stance import CERTAINLY_UNRELATED, FILE, PredictedStance, StanceModels, StanceWeights
from rules.matching.stance_features import StanceFeatures
from rules.model import Stance
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

STANCES = {"for": Stance.SUPPORTS, "against": Stance.DENIES, "observing": Stance.CANNOT_VERIFY}
_SMALL = 0.3
_STRENGTH = 0.2
_RARE = 3
_CROWD_UNKNOWN = 0.6
_CUT = math.log(CERTAINLY_UNRELATED / (1 - CERTAINLY_UNRELATED))


class Headline(NamedTuple):
    """One training example: features, stance, weight and fold."""

    features: dict[str, float]
    stance: Stance
    weight: float
    fold: int


def main() -> None:
    """Cross-validate, fit on everything, write."""
    parser = command_line(__doc__)
    parser.add_argument("file", type=Path, help="rumours with their evidence, as JSON lines")
    rows, rulebook = read_jsonl(parser.parse_args().file), Rulebook()
    headlines = read_headlines(rows, rulebook)
    predicted = [found.stance for found in cross_validated(headlines)]
    gold = [headline.stance for headline in headlines]
    bearing, figures = fit_bearing(headlines, read_strangers(rows, rulebook))
    model = StanceModels(stance=fit(headlines), bearing=bearing)
    (DATA / FILE).write_bytes(msgspec.json.encode(model) + b"\n")
    print_figures(
        stance_accuracy=float(accuracy_score(gold, predicted)),
        stance_macro_f1=float(f1_score(gold, predicted, average="macro")), features=len(model.stance.weights),
        **figures)


def read_headlines(rows: Sequence[dict[str, Any]], rulebook: Rulebook) -> list[Headline]:
    """All evidence of all rumours, in order."""
    features = rulebook.part(StanceFeatures)
    return [
        Headline(
            features.of(row["claim"], report["text"], report.get("url")), STANCES[report["stance"]], _weight(report),
            row.get("cv_fold", 0))
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
        weights={str(name): tuple(round(float(w), 4) for w in weights[:, i]) for i, name in enumerate(names)})


def read_strangers(rows: Sequence[dict[str, Any]], rulebook: Rulebook) -> list[Headline]:
    """Headlines set against two claims of the same fold that they are not about: the most similar and the next."""
    features, index = rulebook.part(StanceFeatures), Index(rulebook)
    for number, row in enumerate(rows):
        index.add(str(number), row["claim"])
    strangers = []
    for number, row in enumerate(rows):
        others = [n for n, other in enumerate(rows) if other.get("cv_fold") == row.get("cv_fold") and n != number]
        for report in row["evidence"]:
            alike = [int(n) for n, _ in index.query(report["text"], len(rows)) if int(n) in others][:1]
            following = next((n for n in others if n > number), others[0])
            for other in sorted({*alike, following}):
                found = features.of(rows[other]["claim"], report["text"])
                strangers.append(Headline(found, Stance.UNRELATED, 1.0, row.get("cv_fold", 0)))
    return strangers


def fit_bearing(headlines: Sequence[Headline], strangers: Sequence[Headline]) -> tuple[Linear, dict[str, float]]:
    """Whether a text bears on a claim, from what the two share; with the share of strays by folds."""
    both = [*headlines, *strangers]
    names = sorted({name for h in both for name in h.features if name.startswith("pair:")})
    x = np.array([[h.features.get(name, 0.0) for name in names] for h in both])
    y, folds = np.array([h.stance is not Stance.UNRELATED for h in both]), np.array([h.fold for h in both])
    odds = unseen(names, x, y, folds, _STRENGTH, np.ones(len(y)))
    figures = {"bearing_auc": float(roc_auc_score(y, odds)),
               "lost": float((odds[y] < _CUT).mean()), "kept_out": float((odds[~y] < _CUT).mean())}
    return fit_linear(names, x, y, _STRENGTH), figures


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
