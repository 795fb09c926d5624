"""What the network sees of each token: word, affixes, tag, shape, quotation state, and the pipeline's own vector."""

from __future__ import annotations

import zlib
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rules.nlp import Doc, paragraphs

AFFIXES = 2048
"""How many buckets the hashed prefixes and suffixes share."""
COLUMNS = ("word", "suffix", "prefix", "shape", "tag")
FLAGS = 7
_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'


class Sequence(NamedTuple):
    """A paragraph or a part of one: the tokens of a document that are no white space."""

    tokens: NDArray[np.int64]
    ids: NDArray[np.int64]
    flags: NDArray[np.float32]


class Features:
    """Turns a parsed document into sequences. `words` and `tags` are known by their place, 0 is padding, 1 unknown."""

    def __init__(self, words: list[str], tags: list[str]) -> None:
        self._words = {word: place for place, word in enumerate(words, 2)}
        self._tags = {tag: place for place, tag in enumerate(tags, 2)}

    def sequences(self, doc: Doc) -> list[Sequence]:
        """The sequences of `doc` in order: `ids` has a row per token and the columns COLUMNS, `flags` FLAGS columns."""
        known: dict[str, tuple[int, ...]] = {}
        found = []
        for paragraph, (start, end) in enumerate(paragraphs(doc)):
            tokens = [token for token in doc[start:end] if not token.is_space]
            texts = [token.text for token in tokens]
            for text in texts:
                if text not in known:
                    known[text] = self._form(text)
            ids = [(*known[token.text], self._tags.get(token.tag_, 1)) for token in tokens]
            places = np.array([token.i for token in tokens], dtype=np.int64)
            starts = [bool(token.is_sent_start) for token in tokens]
            if tokens:
                found.append(Sequence(places, np.array(ids, dtype=np.int64), _flags(texts, starts, paragraph)))
        return found

    def _form(self, text: str) -> tuple[int, int, int, int]:
        word = text.lower()
        return self._words.get(word, 1), _bucket(word[-3:]), _bucket("p" + word[:3]), _shape(text)


def quoted(texts: list[str]) -> list[bool]:
    """For each token whether it stands inside quotation marks, the marks included.

    A straight mark toggles. A paragraph starts unquoted, because each paragraph of a long quotation opens it anew.
    """
    inside, result = False, []
    for text in texts:
        before = inside
        for mark in text:
            if mark == _STRAIGHT:
                inside = not inside
            elif mark in _OPENING or mark in _CLOSING:
                inside = mark in _OPENING
        result.append(before or inside)
    return result


def _flags(texts: list[str], starts: list[bool], paragraph: int) -> NDArray[np.float32]:
    flags = np.zeros((len(texts), FLAGS), dtype=np.float32)
    flags[:, 0], flags[:, 1] = quoted(texts), starts
    flags[:, 2], flags[:, 3], flags[:, 4] = paragraph == 0, paragraph == 1, len(texts) < 15
    flags[0, 5], flags[-1, 6] = 1, 1
    return flags


def _bucket(affix: str) -> int:
    return 1 + zlib.crc32(affix.encode("utf-8", "replace")) % AFFIXES


def _shape(text: str) -> int:
    return 1 + text[:1].isupper() + 2 * text.isupper() + 4 * text.isdigit() + 8 * (not text.isalnum())
