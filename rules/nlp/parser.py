"""Text into words, tags, trees and vectors.

Paragraphs are parsed side by side, which is faster than one after the other and lets no sentence run over a line break.
Reading takes time linear in the text, whatever the text: a run of 200 characters without a space is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from rules.model import Record
from rules.nlp.batches import batches
from rules.nlp.parsed import Extent, Parsed
from rules.nlp.pipeline import pipeline
from rules.rulebook import Rulebook

LONGEST = 300
"""Most tokens that are parsed as one paragraph; a longer one is cut."""
BATCH = 2_000
"""About how many tokens are parsed side by side: more take more memory and, of news, hardly less time."""
_CHUNK = re.compile(r"(\S{1,200})( ?)|(\s+)")
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")


class LanguageSettings(Record, frozen=True, kw_only=True):
    """Which spaCy pipeline reads, and which of its components and data are left out."""

    pipeline: str
    without: tuple[str, ...] = ()


class Parser:
    """Turns text into tokens whose offsets are those of the text as submitted."""

    def __init__(self, rulebook: Rulebook) -> None:
        settings = rulebook.table("en/language.yaml", LanguageSettings)
        self._pipeline = pipeline(settings.pipeline, settings.without)

    def parse(self, text: str) -> Parsed:
        """Tokens with tags, trees, vectors and sentence starts. NUL and lone surrogates are read as U+FFFD."""
        text = _UNPRINTABLE.sub("\ufffd", text)
        words, spaces = self._tokens(text)
        parts = list(_parts(words))
        tags: list[str] = []
        deps: list[str] = []
        heads, begins = np.arange(len(words)), np.zeros(len(words), dtype=np.bool_)
        vectors = np.empty((len(words), self._pipeline.width), dtype=np.float32)
        for some in batches(parts, _length, BATCH):
            here = slice(some[0][0], some[-1][1])
            marks, vectors[here] = self._pipeline.marked([(words[a:b], spaces[a:b]) for a, b in some])
            tags += marks.tags
            deps += marks.deps
            heads[here] += marks.heads
            begins[here] = marks.begins
        paragraphs = [(start, end - ("\n" in words[end - 1])) for start, end in parts]
        paragraphs = [extent for extent in paragraphs if _length(extent)]
        lengths = np.array([len(word) + space for word, space in zip(words, spaces, strict=True)], dtype=np.int64)
        return Parsed(text, words, lengths.cumsum() - lengths, paragraphs, tags, deps, heads, begins, vectors)

    def _tokens(self, text: str) -> tuple[list[str], list[bool]]:
        """All words and marks, and white space other than one space, with whether a space follows."""
        words: list[str] = []
        spaces: list[bool] = []
        for chunk, space, blank in _CHUNK.findall(text):
            found = self._pipeline.words(chunk) if chunk else (blank,)
            words += found
            spaces += [False] * (len(found) - 1)
            spaces.append(bool(space))
        return words, spaces


def _parts(words: list[str]) -> Iterator[Extent]:
    """Extents that end after a line break or have the greatest length."""
    start = 0
    for place, word in enumerate(words, 1):
        if "\n" in word or place - start == LONGEST or place == len(words):
            yield start, place
            start = place


def _length(extent: Extent) -> int:
    return extent[1] - extent[0]
