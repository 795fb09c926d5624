"""What MiniLM makes of a word wherever it stands, which tells the attribution network of words that it has seldom seen.

A word's profile is the mean of its hidden states over the articles; what is expected of it by its hidden states alone,
by ridge regression over the words that the articles have often, counts like FEW more occurrences.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track

from bench._minilm import WIDTH, Reader, Text, Window, hidden_states, pretrained

LAYERS, PIECES, WINDOWS = (2, 4), 224, 32
FEW, OFTEN, RIDGE = 2, 5, 0.1
Rows = NDArray[np.float32]


def profiles(reader: Reader, texts: list[Text], words: list[str]) -> Rows:
    """A row for each word, by its number, with mean 0 and variance 1 in every column; zeros for the numbers 0 and 1."""
    alone = np.concatenate(list(_read(reader.alone(words))))
    sums, counts = (np.zeros((len(words) + 2, width), np.float32) for width in (len(LAYERS) * WIDTH, 1))
    windows = [window for window in reader.windows(texts, PIECES) if window.examples]
    for window, rows in zip(windows, _read(windows), strict=True):
        numbers = np.concatenate([example.sequence.ids[:, 0] for example in window.examples])
        np.add.at(sums, numbers, rows)
        np.add.at(counts, numbers, 1)
    found = _smoothed(sums[2:], counts[2:], alone)
    standard = (found - found.mean(0)) / found.std(0)
    return np.concatenate([np.zeros_like(standard[:2]), standard])


def _read(windows: list[Window]) -> Iterator[Rows]:
    """The hidden states of the tokens of each window."""
    model = pretrained().eval()
    for at in track(range(0, len(windows), WINDOWS), "reading words"):
        with torch.no_grad():
            yield from (rows.numpy() for rows in hidden_states(model, windows[at : at + WINDOWS], LAYERS))


def _smoothed(sums: Rows, counts: Rows, alone: Rows) -> Rows:
    """The means, with FEW more occurrences of each word that are as its hidden states alone let expect."""
    often = counts[:, 0] >= OFTEN
    given = alone - alone[often].mean(0)
    known, means = given[often], sums[often] / counts[often]
    spread = known.T @ known
    ridge = RIDGE * np.trace(spread) / len(spread) * np.eye(len(spread), dtype=np.float32)
    expected = means.mean(0) + given @ np.linalg.solve(spread + ridge, known.T @ (means - means.mean(0)))
    return (sums + FEW * expected) / (counts + FEW)
