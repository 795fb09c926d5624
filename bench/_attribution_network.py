"""The network that is trained to find attributions: a bidirectional LSTM below three linear-chain CRFs, in PyTorch.

What it learns is written for `rules.attribution.network`, which reads with it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from rules.attribution.features import AFFIXES, COLUMNS, FLAGS, OF_HEAD, Sequence
from rules.attribution.tagger import LABELS, ROLES

HIDDEN, VECTOR, AROUND = 128, 96, 16
WIDTHS = {"word": 64, "suffix": 32, "prefix": 16, "shape": 8, "tag": 24, "dep": 16}
DROPOUT, RATE, ALONE_SHARE = 0.4, 2e-3, 0.2
UNKNOWN_SHARE, UNTAUGHT_SHARE = 0.1, 0.3
"""How often a word is read without its own vector: where words have no profiles, and where they have."""
FORBIDDEN = -1e4


class Target(NamedTuple):
    """How likely each label of a token is (tokens x roles x labels), and how often each step is expected."""

    labels: np.ndarray
    steps: np.ndarray

    def mixed(self, other: Target) -> Target:
        """Half this, half the other."""
        return Target((self.labels + other.labels) / 2, (self.steps + other.steps) / 2)


class Example(NamedTuple):
    """A sequence, what is to be learnt of it and the pipeline's vectors."""

    sequence: Sequence
    target: Target
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

    def partition(self, scores: Tensor, steps: Tensor, mask: Tensor) -> Tensor:
        """Log of the sum over all paths, summed; scores: batch x tokens x roles x labels, steps: batch x roles x …"""
        moves = steps + self.steps
        total = scores[:, 0] + self.starts + self.first
        for step in range(1, scores.shape[1]):
            longer = torch.logsumexp(total.unsqueeze(-1) + moves, 2) + scores[:, step]
            total = torch.where(mask[:, step, None, None], longer, total)
        return torch.logsumexp(total + self.last, -1).sum()

    def loss(self, scores: Tensor, labels: Tensor, steps: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood that the target expects, summed: for one path its own, for a teacher's lattice the
        divergence from it but for a constant."""
        expected = (scores * labels).sum() + (self.starts * labels[:, 0]).sum() + (self.moves * steps).sum()
        return self.partition(scores, self.moves.expand_as(steps), mask) - expected

    def lattice(self, scores: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The probabilities of labels and the expected steps of each sequence: gradients of the partition."""
        given = scores.detach().requires_grad_(), self.moves.detach().repeat(len(scores), 1, 1, 1).requires_grad_()
        return torch.autograd.grad(self.partition(*given, mask), given)


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


class Words(nn.Module):
    """A vector of its own for each frequent word and, where words have profiles, what is learnt of these."""

    def __init__(self, frequent: int, profiles: Tensor | None) -> None:
        super().__init__()
        self.own = nn.Embedding(frequent + 2, WIDTHS["word"], padding_idx=0)
        self.profiles, self.hidden_share = profiles, UNKNOWN_SHARE
        if profiles is not None:
            self.told = nn.Linear(profiles.shape[1], WIDTHS["word"], bias=False)
            self.hidden_share = UNTAUGHT_SHARE

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of words; in training each is now and then without its own, so that this is learnt too."""
        hidden = ids >= len(self.own.weight)
        if self.training:
            hidden |= (torch.rand(ids.shape) < self.hidden_share) & (ids > 0)
        own: Tensor = self.own(torch.where(hidden, 1, ids))
        return own if self.profiles is None else own + self.told(self.profiles[ids])

    def all(self) -> Tensor:
        """The vectors of all words by their numbers, as they are read once learnt."""
        return self.eval()(torch.arange(len(self.own.weight if self.profiles is None else self.profiles)))


class Net(nn.Module):
    """Scores of every label in every chain; `profiles` has a row for each known word, the frequent ones first."""

    def __init__(self, frequent: int, tags: int, deps: int, extra: int = 0, profiles: Tensor | None = None) -> None:
        super().__init__()
        known = {"suffix": AFFIXES, "prefix": AFFIXES, "shape": 16, "tag": tags, "dep": deps}
        self.tables = nn.ModuleDict({"word": Words(frequent, profiles)})
        self.tables.update({c: nn.Embedding(size + 2, WIDTHS[c], padding_idx=0) for c, size in known.items()})
        nn.init.normal_(self.tables["word"].own.weight, 0, 0.1)
        context = VECTOR + extra // 6
        self.vector, self.around = nn.Linear(VECTOR + extra, context), nn.Linear(3 * VECTOR, AROUND)
        self.input = nn.Linear(sum(WIDTHS[c] for c in (*COLUMNS, *OF_HEAD)) + FLAGS + context + AROUND, HIDDEN)
        self.lstm = BothWays()
        self.hidden = nn.Linear(2 * HIDDEN, HIDDEN)
        self.output = nn.Linear(HIDDEN, len(ROLES) * len(LABELS))
        self.chains = Chains()
        self.some, self.more, self.locked = nn.Dropout(DROPOUT / 2), nn.Dropout(DROPOUT), LockedDropout()

    def forward(
        self, ids: Tensor, heads: Tensor, flags: Tensor, around: Tensor, vectors: Tensor, mask: Tensor
    ) -> Tensor:
        if self.training:  # a paragraph is now and then alone, so that this is learnt too
            around = around * (torch.rand(len(around), 1) >= ALONE_SHARE)
        own = {column: self.tables[column](ids[..., place]) for place, column in enumerate(COLUMNS)}
        lane = torch.arange(len(ids)).unsqueeze(-1)
        of_head = [own[column][lane, heads] for column in OF_HEAD]
        about = torch.relu(self.around(around)).unsqueeze(1).expand(-1, ids.shape[1], -1)
        joined = torch.cat([*own.values(), *of_head, flags, torch.relu(self.vector(vectors)), about], -1)
        rows = self.locked(torch.relu(self.input(self.some(joined))))
        scores = self.output(self.more(torch.relu(self.hidden(self.locked(self.lstm(rows, mask))))))
        return scores.view(*mask.shape, len(ROLES), len(LABELS))


def one_path(labels: np.ndarray) -> Target:
    """The target that the labels of each token (tokens x roles) are."""
    sure = np.eye(len(LABELS), dtype=np.float32)[labels]
    return Target(sure, np.einsum("trb,tra->rba", sure[:-1], sure[1:]))


def padded(batch: list[Example]) -> list[Tensor]:
    """Ids, heads, flags, surroundings (a row per example), vectors, mask, labels and steps of a batch, padded."""
    rows = [(*e.sequence[1:], e.vectors, np.ones(len(e.vectors), bool), *e.target) for e in batch]
    columns = [[torch.from_numpy(array) for array in column] for column in zip(*rows, strict=True)]
    return [nn.utils.rnn.pad_sequence(column, batch_first=True) for column in columns]
