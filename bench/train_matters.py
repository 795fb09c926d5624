"""Fits what tells another matter of the same people: `python -m bench.train_matters DATA`, DATA the evaluation data.

Learns from invented claims (`bench/near_pairs.yaml`), from headlines and posts about their own rumour or another one
with a name in common (Emergent, CLEF-2020), and from sentences on one event (ECB+, STS news). Prints the shares that
are taken for another matter, each judged by a model that has not seen the claim.
"""

from __future__ import annotations

import random
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import yaml

from bench._data import command_line, print_figures, read_jsonl
from bench._linear import Values, fit_linear, unseen
from rules.matching.matter_features import MatterFeatures
from rules.matching.matters import FILE, MODEL, SURE, UNLIKE, is_plain
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

PAIRS = Path(__file__).parent / "near_pairs.yaml"
_FOLDS, _STRENGTH, _SEED = 8, 0.3, 1
_WEIGHTS = {"own": 20.0, "emergent": 1.5, "clef": 0.5, "ecb": 0.3, "sts": 0.5, "other_emergent": 1.0, "other_clef": 1.0}
_NAME = re.compile(r"(?<=\s)[A-Z][\w'-]{2,}")
_SAME, _MOST, _ALIKE = 2000, 1000, 4.0


class Pair(NamedTuple):
    """A claim, a text, which file they are from, and whether they are on one matter."""

    claim: str
    text: str
    source: str
    same: bool


def main() -> None:
    """Cross-validate by claims, fit on everything, write."""
    parser = command_line(__doc__)
    parser.add_argument("data", type=Path, help="the folder of the evaluation data")
    data = parser.parse_args().data
    pairs = [*_own(), *_emergent(data), *_clef(data), *_sentences(data)]
    features = Rulebook().part(MatterFeatures)
    found = [features.of(pair.claim, pair.text) for pair in pairs]
    doubtful = [not is_plain(each) for each in found]
    names = sorted({name for each in found for name in each})
    x = np.array([[each.get(name, 0.0) for name in names] for each in found])
    y, weights = np.array([p.same for p in pairs]), np.array([_WEIGHTS[p.source] for p in pairs]) * doubtful
    folds = np.array([zlib.crc32(p.claim.encode()) % _FOLDS for p in pairs])
    odds = unseen(names, x, y, folds, _STRENGTH, weights)
    odds[~np.array(doubtful)] = SURE
    (DATA / FILE).write_bytes(msgspec.json.encode({MODEL: fit_linear(names, x, y, _STRENGTH, weights)}) + b"\n")
    print_figures(**_figures(pairs, odds))


def _figures(pairs: Sequence[Pair], odds: Values) -> dict[str, float]:
    taken: dict[str, list[bool]] = defaultdict(list)
    for pair, likely in zip(pairs, odds, strict=True):
        taken[("" if pair.same else "not_") + pair.source.removeprefix("other_")].append(bool(likely < UNLIKE))
    return {name: float(np.mean(each)) for name, each in sorted(taken.items())}


def _own() -> Iterator[Pair]:
    for row in yaml.safe_load(PAIRS.read_text(encoding="utf-8")):
        yield from (Pair(row["claim"], text, "own", same) for same, kind in ((True, "same"), (False, "other"))
                    for text in row[kind])  # fmt: skip


def _emergent(data: Path) -> Iterator[Pair]:
    rows, chance = read_jsonl(data / "stance/emergent_train.jsonl", "claim", "evidence"), random.Random(_SEED)
    yield from (Pair(row["claim"], report["text"], "emergent", True) for row in rows for report in row["evidence"])
    others = [Pair(row["claim"], chance.choice(other["evidence"])["text"], "other_emergent", False)
              for row in rows for other in rows if row is not other and _names(row["claim"]) & _names(other["claim"])]
    yield from chance.sample(others, min(_MOST, len(others)))


def _clef(data: Path) -> Iterator[Pair]:
    docs = {row["doc_id"]: row["text"] for row in read_jsonl(data / "matching/clef2020_docs.jsonl", "doc_id", "text")}
    for part in ("train", "dev"):
        for row in read_jsonl(data / f"matching/clef2020_queries_{part}.jsonl", "text", "relevant"):
            yield Pair(docs[row["relevant"][0]], row["text"], "clef", True)
    yield from (Pair(claim, other, "other_clef", False) for claim, other in _namesakes(docs))


def _namesakes(docs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Claims with another that shares two names."""
    chance, by_name = random.Random(_SEED), defaultdict(set)
    for text in docs.values():
        for name in _names(text):
            by_name[name].add(text)
    for text in chance.sample(sorted(docs.values()), 2 * _MOST):
        names = _names(text)
        others = {o for name in names for o in by_name[name] if o != text and len(_names(o) & names) > 1}
        if others:
            yield text, chance.choice(sorted(others))


def _sentences(data: Path) -> Iterator[Pair]:
    parts = [read_jsonl(data / f"matching/ecbplus_pairs_{part}.jsonl", "label") for part in ("train", "dev")]
    same = [row for rows in parts for row in rows if row["label"]]
    for row in random.Random(_SEED).sample(same, _SAME):
        yield Pair(row["text_a"], row["text_b"], "ecb", True)
    for row in read_jsonl(data / "matching/stsb_news_train.jsonl", "genre", "score"):
        if "news" in row["genre"] and row["score"] >= _ALIKE:
            yield Pair(row["text_a"], row["text_b"], "sts", True)


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text))


if __name__ == "__main__":
    main()
