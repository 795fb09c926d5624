"""Fits the matching models: `python -m bench.train_matching DATA [--out FOLDER]`, DATA being the evaluation data's folder.

Writes the background frequencies, then the pair model (ECB+), its collective calibration and the ranker (CLEF-2020),
and prints the cross-validated figures: ECB+ by whole topics, CLEF-2020 by whole claims.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from bench._data import print_figures, read_jsonl
from rules.matching.collective import Collective, connections
from rules.matching.frequencies import FILE as FREQUENCIES
from rules.matching.linear import logistic
from rules.matching.model import FILE as MODEL
from rules.matching.pair import compare, unordered
from rules.matching.profile import Profiler
from rules.matching.ranking import Claim, Ranker, Retriever
from rules.matching.words import Words
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

Row = dict[str, Any]
Fitted = dict[str, Any]
_RARE = 3
_FOLDS = 8


def main() -> None:
    """Fit everything in order: each step uses what the one before has written."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    _write(options.out / FREQUENCIES, _frequencies(options.data))
    models: dict[str, Fitted] = {}
    pairs = [row for part in ("train", "dev") for row in read_jsonl(options.data / f"matching/ecbplus_pairs_{part}.jsonl")]
    models["pair"], models["collective"], figures = fit_pairs(pairs)
    models["rank"], figures["map_at_5"] = fit_ranker(options.data / "matching")
    _write(options.out / MODEL, models)
    print_figures(**figures)


def fit_pairs(rows: list[Row]) -> tuple[Fitted, Fitted, dict[str, float]]:
    """The pair model and the calibration of connections, with cross-validated AUC of both."""
    profiler = Rulebook().part(Profiler)
    profiles = {text: profiler.profile(text) for row in rows for text in (row["text_a"], row["text_b"])}
    features = [unordered(compare(profiles[r["text_a"]], profiles[r["text_b"]])) for r in rows]
    names, x = list(features[0]), np.array([list(f.values()) for f in features])
    y, topics = np.array([r["label"] for r in rows]), np.array([r["topic"] for r in rows])
    weights = np.array([1 / np.sqrt(n) for n in map(Counter(topics).get, topics)])
    alone, connected = np.zeros(len(y)), np.zeros(len(y))
    for train, test in GroupKFold(_FOLDS, shuffle=True, random_state=1).split(x, y, topics):
        model = _fit(names, x[train], y[train], weights[train], 0.01)
        alone[test] = _scores(model, names, x[test])
        connected[test] = _connected([rows[i] for i in test], model)
    calibration = _fit(["connection"], connected[:, None], y, weights, 1.0)
    figures = {"auc_pairs_alone": roc_auc_score(y, alone), "auc": roc_auc_score(y, connected)}
    return _fit(names, x, y, weights, 0.01), calibration, figures


def _connected(rows: list[Row], model: Fitted) -> np.ndarray:
    """Connections of the pairs of held-out topics, linked by a model that has not seen them."""
    rulebook = Rulebook()
    texts = sorted({text for row in rows for text in (row["text_a"], row["text_b"])})
    place = {text: number for number, text in enumerate(texts)}
    collective = _Unseen(rulebook, model)
    connection = connections(collective.links(texts))
    return np.array([connection[place[r["text_a"]], place[r["text_b"]]] for r in rows])
