"""Fits which sentences tell of a check: `python -m bench.train_checks FILE` with news for sentences that tell of none.

It learns from the invented texts of `checked_texts.yaml`. FILE holds articles as JSON lines with a `text`, such as the
training part of PolNeAR; few of their sentences are checks, so that each counts little.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench._checked import Text, checked_texts
from bench._data import command_line, print_figures, read_jsonl
from rules.matching.vectors import WordVectors
from rules.model import Document
from rules.reading import read
from rules.reading.checks.seeming import FILE, SeemingChecks, features, masked, meaning
from rules.reading.checks.verification import CheckFinder
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

OUTCOMES = {"confirmed": "verified", "partly": "verified", "unverified": "failed", "refuted": "refuted"}
NONE = "none"
ARTICLES, OF_NEWS, STRENGTH, LEAST, CLEAR = 300, 0.1, 10.0, 0.6, 0.6
"""How many articles of news are read, what each of their sentences weighs, scikit-learn's C, and the least shares."""
KNOWN, TELLING = 3, 0.15
"""In how many texts a word must stand whose meaning counts; features whose weights are all below this are left out."""


class Example(NamedTuple):
    """A sentence with the words that count, what it tells of a check, its weight and who wrote it."""

    words: list[str]
    found: dict[str, float]
    label: str
    weight: float
    author: str


class Examples:
    """Reads texts into examples."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook, self._checks, self._seeming = rulebook, rulebook.part(CheckFinder), rulebook.part(SeemingChecks)

    def of(self, text: str, publisher: str | None, checks: Sequence[dict[str, Any]], weight: float, author: str
           ) -> Iterator[Example]:
        """One for each sentence of a text."""
        reading = read(Document(text=text, publisher=publisher), self._rulebook)
        outlet = next((r.chain[0].name for r in reading.reports if r.chain and r.chain[0].start is None), "")
        extents = sorted({(r.sentence.start, r.sentence.end) for r in reading.reports})
        framed = {start: check.outcome for start, end in extents if (check := self._checks.find(text[start:end]))}
        before = ""
        for start, end in extents:
            words, sentence = masked(text[start:end], outlet), text[start:end]
            others = [outcome for first, outcome in framed.items() if first != start]
            told = features(words) | self._seeming.flags(sentence, before, others)
            yield Example(words, told, _label(text, start, end, checks), weight, author)
            before = sentence


def _label(text: str, start: int, end: int, checks: Sequence[dict[str, Any]]) -> str:
    """What the first check tells that most of a sentence, or of its words, is about."""
    for check in checks:
        first = text.index(check["words"])
        shared = min(end, first + len(check["words"])) - max(start, first)
        if shared > 0.5 * min(end - start, len(check["words"])):
            return OUTCOMES[check["verdict"]]
    return NONE


class Table:
    """Examples as rows of numbers: their features and the vectors of their known words."""

    def __init__(self, examples: Sequence[Example], rulebook: Rulebook) -> None:
        counts = Counter(word for e in examples for word in set(e.words) if word.isalpha() and word.islower())
        self.known = {word: k for k, word in enumerate(w for w, n in counts.items() if n >= KNOWN and len(w) > KNOWN)}
        self.vectors = rulebook.part(WordVectors).of(list(self.known))
        self.vectorizer = DictVectorizer().fit([e.found for e in examples])

    def rows(self, examples: Sequence[Example]) -> sparse.csr_matrix:
        """One row for each example."""
        known = sparse.lil_matrix((len(examples), len(self.known)))
        for row, example in enumerate(examples):
            for word, share in meaning(example.words, self.known).items():
                known[row, self.known[word]] = share
        found = self.vectorizer.transform([e.found for e in examples])
        return sparse.hstack([found, known.tocsr() @ self.vectors], format="csr")

    def weights(self, model: LogisticRegression) -> dict[str, Any]:
        """What `check_impressions.json` holds: all against "no check", the vectors as weights of their words."""
        none = list(model.classes_).index(NONE)
        table = np.delete(model.coef_ - model.coef_[none], none, axis=0).T
        names = self.vectorizer.get_feature_names_out()
        return {
            "labels": [label for label in model.classes_ if label != NONE],
            "intercepts": np.round(np.delete(model.intercept_ - model.intercept_[none], none), 3).tolist(),
            "weights": _telling(names, table[: len(names)]),
            "meanings": _telling(self.known, self.vectors @ table[len(names) :]),
            "least": LEAST,
            "clear": CLEAR,
        }


def _telling(names: Iterable[str], weights: NDArray[np.float64]) -> dict[str, list[float]]:
    return {name: np.round(row, 2).tolist() for name, row in zip(names, weights, strict=True)
            if np.abs(row).max() > TELLING}


def fit(examples: Sequence[Example], rows: sparse.csr_matrix) -> LogisticRegression:
    """The regression of the examples."""
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    return model.fit(rows, [e.label for e in examples], sample_weight=[e.weight for e in examples])


def examples(texts: Sequence[Text], news: Path, rulebook: Rulebook) -> list[Example]:
    """The sentences of the texts, and of the first articles of the news."""
    reader, articles = Examples(rulebook), read_jsonl(news, "text")[:ARTICLES]
    told = (e for t in texts for e in reader.of(t["text"], t["publisher"], t["checks"], 1.0, t["author"]))
    return [*told, *(e for t in articles for e in reader.of(t["text"], None, (), OF_NEWS, ""))]


def weights(found: Sequence[Example], rulebook: Rulebook) -> dict[str, Any]:
    """What `check_impressions.json` holds, fitted on examples."""
    table = Table(found, rulebook)
    return table.weights(fit(found, table.rows(found)))


def main() -> None:
    """Fits and writes; `python -m bench.checks` tells how well it does on an author it has not seen."""
    parser = command_line(__doc__)
    parser.add_argument("file", type=Path, help="news as JSON lines, each with a text")
    rulebook = Rulebook()
    made = weights(examples(checked_texts(), parser.parse_args().file, rulebook), rulebook)
    (DATA / FILE).write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")
    print_figures(features=len(made["weights"]), meanings=len(made["meanings"]))


if __name__ == "__main__":
    main()
