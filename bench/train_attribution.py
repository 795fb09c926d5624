"""Rebuilds the attribution model: `python -m bench.train_attribution FILE … [--out FILE]`.

A bidirectional LSTM over the features of `rules.attribution.features` scores the labels of three chains, one per role;
a linear-chain CRF on each is fitted by maximum likelihood. Needs PyTorch (`pip install torch==2.13.0`), which the
product does not: the weights are written for `rules.attribution.network`. The seed is fixed.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from rich.progress import track
from torch import Tensor, nn

from bench._data import command_line, read_jsonl
from rules import nlp
from rules.attribution.features import AFFIXES, COLUMNS, FLAGS, OF_HEAD, Features, Sequence, plain
from rules.attribution.tagger import LABELS, ROLES
from rules.rulebook import files

HIDDEN, VECTOR, AROUND = 128, 96, 16
WIDTHS = {"word": 64, "suffix": 32, "prefix": 16, "shape": 8, "tag": 24, "dep": 16}
RAREST_WORD, DROPOUT, RATE, TOKENS_PER_STEP, UNKNOWN_SHARE, ALONE_SHARE = 3, 0.4, 2e-3, 1600, 0.1, 0.2
FORBIDDEN = -1e4


class Example(NamedTuple):
    """A sequence, its label in each chain (tokens x roles) and the pipeline's vectors."""

    sequence: Sequence
    labels: np.ndarray
    vectors: np.ndarray


def chain_masks() -> tuple[Tensor, Tensor, Tensor]:
    """What a chain of O B I E S forbids: steps, first labels and last labels."""
    follows = {"O": "OBS", "E": "OBS", "S": "OBS", "B": "IE", "I": "IE"}
    steps = [[0.0 if after in follows[before] else FORBIDDEN for after in LABELS] for before in LABELS]
    first = [0.0 if label in "OBS" else FORBIDDEN for label in LABELS]
    last = [0.0 if label in "OES" else FORBIDDEN for label in LABELS]
    return torch.tensor(steps), torch.tensor(first), torch.tensor(last)


class Chains(nn.Module):
    """One linear-chain CRF per role."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(len(ROLES), len(LABELS), len(LABELS)))
        self.starts = nn.Parameter(torch.zeros(len(ROLES), len(LABELS)))
        for name, mask in zip(("steps", "first", "last"), chain_masks(), strict=True):
            self.register_buffer(name, mask)

    def loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood, summed; `scores` is batch x tokens x roles x labels."""
        moves = self.moves + self.steps
        total = scores[:, 0] + self.starts + self.first
        for step in range(1, scores.shape[1]):
            longer = torch.logsumexp(total.unsqueeze(-1) + moves, 2) + scores[:, step]
            total = torch.where(mask[:, step, None, None], longer, total)
        gold = (scores.gather(3, labels.unsqueeze(-1)).squeeze(-1) * mask.unsqueeze(-1)).sum(1)
        roles = torch.arange(len(ROLES))
        gold = gold + self.starts[roles, labels[:, 0]]
        gold = gold + (moves[roles, labels[:, :-1], labels[:, 1:]] * mask[:, 1:].unsqueeze(-1)).sum(1)
        return (torch.logsumexp(total + self.last, -1) - gold).sum()


class LockedDropout(nn.Module):
    """Leaves out the same units at all tokens of a sequence (Gal and Ghahramani, 2016)."""

    def forward(self, rows: Tensor) -> Tensor:
        if not self.training:
            return rows
        kept = torch.rand(len(rows), 1, rows.shape[-1]) >= DROPOUT
        return rows * kept / (1 - DROPOUT)


class BothWays(nn.Module):
    """An LSTM from either end, on padded rows: four times as fast as `bidirectional=True` on packed ones."""

    def __init__(self) -> None:
        super().__init__()
        self.forth, self.back = (nn.LSTM(HIDDEN, HIDDEN, batch_first=True) for _ in range(2))

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        lane, place = torch.arange(len(rows)).unsqueeze(-1), torch.arange(rows.shape[1])
        turned = torch.where(mask, mask.sum(1, keepdim=True) - 1 - place, place)
        return torch.cat([self.forth(rows)[0], self.back(rows[lane, turned])[0][lane, turned]], -1)


