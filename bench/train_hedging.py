"""Learn when a cue hedges: `python -m bench.train_hedging NEWS WIKI` writes rules/data/en/hedge_context.json.

Candidates are the rulebook's cues of uncertainty; one counts as a hedge where it overlaps an annotated cue. Wikipedia
counts less than news, and what is particular to news is learnt beside what both share (Daumé 2007).
"""

from __future__ import annotations

import collections
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench._data import command_line, print_figures, read_jsonl
from rules.hedging.candidates import Candidate, Candidates
from rules.hedging.context import FILE, Tagger, Weights, here, kinds
from rules.hedging.cues import Cues
from rules.nlp import Parser
from rules.rulebook import Rulebook

Row = dict[str, Any]
WIKI_WEIGHT = 0.2
NEWS_SHARE = 2.0
SCALES = {"shared": 0.8, "own": 0.8, "form": 2.0, "news": NEWS_SHARE}
SEPARATOR = "\t"
INVERSE_PENALTY = 0.5
UNCERTAIN_FROM = 0.35
SUPPRESS_BELOW = 0.08
SMALLEST = 0.03
FAR = ("if", "unless", "whether", "until", "would", "could", "not", "n't", "that", "said", "when", "will", "should",
       "may", "might", "?", '"')  # fmt: skip


def main() -> None:
    """Write the weights and print their number."""
    parser = command_line(__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("wiki", type=Path)
    options = parser.parse_args()
    trainer = Trainer(Rulebook(), read_jsonl(options.wiki))
    learnt = trainer.fit(read_jsonl(options.news))
    trainer.rulebook.path(FILE).write_bytes(msgspec.json.format(msgspec.json.encode(learnt), indent=0) + b"\n")
    print_figures(shared=len(learnt.shared), own=sum(map(len, learnt.own.values())), tags=len(learnt.tags))


class Named(NamedTuple):
    """A candidate as the model sees it: features by name."""

    form: str
    kinds: list[str]
    here: list[str]


class Trainer:
    """Fits weights on news rows beside the Wikipedia rows it was made with."""

    def __init__(self, rulebook: Rulebook, wiki: list[Row]) -> None:
        self.rulebook = rulebook
        cues = rulebook.part(Cues)
        self._uncertain = {c.id for c in cues.categories.values() if c.uncertainty}
        self._tags, self._endings = _tag_lists(rulebook, [row["text"] for row in wiki if self.candidates(row)])
        self._wiki = self._examples(wiki)

    def candidates(self, row: Row) -> list[Candidate]:
        """The cues of uncertainty in a row's text."""
        found = self.rulebook.part(Candidates).find(row["text"])
        return [candidate for candidate in found if candidate.cue.category in self._uncertain]

    def fit(self, news: list[Row]) -> Weights:
        """Weights learnt from `news` and the Wikipedia rows."""
        named, hedges = self._examples(news)
        wiki, wiki_hedges = self._wiki
        vectorizer = DictVectorizer(sparse=True)
        matrix = vectorizer.fit_transform(
            [_valued(n, news=True) for n in named] + [_valued(n, news=False) for n in wiki]
        )
        matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
        model = LogisticRegression(C=INVERSE_PENALTY, max_iter=200, solver="liblinear", random_state=0)
        weight = [1.0] * len(named) + [WIKI_WEIGHT] * len(wiki)
        model.fit(matrix, hedges + wiki_hedges, sample_weight=weight)
        coefficients = dict(zip(vectorizer.feature_names_, model.coef_[0], strict=True))
        return self._weights(coefficients, model.intercept_[0], _ambiguous(named + wiki, hedges + wiki_hedges))

    def _examples(self, rows: list[Row]) -> tuple[list[Named], list[bool]]:
        tagger, far = Tagger(self._tags, self._endings), frozenset(FAR)
        named, hedges = [], []
        for row in rows:
            for candidate in self.candidates(row):
                named.append(Named(candidate.form, kinds(candidate), here(row["text"], candidate, tagger, far)))
                hedges.append(any(c["start"] < candidate.end and candidate.start < c["end"] for c in row["cues"]))
        return named, hedges

    def _weights(self, coefficients: dict[str, float], intercept: float, judged: tuple[str, ...]) -> Weights:
        """Scales and the share of news folded into the weights, the smallest left out."""
        bias = intercept + NEWS_SHARE * coefficients.pop("news", 0.0)
        shared: dict[str, float] = {}
        own: dict[str, dict[str, float]] = collections.defaultdict(lambda: collections.defaultdict(float))
        for key, coefficient in sorted(coefficients.items()):
            kind, form, name = key.split(SEPARATOR)
            weight = round(float(coefficient) * SCALES[kind], 3)
            if abs(weight) >= SMALLEST and kind == "shared":
                shared[name] = weight
            elif abs(weight) >= SMALLEST:
                own[form][name] = round(own[form][name] + weight, 3)
        return Weights(
            bias=round(float(bias), 4), shared=shared, own=own, tags=self._tags, endings=self._endings, far=FAR,
            judged=judged, uncertain_from=UNCERTAIN_FROM, suppress_below=SUPPRESS_BELOW)


def _ambiguous(named: list[Named], hedges: list[bool]) -> tuple[str, ...]:
    """The forms met in both senses, not mostly as hedges."""
    counts = collections.Counter((example.form, hedge) for example, hedge in zip(named, hedges, strict=True))
    return tuple(sorted(form for form, hedge in counts if hedge and counts[form, False] * 2 >= counts[form, True]))


def _valued(example: Named, news: bool) -> dict[str, float]:
    form = example.form
    valued = {_key("shared", "", name): SCALES["shared"] for name in example.kinds + example.here}
    valued |= {_key("own", form, name): SCALES["own"] for name in example.here}
    valued[_key("form", form, "")] = SCALES["form"]
    if news:
        valued[_key("news", form, "")] = SCALES["news"]
        valued["news"] = NEWS_SHARE
    return valued


def _key(kind: str, form: str, name: str) -> str:
    return SEPARATOR.join((kind, form, name))


def _tag_lists(rulebook: Rulebook, texts: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The commonest tag of each word met three times, and of each ending met in six words."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    parser = rulebook.part(Parser)
    for text in texts:
        parsed = parser.parse(text)
        for word, tag in zip(parsed.words, parsed.tags, strict=True):
            if not word.isspace():
                counts[word.lower()][tag] += 1
    endings: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for word, tags in counts.items():
        for length in (2, 3):
            endings[word[-length:]][_commonest(tags)] += 1
    words = {w: _commonest(t) for w, t in sorted(counts.items()) if t.total() >= 3}
    return words, {e: _commonest(t) for e, t in sorted(endings.items()) if t.total() >= 6}


def _commonest(tags: collections.Counter[str]) -> str:
    return min(tags, key=lambda tag: (-tags[tag], tag))


if __name__ == "__main__":
    main()
