"""What the network is told of the paragraphs around a token: what they quote, and what they are about."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rules.nlp import Parsed
from rules.text.quotes import Quotation, find_quotations

QUOTING = 7
"""Columns: inside a quotation; the paragraph begins within one, ends within one; which share of the paragraph before,
of this one and of the next is quoted; it is the last."""
_NONE = Quotation(-1, -1, closed=True)


def quoting_flags(parsed: Parsed, parts: list[NDArray[np.int64]]) -> list[NDArray[np.float32]]:
    """For each paragraph, given as the places of its tokens, a row per token with QUOTING columns."""
    inside, begun, unclosed = _quoted(parsed)
    shares = [0.0, *(float(inside[places].mean()) for places in parts), 0.0]
    found = []
    for number, places in enumerate(parts):
        flags = np.empty((len(places), QUOTING), dtype=np.float32)
        flags[:, 0], flags[:, 1], flags[:, 2] = inside[places], begun[places[0]], unclosed[places[-1]]
        flags[:, 3:6], flags[:, 6] = shares[number : number + 3], number == len(parts) - 1
        found.append(flags)
    return found


def surroundings(parsed: Parsed, parts: list[NDArray[np.int64]]) -> NDArray[np.float32]:
    """The pipeline's mean vector of the whole text, of the paragraph before and of the next, side by side.

    A row for each paragraph; zeros where there is none, and in a text of one paragraph.
    """
    vectors = parsed.vectors
    if len(parts) < 2:
        return np.zeros((len(parts), 3 * vectors.shape[-1]), dtype=np.float32)
    means = np.array([vectors[places].mean(axis=0) for places in parts])
    whole = np.broadcast_to(np.average(means, axis=0, weights=[len(places) for places in parts]), means.shape)
    none = np.zeros_like(means[:1])
    around = [whole, np.concatenate([none, means[:-1]]), np.concatenate([means[1:], none])]
    return np.concatenate(around, axis=1, dtype=np.float32)


def _quoted(parsed: Parsed) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """For each token whether it stands in a quotation, in one that began before it, in one that goes on after it."""
    start = parsed.starts
    stop = start + np.array([len(word) for word in parsed.words], dtype=np.int64)
    extents = np.array([_NONE, *find_quotations(parsed.text)], dtype=np.int64)
    begin, end, closed = extents[np.searchsorted(extents[:, 0], stop, side="left") - 1].T
    inside: NDArray[np.bool_] = start < end
    return inside, inside & (begin < start), inside & ((end > stop) | (closed == 0))
