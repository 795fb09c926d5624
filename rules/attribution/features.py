"""What the network sees of each token: its form, tag, dependency and head, where it stands and what is quoted."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rules.attribution.neighbours import QUOTING, quoting_flags, surroundings
from rules.nlp import Parsed

AFFIXES = 2048
"""How many buckets the hashed prefixes and suffixes share."""
COLUMNS = ("word", "suffix", "prefix", "shape", "tag", "dep")
OF_HEAD = ("word", "tag", "dep")
"""The columns of its head that a token is told."""
FLAGS = 6 + QUOTING
HEADLINE = 30
"""Most tokens of a headline."""
_PLAIN = str.maketrans("“”„«»‘’–―", "\"\"\"\"\"''——")
_TYPED = {"''": '"', "``": '"', "--": "—"}


class Sequence(NamedTuple):
    """The tokens of a paragraph that are no white space.

    `tokens` are their places in the document, `ids` a row per token with the columns COLUMNS, `heads` the rows of their
    heads in this sequence, `flags` a row per token with FLAGS columns, `around` what stands around the paragraph.
    """

    tokens: NDArray[np.int64]
    ids: NDArray[np.int64]
    heads: NDArray[np.int64]
    flags: NDArray[np.float32]
    around: NDArray[np.float32]


class Features:
    """Turns a parsed document into sequences. A word, tag or dependency is known by its place; 1 is an unknown one."""

    def __init__(self, words: list[str], tags: list[str], deps: list[str]) -> None:
        self._words, self._tags, self._deps = ({k: i for i, k in enumerate(known, 2)} for known in (words, tags, deps))
        self._form = lru_cache(maxsize=4096)(self._described)

    def sequences(self, parsed: Parsed) -> Iterator[Sequence]:
        """The sequences of a text in order, each made when it is asked for."""
        ids = self._ids(parsed)
        printed = np.array([not word.isspace() for word in parsed.words])
        extents = parsed.paragraphs
        numbered = enumerate((start + np.flatnonzero(printed[start:end]) for start, end in extents), _first(extents))
        printed_parts = [(number, places) for number, places in numbered if len(places)]
        parts = [places for _, places in printed_parts]
        told = zip(printed_parts, quoting_flags(parsed, parts), surroundings(parsed, parts), strict=True)
        for (number, places), quoted, around in told:
            yield Sequence(
                tokens=places,
                ids=ids[places],
                heads=_rows(parsed.heads[places], places),
                flags=np.concatenate([_flags(parsed.begins[places], number), quoted], axis=1),
                around=around,
            )

    def _ids(self, parsed: Parsed) -> NDArray[np.int64]:
        own = np.array([self._form(word) for word in parsed.words], dtype=np.int64).reshape(-1, 4)
        return np.column_stack([own, _known(parsed.tags, self._tags), _known(parsed.deps, self._deps)])

    def _described(self, text: str) -> tuple[int, int, int, int]:
        word = plain(text.lower())
        return self._words.get(word, 1), _bucket(word[-3:]), _bucket("^" + word[:3]), _shape(text)


def _rows(wanted: NDArray[np.int64], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each wanted place stands among `places`; one that is not there is its own row."""
    found = np.searchsorted(places, wanted).clip(0, len(places) - 1)
    rows: NDArray[np.int64] = np.where(places[found] == wanted, found, np.arange(len(places)))
    return rows


def plain(word: str) -> str:
    """A word with the quotation marks, apostrophes and dashes of every outlet alike.

    >>> [plain(word) for word in ("“", "''", "it’s", "--")]
    ['"', '"', "it's", '—']
    """
    return _TYPED.get(word) or word.translate(_PLAIN)


def _known(labels: list[str], places: dict[str, int]) -> NDArray[np.int64]:
    """For each label its place among the known ones, 1 where it is not known."""
    return np.array([places.get(label, 1) for label in labels], dtype=np.int64)


def _first(extents: list[tuple[int, int]]) -> int:
    """The number of the first paragraph: 0 is a headline, 1 the lead, and a text of one paragraph is all body."""
    if len(extents) < 2:
        return 2
    return int(extents[0][1] - extents[0][0] > HEADLINE)


def _flags(starts: NDArray[np.bool_], paragraph: int) -> NDArray[np.float32]:
    flags = np.zeros((len(starts), FLAGS - QUOTING), dtype=np.float32)
    flags[:, 0], flags[:, 1], flags[:, 2], flags[:, 3] = starts, paragraph == 0, paragraph == 1, len(starts) < 15
    flags[0, 4], flags[-1, 5] = 1, 1
    return flags


def _bucket(affix: str) -> int:
    return 1 + zlib.crc32(affix.encode("utf-8", "replace")) % AFFIXES


def _shape(text: str) -> int:
    return 1 + text[:1].isupper() + 2 * text.isupper() + 4 * text.isdigit() + 8 * (not text.isalnum())
