"""The language pipeline: the only module that imports spaCy.

    >>> [token.tag_ for token in parse("The mayor of Ostwick denied it.")]
    ['DT', 'NN', 'IN', 'NNP', 'VBD', 'PRP', '.']

Reading takes time linear in the text, whatever the text: a run of 200 characters without a space is cut, and long texts
go through the pipeline in blocks, which also bounds the memory.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from rules.model import Record
from rules.rulebook import Rulebook

BLOCK = 4_000
"""Most tokens that go through the pipeline at once."""
_PIECE = re.compile(r"\S{200}|(?:\S{1,199}+(?!\S)|\s)++")
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")


class LanguageSettings(Record, frozen=True, kw_only=True):
    """Which spaCy pipeline reads, and which of its components run."""

    pipeline: str
    components: tuple[str, ...]


class Parser:
    """Turns text into a spaCy `Doc` whose offsets are those of the text as submitted."""

    def __init__(self, rulebook: Rulebook) -> None:
        settings = rulebook.table("en/language.yaml", LanguageSettings)
        self._nlp = _pipeline(settings.pipeline, settings.components)

    def parse(self, text: str) -> Doc:
        """Tokens with tags, vectors and sentence starts. NUL and lone surrogates are read as U+FFFD."""
        pieces = _PIECE.findall(_UNPRINTABLE.sub("\ufffd", text))
        if len(pieces) == 1 and len(doc := self._nlp.make_doc(pieces[0])) <= BLOCK:
            return self._nlp(doc)
        words, spaces = self._tokens(pieces)
        blocks = [self._annotated(words[i : i + BLOCK], spaces[i : i + BLOCK]) for i in range(0, len(words), BLOCK)]
        if len(blocks) > 1:
            return Doc.from_docs(blocks, ensure_whitespace=False)
        return blocks[0] if blocks else Doc(self._nlp.vocab)

    def _tokens(self, pieces: list[str]) -> tuple[list[str], list[bool]]:
        tokens = [token for piece in pieces for token in self._nlp.tokenizer(piece)]
        return [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]

    def _annotated(self, words: list[str], spaces: list[bool]) -> Doc:
        return self._nlp(Doc(self._nlp.vocab, words=words, spaces=spaces))


@functools.cache
def _pipeline(name: str, components: tuple[str, ...]) -> Language:
    """One pipeline per process, shared by all rulebooks that name it.

    From here on the process multiplies its small matrices on one thread: more only wait for each other.
    """
    threadpool_limits(1, "blas")
    loaded = spacy.load(name)
    for component in loaded.component_names:
        if component not in components:
            loaded.remove_pipe(component)
    for component in loaded.disabled:
        loaded.enable_pipe(component)
    blas = NumpyOps(use_blis=False)  # numpy's own matrix product is three times as fast as the one spaCy brings
    for _, part in loaded.components:
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
    """Token extents of the paragraphs: what stands between line breaks."""
    start = 0
    for place in np.flatnonzero(doc.to_array("IS_SPACE")).tolist():
        if "\n" in doc[place].text:
            if place > start:
                yield start, place
            start = place + 1
    if start < len(doc):
        yield start, len(doc)
