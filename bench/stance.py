"""Stance and veracity on rumours: `python -m bench.stance FILE [--cross-validate]`, FILE in Emergent's format.

Stance figures compare the stance model with the journalists. For veracity each rumour becomes a case, its headlines the
reports, and our score is what is judged: its order of true and false rumours (AUC), and the label that thresholds
fitted on the training part give it; `veracity_auc_read` leaves the stances to the interface. `--cross-validate` judges
the part that the model was fitted on, fold by fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from pathlib import Path
from typing import Any

import msgspec
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

from bench._data import command_line, print_figures, read_jsonl
from bench.train_stance import STANCES, cross_validated, read_headlines
from rules import assess, load_rulebook
from rules.matching import PredictedStance, StanceModel
from rules.model import Case, Record, Report, Stance
from rules.rulebook import Rulebook

THRESHOLDS = Path(__file__).parent / "veracity.json"
VERACITIES = ("true", "unknown", "false")
Row = dict[str, Any]


class Thresholds(Record, frozen=True, kw_only=True):
    """Scores from which a rumour counts as true, and below which as false."""

    true_from: float
    false_below: float

    def label(self, score: float) -> str:
        """One of VERACITIES."""
        if score >= self.true_from:
            return "true"
        return "false" if score < self.false_below else "unknown"


def main() -> None:
    """Print one JSON line."""
    parser = command_line(__doc__)
    parser.add_argument("file", type=Path, help="rumours with their evidence, as JSON lines")
    parser.add_argument("--cross-validate", action="store_true", help="predict each fold by a model of the others")
    options = parser.parse_args()
    rulebook, rows = load_rulebook(), read_jsonl(options.file, "claim", "veracity", "evidence")
    gold = [STANCES[report["stance"]] for row in rows for report in row["evidence"]]
    predicted = predict_unseen(rows, rulebook) if options.cross_validate else predict(rows, rulebook)
    likeliest = [found.stance for found in predicted]
    scores, thresholds = score(rows, [found.cautious for found in predicted], rulebook), load_thresholds()
    truth = [row["veracity"] for row in rows]
    unseen = {} if options.cross_validate else {"veracity_auc_read": veracity_auc(truth, score(rows, None, rulebook))}
    print_figures(
        stance_accuracy=float(accuracy_score(gold, likeliest)),
        stance_macro_f1=float(f1_score(gold, likeliest, average="macro")),
        veracity_macro_f1=veracity_f1(truth, scores, thresholds), veracity_auc=veracity_auc(truth, scores),
        veracity_auc_gold=veracity_auc(truth, score(rows, gold, rulebook)), rumours=len(rows), headlines=len(gold),
        **unseen)


def load_thresholds() -> Thresholds:
    """As `python -m bench.train_veracity` left them."""
    return msgspec.json.decode(THRESHOLDS.read_bytes(), type=Thresholds)


def predict(rows: Sequence[Row], rulebook: Rulebook) -> list[PredictedStance]:
    """The stance of each headline, in order."""
    model = rulebook.part(StanceModel)
    return [model.predict(row["claim"], r["text"], r.get("url"), about=True) for row in rows for r in row["evidence"]]


def predict_unseen(rows: Sequence[Row], rulebook: Rulebook) -> list[PredictedStance]:
    """The stance of each headline from a model fitted on the folds that its claim is not in."""
    return cross_validated(read_headlines(rows, rulebook))


def score(rows: Sequence[Row], stances: Sequence[Stance] | None, rulebook: Rulebook) -> list[float]:
    """Our score of each rumour, its headlines being the reports; without stances, as the interface reads them."""
    remaining = iter(stances) if stances else repeat(None)
    return [assess(_case(row, [next(remaining) for _ in row["evidence"]]), rulebook).score for row in rows]


def veracity_auc(truth: Sequence[str], scores: Sequence[float]) -> float:
    """How often a true rumour scores above a false one; rumours of unknown veracity are left out."""
    known = [(label == "true", score) for label, score in zip(truth, scores, strict=True) if label != "unknown"]
    return float(roc_auc_score([true for true, _ in known], [score for _, score in known]))


def veracity_f1(truth: Sequence[str], scores: Sequence[float], thresholds: Thresholds) -> float:
    """Macro-F1 over the three veracities."""
    labels = [thresholds.label(value) for value in scores]
    return float(f1_score(truth, labels, labels=VERACITIES, average="macro", zero_division=0))


def _case(row: Row, stances: Sequence[Stance | None]) -> Case:
    reports = (
        Report(text=report["text"], publisher=report["source"], url=report.get("url"), stance=stance)
        for report, stance in zip(row["evidence"], stances, strict=True)
    )
    return Case(text=row["claim"], reports=tuple(reports))


if __name__ == "__main__":
    main()
