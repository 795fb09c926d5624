"""A bidirectional LSTM and a linear-chain CRF in numpy: inference only, all sequences of a text side by side.

Hochreiter and Schmidhuber (1997) for the LSTM, Lafferty et al. (2001) for the CRF, Lample et al. (2016) for both.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Packing:
    """Sequences laid side by side: step t holds the t-th token of every sequence that is long enough.

    `forward[i]` is the row of the i-th packed token in the concatenated sequences, `backward[i]` read from the end.
    """

    def __init__(self, lengths: list[int]) -> None:
        size = np.array(lengths, dtype=np.int64)
        offsets = np.cumsum(size) - size
        order = np.argsort(-size, kind="stable")
        size, offsets = size[order], offsets[order]
        steps = np.arange(size[0])
        self.active = np.searchsorted(-size, -steps, side="left")
        step = np.repeat(steps, self.active)
        lane = np.concatenate([np.arange(count) for count in self.active])
        self.forward = offsets[lane] + step
        self.backward = offsets[lane] + size[lane] - 1 - step
        self.bounds = np.concatenate([[0], np.cumsum(self.active)])


class Lstm:
    """Both directions of an LSTM layer at once.

    The weights have the gates in the order input, forget, cell, output. A sigmoid is half a hyperbolic tangent of half
    its argument, so that one call serves all four.
    """

    def __init__(self, weights: Mapping[str, Floats], name: str) -> None:
        self._size = size = weights[f"{name}.hidden"].shape[1]
        order = np.r_[: 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
        scale = np.repeat(np.array([0.5, 1], dtype=np.float32), [3 * size, size])
        names = (f"{name}.{part}" for part in ("input", "hidden", "bias"))
        self._input, self._hidden, self._bias = (weights[part][..., order] * scale for part in names)

    def __call__(self, rows: Floats, packing: Packing) -> Floats:
        """Hidden states of both directions side by side for each of the concatenated `rows`."""
        size, orders = self._size, (packing.forward, packing.backward)
        gates = np.empty((2, len(rows), 4 * size), dtype=np.float32)  # filled in place: the largest array of a reading
        for gate, order, weights, bias in zip(gates, orders, self._input, self._bias, strict=True):
            np.matmul(rows[order], weights, out=gate)
            gate += bias
        states = np.empty((2, len(rows), size), dtype=np.float32)
        hidden = cell = np.zeros((2, int(packing.active[0]), size), dtype=np.float32)
        for step, count in enumerate(packing.active):
            here = slice(packing.bounds[step], packing.bounds[step + 1])
            total = gates[:, here]
            total += hidden[:, :count] @ self._hidden
            np.tanh(total, out=total)
            gate = total[..., : 3 * size]
            gate += 1
            gate *= 0.5
            cell = gate[..., size : 2 * size] * cell[:, :count]
            cell += gate[..., :size] * total[..., 3 * size :]
            hidden = gate[..., 2 * size :] * np.tanh(cell)
            states[:, here] = hidden
        result = np.empty((len(rows), 2 * size), dtype=np.float32)
        result[packing.forward, :size], result[packing.backward, size:] = states[0], states[1]
        return result


def viterbi(scores: Floats, transitions: Floats, first: Floats, last: Floats, packing: Packing) -> Ints:
    """The best label of each row and chain.

    `scores` is rows x chains x labels, `transitions` chains x labels x labels, `first` and `last` what it costs a chain
    to start and to end with a label. The result is rows x chains.
    """
    packed = scores[packing.forward]
    totals = np.empty_like(packed)
    totals[: packing.active[0]] = best = packed[: packing.active[0]] + first
    for step, count in enumerate(packing.active[1:], 1):
        here = slice(packing.bounds[step], packing.bounds[step + 1])
        totals[here] = best = (best[:count, :, :, None] + transitions).max(2) + packed[here]
    return _trace(totals, transitions.transpose(0, 2, 1), last, packing)


def _trace(totals: Floats, into: Floats, last: Floats, packing: Packing) -> Ints:
    """Follows the best labels back from the end of each sequence; `into` is what it costs to come to each label."""
    labels = np.empty(totals.shape[:2], dtype=np.int64)
    chosen, chains = labels[:0], np.arange(len(into))
    for step in range(len(packing.active) - 1, -1, -1):
        here = slice(packing.bounds[step], packing.bounds[step + 1])
        before, going = totals[here], len(chosen)
        labels[here][:going] = (before[:going] + into[chains, chosen]).argmax(2)
        labels[here][going:] = (before[going:] + last).argmax(2)
        chosen = labels[here]
    result = np.empty_like(labels)
    result[packing.forward] = labels
    return result
