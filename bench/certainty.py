"""How sure a post is and on what evidence: `python -m bench.certainty FILE [--cv | --learn]`.

A linear model over what a reader sees of a post without knowing its topic: hedges, links, marks, address, a few word
classes. `--learn` writes its weights to bench/certainty_weights.json; on the file they were learnt from the figures
flatter, and `--cv` learns anew without the threads, then without the events, that are judged.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from bench._data import print_figures, read_jsonl
from rules.hedging import HedgeFinder
from rules.rulebook import Rulebook

WEIGHTS = Path(__file__).with_name("certainty_weights.json")
CLASSES = {
    "certainty": ("certain", "somewhat-certain", "uncertain"),
    "evidentiality": ("no-evidence", "picture-attached", "reasoning", "source-quoted", "unverifiable-source-quoted",
                      "url-given", "witnessed"),
}  # fmt: skip
INVERSE_PENALTY = 0.3
BALANCE = 0.85  # how far rare classes are weighted up: 0 not at all, 1 to the weight of the common ones
FOLDS = 8
Row = dict[str, Any]
Features = dict[str, float]

_URL = re.compile(r"https?://\S+")
_NOT_WORDS = re.compile(r"https?://\S+|[@#]\w+")
_SIGNS = {
    "question": re.compile(r"\?"),
    "question_last": re.compile(r"\?\s*$"),
    "exclamation": re.compile(r"!"),
    "quote": re.compile(r'["“”]'),
    "reply": re.compile(r"^@"),
    "repost": re.compile(r"\b(?:rt|mt|via)\b|[“\"]@"),
    "breaking": re.compile(r"breaking"),
    "colon": re.compile(r":\s"),
    "link_last": re.compile(r"https?://\S+\s*$"),
}
_WORDS = {
    "number": re.compile(r"\d"),
    "picture": re.compile(r"\b(?:pic|pics|photo|photos|picture|video|image|footage)\b"),
    "first_person": re.compile(r"\b(?:i|i'm|my|me|we)\b"),
    "wh_word": re.compile(r"\b(?:why|what|who|how|where|when)\b"),
    "said": re.compile(r"\b(?:says?|said|reports?|reported|according|told|confirm\w*|police|sources?|witness\w*)\b"),
    "negation": re.compile(r"n't\b|\b(?:not|no|never)\b"),
    "second_person": re.compile(r"\b(?:you|your|ur?)\b"),
    "senses": re.compile(r"\b(?:see|saw|watch\w*|look\w*|heard|hear|live|tv)\b"),
    "reason": re.compile(r"\b(?:because|so|if|then|would|since|therefore)\b"),
}


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--cv", action="store_true", help="cross-validate by thread, and by event")
    mode.add_argument("--learn", action="store_true", help="write the weights learnt from FILE")
    options = parser.parse_args()
    rows = read_jsonl(options.file)
    finder = Rulebook().part(HedgeFinder)
    seen = [features(row, finder) for row in rows]
    if options.cv:
        print_figures(**cross_validated(rows, seen))
        return
    if options.learn:
        learnt = {task: learn(rows, seen, task) for task in CLASSES}
        WEIGHTS.write_text(json.dumps(learnt, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    print_figures(
        **{f"{task}_macro_f1": macro_f1(rows, task, [judge(s, weights[task]) for s in seen]) for task in CLASSES}
    )


def features(row: Row, finder: HedgeFinder) -> Features:
    """What shows in a post: marks, links, address, word classes, the categories and the greatest strength of hedges."""
    text = row["text"]
    lower = text.lower()
    words = _NOT_WORDS.sub("", lower)
    hedges = finder.find(text)
    links = len(_URL.findall(text))
    return {
        **{name: float(bool(sign.search(lower))) for name, sign in _SIGNS.items()},
        **{name: float(bool(sign.search(words))) for name, sign in _WORDS.items()},
        **{f"hedge_{hedge.category}": 1.0 for hedge in hedges},
        "hedge_strength": 2 * max((hedge.strength for hedge in hedges), default=0.0),
        "link": float(links > 0),
        "links": float(links > 1),
        "hashtags": min(text.count("#"), 3) / 3,
        "names": min(text.count("@"), 4) / 4,
        "words": min(len(words.split()), 25) / 25,
        "few_words": float(len(words.split()) < 4),
        "capitals": sum(map(str.isupper, text)) / max(len(text), 1),
        "first_post": float(row["role"] == "source"),
    }


def learn(rows: Sequence[Row], seen: Sequence[Features], task: str) -> dict[str, Features]:
    """For each class the weight of each feature, and its bias under an empty name."""
    kept = [i for i, row in enumerate(rows) if row[task] in CLASSES[task]]
    gold = [rows[i][task] for i in kept]
    counts = collections.Counter(gold)
    weight = {label: (len(gold) / len(counts) / count) ** BALANCE for label, count in counts.items()}
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform([seen[i] for i in kept])
    model = LogisticRegression(C=INVERSE_PENALTY, class_weight=weight, max_iter=1000).fit(matrix, gold)
    named = [dict(zip(vectorizer.feature_names_, np.round(row, 3).tolist(), strict=True)) for row in model.coef_]
    biases = model.intercept_.tolist()
    return {
        label: {**weights, "": round(bias, 3)}
        for label, weights, bias in zip(model.classes_.tolist(), named, biases, strict=True)
    }


def judge(seen: Features, weights: dict[str, Features]) -> str:
    """The class with the most log-odds."""

    def odds(label: str) -> float:
        of_class = weights[label]
        return of_class[""] + sum(of_class.get(name, 0.0) * value for name, value in seen.items())

    return max(sorted(weights), key=odds)


def cross_validated(rows: Sequence[Row], seen: Sequence[Features]) -> dict[str, float]:
    """Macro-F1 of both tasks with threads held out, then with whole events held out."""
    figures = {}
    for task in CLASSES:
        for group, suffix in (("thread", ""), ("event", "_other_events")):
            groups = [row[group] for row in rows]
            guessed = [""] * len(rows)
            for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(rows, groups=groups):
                weights = learn([rows[i] for i in train], [seen[i] for i in train], task)
                for i in test:
                    guessed[i] = judge(seen[i], weights)
            figures[f"{task}_macro_f1{suffix}"] = macro_f1(rows, task, guessed)
    return figures


def macro_f1(rows: Sequence[Row], task: str, guessed: Sequence[str]) -> float:
    """The mean F1 of the classes, over the rows that are labelled with one of them."""
    pairs = [(row[task], guess) for row, guess in zip(rows, guessed, strict=True) if row[task] in CLASSES[task]]
    gold, found = zip(*pairs, strict=True)
    return float(f1_score(gold, found, average="macro", labels=sorted(set(gold)), zero_division=0))


if __name__ == "__main__":
    main()
