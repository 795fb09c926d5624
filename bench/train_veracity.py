"""Fits the scores at which a rumour counts as true or false: `python -m bench.train_veracity FILE` (Emergent).

Stances come from models that have not seen the claim. Run it again whenever the weights of the scorer change.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np

from bench._data import command_line, print_figures, read_jsonl
from bench.stance import THRESHOLDS, Thresholds, predict_unseen, score, veracity_auc, veracity_f1
from rules import load_rulebook

_CUTS = 40


def main() -> None:
    """Fit, write, and print what the thresholds reach on the same rumours."""
    parser = command_line(__doc__)
    parser.add_argument("file", type=Path, help="rumours with their evidence, as JSON lines")
    rows, rulebook = read_jsonl(parser.parse_args().file), load_rulebook()
    stances = [found.cautious for found in predict_unseen(rows, rulebook)]
    scores, truth = score(rows, stances, rulebook), [row["veracity"] for row in rows]
    thresholds = fit(truth, scores)
    THRESHOLDS.write_bytes(msgspec.json.encode(thresholds) + b"\n")
    print_figures(veracity_macro_f1=veracity_f1(truth, scores, thresholds), veracity_auc=veracity_auc(truth, scores))


def fit(truth: Sequence[str], scores: Sequence[float]) -> Thresholds:
    """The pair of cuts, among quantiles of the scores, with the best macro-F1; of equals the widest apart."""
    cuts = sorted({round(float(cut), 3) for cut in np.quantile(scores, np.linspace(0, 1, _CUTS))})
    pairs = [Thresholds(false_below=low, true_from=high) for low, high in combinations(cuts, 2)]
    return max(pairs, key=lambda t: (veracity_f1(truth, scores, t), t.true_from - t.false_below))


if __name__ == "__main__":
    main()
