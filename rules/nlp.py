"""The language pipeline: the only module that imports spaCy.

    >>> [token.tag_ for token in parse("The mayor of Ostwick denied it.")]
    ['DT', 'NN', 'IN', 'NNP', 'VBD', 'PRP', '.']

Paragraphs are parsed side by side, which is faster than one after the other and lets no sentence run over a line break.
Reading takes time linear in the text, whatever the text: a run of 200 characters without a space is cut.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc as Doc  # for the annotations of those who read its trees
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.boundaries import sentence_starts

T = TypeVar("T")
LONGEST = 300
"""Most tokens that are parsed as one paragraph; a longer one is cut."""
BATCH = 2_000
"""About how many tokens are parsed side by side: more take more memory and, of news, hardly less time."""
_PIECE = re.compile(r"\S{200}|(?:\S{1,199}+(?!\S)|\s)++")
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")


class LanguageSettings(Record, frozen=True, kw_only=True):
    """Which spaCy pipeline reads, and which of its components and data are left out."""

    pipeline: str
    without: tuple[str, ...] = ()


class Parser:
    """Turns text into a spaCy `Doc` whose offsets are those of the text as submitted."""

    def __init__(self, rulebook: Rulebook) -> None:
        settings = rulebook.table("en/language.yaml", LanguageSettings)
        self._nlp = _pipeline(settings.pipeline, settings.without)

    def parse(self, text: str) -> Doc:
        """Tokens with tags, vectors and sentence starts. NUL and lone surrogates are read as U+FFFD."""
        words, spaces = self._tokens(_UNPRINTABLE.sub("\ufffd", text))
        parts = (self._unparsed(words[start:end], spaces[start:end]) for start, end in _parts(words))
        joined = [_joined(self._side_by_side(some)) for some in batches(parts, len, BATCH)]
        return _joined(joined) if joined else self._nlp.make_doc("")

    def _side_by_side(self, docs: list[Doc]) -> list[Doc]:
        return [*self._nlp.pipe(docs, batch_size=2 * BATCH)]  # all, of which spaCy's parser takes half at a time

    def _unparsed(self, words: list[str], spaces: list[bool]) -> Doc:
        """A paragraph to be parsed, told where no sentence begins, which the parser respects."""
        starts: list[bool | int | None] = [*sentence_starts(words, spaces)]
        return Doc(self._nlp.vocab, words, spaces, sent_starts=starts)

    def _tokens(self, text: str) -> tuple[list[str], list[bool]]:
        words, spaces = [], []
        for piece in _PIECE.findall(text):
            tokens = self._nlp.tokenizer(piece)
            words += [token.text for token in tokens]
            spaces += [bool(token.whitespace_) for token in tokens]
        return words, spaces


def _joined(docs: list[Doc]) -> Doc:
    """One document of several. Done batch by batch, since a small document takes far more than its tokens do."""
    return Doc.from_docs(docs, ensure_whitespace=False) if len(docs) > 1 else docs[0]


def batches(items: Iterable[T], length: Callable[[T], int], enough: int) -> Iterator[list[T]]:
    """Neighbours, `enough` in all by their lengths, which bounds what memory working on them side by side takes.

    >>> list(batches(["a", "ship", "has", "sunk"], len, 5))
    [['a', 'ship'], ['has', 'sunk']]
    """
    batch: list[T] = []
    size = 0
    for item in items:
        batch.append(item)
        size += length(item)
        if size >= enough:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@functools.cache
def _pipeline(name: str, without: tuple[str, ...]) -> Language:
    """One pipeline per process, shared by all rulebooks that name it.

    From here on the process multiplies its small matrices on one thread: more only wait for each other.
    """
    threadpool_limits(1, "blas")
    loaded = spacy.load(name, exclude=list(without))
    blas = NumpyOps(use_blis=False)  # numpy's own matrix product is three times as fast as the one spaCy brings
    for _, part in loaded.components:
        for label in getattr(part, "labels", ()):
            loaded.vocab.strings.add(label)
        for node in part.model.walk() if hasattr(part, "model") else ():
            node.ops = blas
    return loaded


@functools.cache
def _default() -> Parser:
    return Parser(Rulebook())


def parse(text: str) -> Doc:
    """`Parser.parse` with the rulebook that ships."""
    return _default().parse(text)


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token extents of the paragraphs, that is what stands between line breaks, as they were parsed."""
    for start, end in _parts([token.text for token in doc]):
        last = end - 1 if "\n" in doc[end - 1].text else end
        if last > start:
            yield start, last


def _parts(words: list[str]) -> Iterator[tuple[int, int]]:
    """Extents that end after a line break or have the greatest length."""
    start = 0
    for place, word in enumerate(words, 1):
        if "\n" in word or place - start == LONGEST or place == len(words):
            yield start, place
            start = place
