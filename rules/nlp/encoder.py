"""Token vectors as spaCy's small pipelines make them, without what only their training needs.

Hashed features of a word (Svenstrup et al., 2017), then layers of maxout units (Goodfellow et al., 2013) over three
neighbours each. A word that comes again is embedded once, and the layers write into one array.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ids = NDArray[np.uint64]
_ODD = np.uint64(0x9E3779B97F4A7C15)


class Embedding(NamedTuple):
    """A table of `vectors`, four of which make that of a value of the feature in `column`, by its hash with `seed`."""

    column: int
    seed: int
    vectors: Floats


class Layer:
    """Maxout units, then layer normalisation (Ba et al., 2016): the best of each unit's pieces, scaled and moved.

    `weights` are units x pieces x inputs, `bias` units x pieces, `scale` and `shift` one for each unit.
    """

    def __init__(self, weights: Floats, bias: Floats, scale: Floats, shift: Floats) -> None:
        self._units, self._pieces, inputs = weights.shape
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T)
        self._bias, self._scale, self._shift = bias.T.ravel(), scale, shift

    def __call__(self, rows: Floats) -> Floats:
        pieces = rows @ self._weights
        pieces += self._bias
        best = pieces[:, : self._units].copy()
        for piece in range(1, self._pieces):
            np.maximum(best, pieces[:, piece * self._units : (piece + 1) * self._units], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / self._units
        best *= ((variance + 1e-8) ** -0.5)[:, None]
        best *= self._scale
        best += self._shift
        return best


class Encoder(NamedTuple):
    """The layers of a pipeline: `mixing` makes one vector of a word's embeddings, `window` layers look at neighbours.

    `hashed` turns values and a seed into four hashes each; `pad` empty rows stand between two paragraphs.
    """

    hashed: Callable[[Ids, int], NDArray[np.uint32]]
    embeddings: tuple[Embedding, ...]
    mixing: Layer
    window: tuple[Layer, ...]
    pad: int

    def encode(self, features: Ids, lengths: Sequence[int]) -> Floats:
        """A row of numbers for each token of some paragraphs, given its features and how many tokens each has."""
        alike = features @ _ODD ** np.arange(1, features.shape[1] + 1, dtype=np.uint64)
        _, first, again = np.unique(alike, return_index=True, return_inverse=True)
        words = self._embedded(features[first])
        size = words.shape[1]
        places = np.arange(len(features)) + self.pad * np.repeat(np.arange(1, len(lengths) + 1), lengths)
        around = np.zeros((len(features) + self.pad * (len(lengths) + 1), 3 * size), dtype=np.float32)
        rows = around[:, size : 2 * size]
        rows[places] = words[again]
        for layer in self.window:
            around[1:, :size], around[:-1, 2 * size :] = rows[:-1], rows[1:]
            rows += layer(around)
        found: Floats = rows[places]
        return found

    def _embedded(self, features: Ids) -> Floats:
        """One row of the mixing layer for each row of features."""
        found = []
        for column, seed, vectors in self.embeddings:
            hashes = self.hashed(np.ascontiguousarray(features[:, column]), seed) % len(vectors)
            found.append(sum((vectors[hashed] for hashed in hashes.T), np.float32(0)))
        return self.mixing(np.concatenate(found, axis=1))
