"""The teacher of the attribution model: MiniLM, fine-tuned below the network that is to learn from it.

Hinton et al. (2015) for learning from a teacher's probabilities.
"""

from __future__ import annotations

import random

import numpy as np
import torch
from rich.progress import track
from torch import Tensor, nn

from bench._attribution_network import RATE, Example, Net, Target, padded
from bench._minilm import WIDTH, Reader, Text, Window, hidden_states, pretrained
from rules.attribution.tagger import LABELS, ROLES

LAYERS = (4, 6)
PIECES, SPREAD, WINDOWS_PER_STEP, EPOCHS, ENCODER_RATE = 224, 48, 8, 3, 1.2e-4


class Teacher(nn.Module):
    """The network, told two layers of MiniLM beside the pipeline's vectors."""

    def __init__(self, *known: int) -> None:
        super().__init__()
        self.encoder = pretrained()
        self.encoder.embeddings.requires_grad_(False)
        self.net = Net(*known, extra=len(LAYERS) * WIDTH)
        self.direct = nn.Linear(len(LAYERS) * WIDTH, len(ROLES) * len(LABELS))

    def forward(self, windows: list[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores, labels, steps and mask of all paragraphs of the windows."""
        examples = [example for window in windows for example in window.examples]
        *given, vectors, mask, labels, steps = padded(examples)
        rows = torch.cat(hidden_states(self.encoder, windows, LAYERS))
        encoded = nn.utils.rnn.pad_sequence(rows.split([len(e.vectors) for e in examples]), batch_first=True)
        scores = self.net(*given, torch.cat([vectors, encoded], -1), mask)
        return scores + self.direct(self.net.some(encoded)).view_as(scores), labels, steps, mask


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


def guided(reader: Reader, texts: list[Text], first: int, known: tuple[int, int, int], seed: int) -> list[Example]:
    """The examples of the texts, their targets half their own and half what a teacher says of them.

    The teacher is fitted on the `first` texts alone.
    """
    teacher = Teacher(*known)
    fit(teacher, reader, texts[:first], seed)
    own = [example for text in texts for example, _ in text]
    said = taught(teacher, reader, texts)
    return [o._replace(target=o.target.mixed(s.target)) for o, s in zip(own, said, strict=True)]