class Net(nn.Module):
    """Scores of every label in every chain."""

    def __init__(self, words: int, tags: int, deps: int) -> None:
        super().__init__()
        known = {"word": words, "suffix": AFFIXES, "prefix": AFFIXES, "shape": 16, "tag": tags, "dep": deps}
        self.tables = nn.ModuleDict({c: nn.Embedding(known[c] + 2, WIDTHS[c], padding_idx=0) for c in COLUMNS})
        nn.init.normal_(self.tables["word"].weight, 0, 0.1)
        self.vector, self.around = nn.Linear(VECTOR, VECTOR), nn.Linear(3 * VECTOR, AROUND)
        self.input = nn.Linear(sum(WIDTHS[c] for c in (*COLUMNS, *OF_HEAD)) + FLAGS + VECTOR + AROUND, HIDDEN)
        self.lstm = BothWays()
        self.hidden = nn.Linear(2 * HIDDEN, HIDDEN)
        self.output = nn.Linear(HIDDEN, len(ROLES) * len(LABELS))
        self.chains = Chains()
        self.some, self.more, self.locked = nn.Dropout(DROPOUT / 2), nn.Dropout(DROPOUT), LockedDropout()

    def forward(
        self, ids: Tensor, heads: Tensor, flags: Tensor, around: Tensor, vectors: Tensor, mask: Tensor
    ) -> Tensor:
        if self.training:  # a word is now and then unknown, a paragraph alone, so that these are learnt too
            around = around * (torch.rand(len(around), 1) >= ALONE_SHARE)
            hide = (torch.rand(ids.shape[:2]) < UNKNOWN_SHARE) & (ids[..., 0] > 0)
            ids = torch.cat([torch.where(hide, 1, ids[..., 0]).unsqueeze(-1), ids[..., 1:]], -1)
        own = {column: self.tables[column](ids[..., place]) for place, column in enumerate(COLUMNS)}
        lane = torch.arange(len(ids)).unsqueeze(-1)
        of_head = [own[column][lane, heads] for column in OF_HEAD]
        about = torch.relu(self.around(around)).unsqueeze(1).expand(-1, ids.shape[1], -1)
        joined = torch.cat([*own.values(), *of_head, flags, torch.relu(self.vector(vectors)), about], -1)
        rows = self.locked(torch.relu(self.input(self.some(joined))))
        scores = self.output(self.more(torch.relu(self.hidden(self.locked(self.lstm(rows, mask))))))
        return scores.view(*mask.shape, len(ROLES), len(LABELS))


def labels_of(doc: Any, article: dict[str, Any]) -> np.ndarray:
    """The gold label of each token in each chain; where spans of a role overlap the longer one stays."""
    labels = np.zeros((len(doc), len(ROLES)), dtype=np.int64)
    for chain, role in enumerate(ROLES):
        spans = {tuple(a[role]) for a in article["attributions"] if a[role]}
        for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s)):
            span = doc.char_span(start, end, alignment_mode="expand")
            tokens = [token.i for token in span if not token.is_space]
            if tokens and not labels[tokens, chain].any():
                labels[tokens, chain] = LABELS.index("I")
                labels[tokens[0], chain], labels[tokens[-1], chain] = LABELS.index("B"), LABELS.index("E")
                if len(tokens) == 1:
                    labels[tokens, chain] = LABELS.index("S")
    return labels


def batches(examples: list[Example], shuffle: random.Random) -> list[list[Example]]:
    """Examples of like length together, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.labels) + 4 * shuffle.random())
    result: list[list[Example]] = [[]]
    for example in ordered:
        if len(result[-1]) >= 64 or (len(result[-1]) + 1) * len(example.labels) > TOKENS_PER_STEP:
            result.append([])
        result[-1].append(example)
    result = [batch for batch in result if batch]
    shuffle.shuffle(result)
    return result


def padded(batch: list[Example]) -> list[Tensor]:
    """Ids, heads, flags, surroundings (a row per example), vectors, mask and labels of a batch, padded."""
    rows = [(*e.sequence[1:], e.vectors, np.ones(len(e.labels), bool), e.labels) for e in batch]
    columns = [[torch.from_numpy(array) for array in column] for column in zip(*rows, strict=True)]
    return [nn.utils.rnn.pad_sequence(column, batch_first=True) for column in columns]


def fit(net: Net, examples: list[Example], epochs: int, seed: int) -> None:
    """AdamW with one cycle of the learning rate."""
    shuffle = random.Random(seed)
    rounds = [batches(examples, shuffle) for _ in range(epochs)]
    steps = [batch for one in rounds for batch in one]
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=1e-4)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=len(steps) + 1, pct_start=0.15)
    net.train()
    for batch in track(steps, "fitting"):
        *given, mask, labels = padded(batch)
        loss = net.chains.loss(net(*given, mask), labels, mask) / (len(batch) * len(ROLES))
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        optimiser.zero_grad()
        cycle.step()


def weights(net: Net) -> Iterator[tuple[str, np.ndarray]]:
    """The weights by the names that `RoleTagger` reads; matrices multiply from the right."""
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    for column in COLUMNS:
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


def main() -> None:
    """Trains on the articles of the files and writes the model into the rulebook."""
    options = command_line(__doc__)
    options.add_argument("train", nargs="+")
    options.add_argument("--out", type=Path, default=files.DATA / "en" / "attribution.npz")
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--threads", type=int, default=1)
    given = options.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True)
    articles = [article for path in given.train for article in read_jsonl(path)]
    docs = [nlp.parse(article["text"]) for article in track(articles, "parsing")]
    counts = Counter(plain(token.lower_) for doc in docs for token in doc if not token.is_space)
    words = sorted(word for word, count in counts.items() if count >= RAREST_WORD)
    tags = sorted({token.tag_ for doc in docs for token in doc})
    deps = sorted({token.dep_ for doc in docs for token in doc})
    features = Features(words, tags, deps)
    examples = []
    for doc, article in zip(docs, articles, strict=True):
        labels = labels_of(doc, article)
        examples += [Example(s, labels[s.tokens], doc.tensor[s.tokens]) for s in features.sequences(doc)]
    net = Net(len(words), len(tags), len(deps))
    fit(net, examples, given.epochs, given.seed)
    arrays = {name: array.astype(np.float16) for name, array in weights(net)}
    write(given.out, {"words": np.array(words), "tags": np.array(tags), "deps": np.array(deps)} | arrays)


if __name__ == "__main__":
    main()
