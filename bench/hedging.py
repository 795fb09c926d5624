"""How well hedged sentences are told: `python -m bench.hedging FILE [--cv WIKI]`.

A sentence counts as hedged when a cue leaves its proposition open there (Szeged's sense). On a file that the weights
were learnt from the figures flatter; `--cv` learns anew, ten times, without the documents it judges, from the rest of
FILE and the Wikipedia rows.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from bench._data import command_line, print_figures, read_jsonl
from bench.train_hedging import Trainer
from rules.hedging import HedgeFinder
from rules.hedging.context import ContextModel
from rules.rulebook import Rulebook

FOLDS = 10
Spans = list[tuple[int, int]]
Row = dict[str, Any]


def main() -> None:
    """Print one JSON line."""
    parser = command_line(__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--cv", type=Path, metavar="WIKI", help="cross-validate by document, with these rows beside")
    options = parser.parse_args()
    rows = read_jsonl(options.file, "text", "label", "cues")
    if options.cv:
        found = cross_validated(rows, read_jsonl(options.cv))
    else:
        finder = Rulebook().part(HedgeFinder)
        found = [finder.uncertain_spans(row["text"]) for row in rows]
    print_figures(**figures(rows, found), sentences=len(rows))


def figures(rows: list[Row], found: list[Spans]) -> dict[str, float]:
    """Precision, recall and F1 of hedged sentences, and F1 of cues whose both ends are right."""
    gold = [row["label"] == "hedged" for row in rows]
    hits = sum(bool(spans) and hedged for spans, hedged in zip(found, gold, strict=True))
    cues = [{(c["start"], c["end"]) for c in row["cues"] or ()} for row in rows]
    cue_hits = sum(len(right & set(spans)) for right, spans in zip(cues, found, strict=True))
    precision, recall, f1 = _scores(hits, sum(map(bool, found)), sum(gold))
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "cue_f1": _scores(cue_hits, sum(map(len, found)), sum(map(len, cues)))[2],
    }


def _scores(hits: int, found: int, gold: int) -> tuple[float, float, float]:
    precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
    return precision, recall, 2 * hits / (found + gold) if found + gold else 0.0


def cross_validated(rows: list[Row], wiki: list[Row]) -> list[Spans]:
    """The uncertain spans of each row, by weights that never saw its document."""
    trainer = Trainer(Rulebook(), wiki)
    documents = sorted({row["doc"] for row in rows})
    random.Random(0).shuffle(documents)
    found: list[Spans] = [[] for _ in rows]
    for fold in range(FOLDS):
        held_out = set(documents[fold::FOLDS])
        learnt = trainer.fit([row for row in rows if row["doc"] not in held_out])
        judge = _judge(trainer, ContextModel(trainer.rulebook, learnt))
        for index, row in enumerate(rows):
            if row["doc"] in held_out:
                found[index] = judge(row)
    return found


def _judge(trainer: Trainer, model: ContextModel) -> Callable[[Row], Spans]:
    def spans(row: Row) -> Spans:
        return [
            (candidate.start, candidate.end)
            for candidate in trainer.candidates(row)
            if model.probability(row["text"], candidate) >= model.learnt.uncertain_from
        ]

    return spans


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()
