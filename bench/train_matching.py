"""Fits the matching models: `python -m bench.train_matching DATA`, DATA being the folder of the evaluation data.

Writes the background frequencies, then the pair model (ECB+), its collective calibration and the ranker (CLEF-2020),
and prints the cross-validated figures: ECB+ by whole topics, CLEF-2020 by whole claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from bench._collective import connections, links
from bench._data import command_line, print_figures, read_jsonl
from bench._linear import Values, as_log_odds, fit_choice, fit_linear, log_odds
from bench._retrieval import propose
from bench.matching import mean_average_precision, read_claims
from rules.matching.frequencies import FILE as FREQUENCIES
from rules.matching.index import Index
from rules.matching.linear import Linear
from rules.matching.model import FILE as MODEL
from rules.matching.pair import compare, unordered
from rules.matching.profile import Profiler
from rules.matching.ranking import RankFeatures
from rules.matching.words import Words
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

Row = dict[str, Any]
_RARE = 3
_FOLDS = 8
_RIDGE = 10.0


def main() -> None:
    """Fit everything in order: each step uses what the one before has written."""
    parser = command_line(__doc__)
    parser.add_argument("data", type=Path, help="the folder of the evaluation data")
    data = parser.parse_args().data
    _write(DATA / FREQUENCIES, count_words(data))
    pairs = [row for part in ("train", "dev") for row in read_jsonl(data / f"matching/ecbplus_pairs_{part}.jsonl")]
    pair, collective, figures = fit_pairs(pairs)
    rank, figures["map_at_5"] = fit_ranker(data / "matching")
    _write(DATA / MODEL, {"pair": pair, "collective": collective, "rank": rank})
    print_figures(**figures)


def count_words(data: Path) -> dict[str, Any]:
    """In how many training texts each stem occurs, rare stems left out."""
    words, texts = Words(Rulebook()), sorted(set(_texts(data)))
    counts = Counter(stem for text in texts for stem in {word.stem for word in words.split(text)})
    return {"texts": len(texts), "terms": {stem: n for stem, n in sorted(counts.items()) if n >= _RARE}}


def _texts(data: Path) -> Iterator[str]:
    """Sentences and claims of every training part, as varied as there are."""
    for row in read_jsonl(data / "matching/clef2020_docs.jsonl"):
        yield from (row["text"], row["title"])
    for name in ("matching/stsb_news_train", "matching/ecbplus_pairs_train"):
        for row in read_jsonl(data / f"{name}.jsonl"):
            yield from (row["text_a"], row["text_b"])
    for name in ("hedging/szeged_news_train", "hedging/szeged_wiki_train"):
        yield from (row["text"] for row in read_jsonl(data / f"{name}.jsonl"))
    for row in read_jsonl(data / "stance/emergent_train.jsonl"):
        yield from (report["text"] for report in row["evidence"])
    for row in read_jsonl(data / "attribution/polnear_train.jsonl"):
        yield from row["text"].split("\n")


def fit_pairs(rows: list[Row]) -> tuple[Linear, Linear, dict[str, float]]:
    """The pair model and the calibration of connections, with cross-validated AUC of both."""
    profiler = Rulebook().part(Profiler)
    profiles = {text: profiler.profile(text) for row in rows for text in (row["text_a"], row["text_b"])}
    features = [unordered(compare(profiles[r["text_a"]], profiles[r["text_b"]])) for r in rows]
    names, x = list(features[0]), np.array([list(f.values()) for f in features])
    y, topics = np.array([r["label"] for r in rows]), np.array([r["topic"] for r in rows])
    weights = np.array([1 / np.sqrt(n) for n in map(Counter(topics).get, topics)])
    alone, connected = np.zeros(len(y)), np.zeros(len(y))
    for train, test in GroupKFold(_FOLDS, shuffle=True, random_state=1).split(x, y, topics):
        model = fit_linear(names, x[train], y[train], 0.01, weights[train])
        alone[test] = log_odds(model, names, x[test])
        connected[test] = _connected([rows[i] for i in test], model)
    calibration = fit_linear(["connection"], connected[:, None], y, 1.0, weights)
    figures = {"auc_pairs_alone": roc_auc_score(y, alone), "auc": roc_auc_score(y, connected)}
    return fit_linear(names, x, y, 0.01, weights), calibration, figures


def _connected(rows: list[Row], model: Linear) -> Values:
    """Connections of the pairs of held-out topics, linked by a model that has not seen them."""
    texts = sorted({text for row in rows for text in (row["text_a"], row["text_b"])})
    place = {text: number for number, text in enumerate(texts)}
    found = links(texts, Rulebook(), lambda a, b: model.log_odds(unordered(compare(a, b))))
    connection = connections(found)
    return np.array([connection[place[r["text_a"]], place[r["text_b"]]] for r in rows])


def fit_ranker(folder: Path) -> tuple[Linear, float]:
    """The ranker, and its MAP@5 where the queries about one claim are always held out together."""
    rulebook = Rulebook()
    claims = read_claims(folder / "clef2020_docs.jsonl")
    index = Index(rulebook)
    for claim in claims.values():
        index.add(claim.id, f"{claim.text} {claim.title}")
    queries = [q for part in ("train", "dev") for q in read_jsonl(folder / f"clef2020_queries_{part}.jsonl")]
    tables, found = [], []
    for query in queries:
        found.append(propose(query["text"], index))
        names, table = rulebook.part(RankFeatures).table(query["text"], [claims[claim] for claim in found[-1]])
        tables.append(table)
    x, owner = np.vstack(tables), np.repeat(np.arange(len(queries)), [len(t) for t in tables])
    y = np.array([claim in queries[i]["relevant"] for i, ids in enumerate(found) for claim in ids])
    groups, scores = np.array([queries[i]["relevant"][0] for i in owner]), np.zeros(len(y))
    for train, test in GroupKFold(_FOLDS, shuffle=True, random_state=0).split(x, y, groups):
        scores[test] = log_odds(fit_choice(names, x[train], y[train], owner[train], _RIDGE), names, x[test])
    figure = mean_average_precision(
        [[c for _, c in sorted(zip(-scores[owner == i], ids, strict=True))] for i, ids in enumerate(found)],
        [set(q["relevant"]) for q in queries],
    )
    return as_log_odds(fit_choice(names, x, y, owner, _RIDGE), scores, y), figure


def _write(path: Path, content: object) -> None:
    path.write_bytes(msgspec.json.encode(content) + b"\n")


if __name__ == "__main__":
    main()
