"""What plain methods reach on the files of `bench.matching`, with the same arguments: the figures to beat.

Cosine of character n-grams and of words weighted by TF-IDF, cosine of mean word vectors, and the index alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score

from bench._data import print_figures
from bench.matching import mean_average_precision, parse_options, read_claims, read_rows
from rules.matching import Index
from rules.matching.posts import read_post
from rules.matching.profile import Profiler
from rules.rulebook import Rulebook

Matrix = NDArray[np.float64]
_DEPTH = 5


def main() -> None:
    """Print one JSON line."""
    options = parse_options(__doc__)
    rows = read_rows(options)
    print_figures(**(_queries(rows, options.docs) if options.docs else _pairs(rows)))


def _methods(rulebook: Rulebook) -> dict[str, Callable[[Sequence[str], Sequence[str]], Matrix]]:
    """Each gives the similarities of some texts with others, the others being the background."""
    return {
        "characters": lambda a, b: _tfidf(TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)), a, b),
        "words": lambda a, b: _tfidf(TfidfVectorizer(sublinear_tf=True), a, b),
        "vectors": lambda a, b: _means(a, rulebook) @ _means(b, rulebook).T,
    }


def _tfidf(vectorizer: TfidfVectorizer, texts: Sequence[str], background: Sequence[str]) -> Matrix:
    known = vectorizer.fit_transform(background)
    similarities: Matrix = (vectorizer.transform(texts) @ known.T).toarray()
    return similarities


def _means(texts: Sequence[str], rulebook: Rulebook) -> Matrix:
    profiler = rulebook.part(Profiler)
    return np.array([profiler.profile(text).mean for text in texts])


def _queries(rows: list[dict[str, Any]], docs: Path) -> dict[str, float]:
    rulebook, claims = Rulebook(), list(read_claims(docs).values())
    relevant, posts = [set(row["relevant"]) for row in rows], [read_post(row["text"]) for row in rows]
    texts = [f"{post.text} {post.author}" for post in posts]
    stored = [f"{claim.text} {claim.title}" for claim in claims]
    figures = {}
    for name, method in _methods(rulebook).items():
        best = np.argsort(-method(texts, stored), axis=1, kind="stable")[:, :_DEPTH]
        figures[name] = mean_average_precision([[claims[i].id for i in row] for row in best], relevant)
    index = Index(rulebook)
    for claim, text in zip(claims, stored, strict=True):
        index.add(claim.id, text)
    figures["index"] = mean_average_precision([[c for c, _ in index.query(text, _DEPTH)] for text in texts], relevant)
    return figures


def _pairs(rows: list[dict[str, Any]]) -> dict[str, float]:
    texts = sorted({text for row in rows for text in (row["text_a"], row["text_b"])})
    place = {text: number for number, text in enumerate(texts)}
    a, b = ([place[row[side]] for row in rows] for side in ("text_a", "text_b"))
    labels = [row["label"] for row in rows]
    return {n: float(roc_auc_score(labels, m(texts, texts)[a, b])) for n, m in _methods(Rulebook()).items()}


if __name__ == "__main__":
    main()
