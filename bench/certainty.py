"""How sure a post is and on what evidence: `python -m bench.certainty FILE [--cv | --learn]`.

A linear model over what shows in a post without knowing its topic (`bench._post`). `--learn` writes its weights to
bench/certainty_weights.json; on the file they were learnt from the figures flatter, and `--cv` learns anew without the
threads (mean of several shuffles), then without the events, that are judged.
"""

from __future__ import annotations

import collections
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import BaseCrossValidator, GroupKFold, LeaveOneGroupOut
from sklearn.preprocessing import StandardScaler

from bench._data import command_line, print_figures, read_jsonl
from bench._post import Features, PostReader
from rules.hedging import HedgeFinder
from rules.rulebook import Rulebook

WEIGHTS = Path(__file__).with_name("certainty_weights.json")
CLASSES = {
    "certainty": ("certain", "somewhat-certain", "uncertain"),
    "evidentiality": ("no-evidence", "picture-attached", "reasoning", "source-quoted", "unverifiable-source-quoted",
                      "url-given", "witnessed"),
}  # fmt: skip
INVERSE_PENALTY = 0.005
BALANCE = 0.85  # how far rare classes are weighted up: 0 not at all, 1 to the weight of the common ones
FOLDS = 8
SHUFFLES = 5  # one differs from another by up to 0.02, so the mean is what to compare
Row = dict[str, Any]


def main() -> None:
    """Print one JSON line."""
    parser = command_line(__doc__)
    parser.add_argument("file", type=Path)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--cv", action="store_true", help="cross-validate by thread, and by event")
    mode.add_argument("--learn", action="store_true", help="write the weights learnt from FILE")
    options = parser.parse_args()
    rows = read_jsonl(options.file, "text", "role", *CLASSES)
    reader = PostReader(Rulebook().part(HedgeFinder))
    seen = [reader.of(row) for row in rows]
    if options.cv:
        print_figures(**cross_validated(rows, seen))
        return
    if options.learn:
        learnt = {task: learn(rows, seen, task) for task in CLASSES}
        WEIGHTS.write_text(json.dumps(learnt, sort_keys=True) + "\n", encoding="utf-8")
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    print_figures(
        **{f"{task}_macro_f1": macro_f1(rows, task, [judge(s, weights[task]) for s in seen]) for task in CLASSES}
    )


def learn(rows: Sequence[Row], seen: Sequence[Features], task: str) -> dict[str, Features]:
    """For each class the weight of each feature, and its bias under an empty name.

    Fitted on standardised features, so that rare and common ones are penalised alike; given for features as they are.
    """
    kept = [i for i, row in enumerate(rows) if row[task] in CLASSES[task]]
    gold = [rows[i][task] for i in kept]
    counts = collections.Counter(gold)
    balance = {label: (len(gold) / len(counts) / count) ** BALANCE for label, count in counts.items()}
    vectorizer, scaler = DictVectorizer(sparse=False), StandardScaler()
    matrix = scaler.fit_transform(vectorizer.fit_transform([seen[i] for i in kept]))
    model = LogisticRegression(C=INVERSE_PENALTY, class_weight=balance, max_iter=1000).fit(matrix, gold)
    weights = np.round(model.coef_ / scaler.scale_, 3)
    biases = np.round(model.intercept_ - weights @ scaler.mean_, 3)
    names = ["", *vectorizer.feature_names_]
    return {
        label: dict(zip(names, row, strict=True))
        for label, row in zip(model.classes_.tolist(), np.column_stack([biases, weights]).tolist(), strict=True)
    }


def judge(seen: Features, weights: dict[str, Features]) -> str:
    """The class with the most log-odds."""

    def odds(label: str) -> float:
        of_class = weights[label]
        return of_class[""] + sum(of_class.get(name, 0.0) * value for name, value in seen.items())

    return max(sorted(weights), key=odds)


def cross_validated(rows: Sequence[Row], seen: Sequence[Features]) -> dict[str, float]:
    """Macro-F1 of both tasks with threads held out (mean over shuffles), then with whole events held out."""
    shuffles = [GroupKFold(FOLDS, shuffle=True, random_state=seed) for seed in range(SHUFFLES)]
    figures = {}
    for task in CLASSES:
        by_thread = [held_out(rows, seen, task, "thread", shuffle) for shuffle in shuffles]
        figures[f"{task}_macro_f1"] = float(np.mean(by_thread))
        figures[f"{task}_macro_f1_other_events"] = held_out(rows, seen, task, "event", LeaveOneGroupOut())
    return figures


def held_out(rows: Sequence[Row], seen: Sequence[Features], task: str, group: str, folds: BaseCrossValidator) -> float:
    """Macro-F1 where each post is judged by weights learnt without its `group`."""
    guessed = [""] * len(rows)
    for train, test in folds.split(rows, groups=[row[group] for row in rows]):
        weights = learn([rows[i] for i in train], [seen[i] for i in train], task)
        for i in test:
            guessed[i] = judge(seen[i], weights)
    return macro_f1(rows, task, guessed)


def macro_f1(rows: Sequence[Row], task: str, guessed: Sequence[str]) -> float:
    """The mean F1 of the classes, over the rows that are labelled with one of them."""
    pairs = [(row[task], guess) for row, guess in zip(rows, guessed, strict=True) if row[task] in CLASSES[task]]
    gold, found = zip(*pairs, strict=True)
    return float(f1_score(gold, found, average="macro", labels=sorted(set(gold)), zero_division=0))


if __name__ == "__main__":
    main()
