"""Static word vectors: the weights that the `wordllama` wheel carries, without network, torch or model download."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from tokenizers import Tokenizer

from rules.rulebook import Rulebook

Vectors = NDArray[np.float32]
REMEMBERED = 1 << 13
"""How many words keep their vector, 1.3 kB each: a worker lives long and sees ever more words."""


class WordVectors:
    """Unit vectors of 256 numbers for single words, any spelling included (they are put together from word pieces)."""

    def __init__(self, rulebook: Rulebook) -> None:
        folder = _shipped()
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json"))
        self._tokenizer.no_padding()
        with safe_open(folder / "weights" / "l2_supercat_256.safetensors", "numpy") as weights:
            self._pieces = weights.get_tensor("embedding.weight")
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


def _shipped() -> Path:
    """The folder of the wheel, whose own loader makes the weights twice as wide and its logging the program's."""
    found = find_spec("wordllama")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the package wordllama, whose word vectors are read, is not installed")
    return Path(found.origin).parent
