"""How well matching works: `python -m bench.matching QUERIES --docs DOCS` or `python -m bench.matching PAIRS`.

Queries give MAP@5 of the claims that each post is about. Pairs give the AUC of "same event" against "another of its
kind": `auc` judges each pair among all texts of the file, `auc_pairs_alone` sees nothing but the two texts, as linking
does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sklearn.metrics import roc_auc_score

from bench._collective import Collective
from bench._data import command_line, print_figures, read_jsonl
from bench._retrieval import Retriever
from rules.matching import Claim, PairModel
from rules.rulebook import Rulebook

_DEPTH = 5


def main() -> None:
    """Print one JSON line."""
    parser = command_line(__doc__)
    parser.add_argument("file", type=Path, help="queries (with --docs) or pairs, as JSON lines")
    parser.add_argument("--docs", type=Path, help="the claims that the queries are about, as JSON lines")
    given = parser.parse_args()
    if given.docs:
        rows = read_jsonl(given.file, "text", "relevant")
        print_figures(map_at_5=_queries(rows, given.docs), queries=len(rows))
    else:
        rows = read_jsonl(given.file, "text_a", "text_b", "label")
        print_figures(**_pairs(rows), pairs=len(rows))


def read_claims(path: Path) -> dict[str, Claim]:
    """Claims by id."""
    rows = read_jsonl(path)
    return {r["doc_id"]: Claim(id=r["doc_id"], text=r["text"], title=r.get("title") or "") for r in rows}


def mean_average_precision(found: Sequence[Sequence[str]], relevant: Sequence[set[str]]) -> float:
    """MAP@5: found ids in their order against the relevant ones, query by query."""
    return sum(map(_average_precision, found, relevant)) / len(found)


def _average_precision(found: Sequence[str], relevant: set[str]) -> float:
    hits, total = 0, 0.0
    for rank, claim in enumerate(found[:_DEPTH], 1):
        if claim in relevant:
            hits += 1
            total += hits / rank
    return total / min(len(relevant), _DEPTH)


def _queries(rows: list[dict[str, Any]], docs: Path) -> float:
    retriever = Retriever(Rulebook())
    for claim in read_claims(docs).values():
        retriever.add(claim)
    found = [[match.claim for match in retriever.query(row["text"], _DEPTH)] for row in rows]
    return mean_average_precision(found, [set(row["relevant"]) for row in rows])


def _pairs(rows: list[dict[str, Any]]) -> dict[str, float]:
    rulebook = Rulebook()
    texts = sorted({text for row in rows for text in (row["text_a"], row["text_b"])})
    place = {text: number for number, text in enumerate(texts)}
    probability = rulebook.part(Collective).probabilities(texts)
    together = [probability[place[row["text_a"]], place[row["text_b"]]] for row in rows]
    alone = [rulebook.part(PairModel).score(row["text_a"], row["text_b"]) for row in rows]
    labels = [row["label"] for row in rows]
    return {"auc": float(roc_auc_score(labels, together)), "auc_pairs_alone": float(roc_auc_score(labels, alone))}


if __name__ == "__main__":
    main()
