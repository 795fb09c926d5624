"""Static word vectors: the weights that the `wordllama` wheel carries, without network, torch or model download."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import wordllama
from numpy.typing import NDArray

from rules.rulebook import Rulebook

Vectors = NDArray[np.float32]
_PACKAGE = Path(wordllama.__file__).parent
_REMEMBERED = 1 << 16


class WordVectors:
    """Unit vectors of 256 numbers for single words, any spelling included (they are put together from word pieces)."""

    def __init__(self, rulebook: Rulebook) -> None:
        model = wordllama.WordLlama.load(cache_dir=_PACKAGE, disable_download=True)
        self._tokenizer = model.tokenizer
        self._tokenizer.no_padding()
        self._pieces: Vectors = model.embedding.astype(np.float32)
        self._known: dict[str, Vectors] = {}

    def of(self, words: list[str]) -> Vectors:
        """One row for each word, in lower case or as written; shape (words, 256)."""
        found = {word: self._vector(word) for word in words}
        return np.array([found[word] for word in words], np.float32).reshape(-1, 256)

    def _vector(self, word: str) -> Vectors:
        """From memory or put together; safe to call from several threads at once."""
        known = self._known.get(word)
        if known is None:
            pieces = self._tokenizer.encode(word, add_special_tokens=False).ids
            known = unit(self._pieces[pieces].sum(axis=0))
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known


def unit(vector: Vectors) -> Vectors:
    """`vector` at length 1; the zero vector stays."""
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector
