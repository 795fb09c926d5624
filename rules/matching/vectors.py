"""Static word vectors: the weights that the `wordllama` wheel carries, without network, torch or model download."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rules.rulebook import Rulebook

Vectors = NDArray[np.float32]
REMEMBERED = 1 << 13
"""How many words keep their vector, 1.3 kB each: a worker lives long and sees ever more words."""


class WordVectors:
    """Unit vectors of 256 numbers for single words, any spelling included (they are put together from word pieces)."""

    def __init__(self, rulebook: Rulebook) -> None:
        model = _shipped_model()
        self._tokenizer = model.tokenizer
        self._tokenizer.no_padding()
        self._pieces = model.embedding.astype(np.float16)  # as they are on the disk
        self._vector = lru_cache(REMEMBERED)(self._made)

    def of(self, words: list[str]) -> Vectors:
        """One row for each word, in lower case or as written; shape (words, 256)."""
        found = {word: self._vector(word) for word in words}
        return np.array([found[word] for word in words], np.float32).reshape(-1, 256)

    def _made(self, word: str) -> Vectors:
        """Put together of its pieces."""
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        return unit(self._pieces[ids].sum(axis=0, dtype=np.float32))


def unit(vector: Vectors) -> Vectors:
    """`vector` at length 1; the zero vector stays."""
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def _shipped_model() -> Any:
    """The model in the wheel; what importing its library does to the root logger, which is the program's, is undone."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    import wordllama

    root.setLevel(level)
    root.handlers[:] = handlers
    return wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
