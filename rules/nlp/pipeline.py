"""The spaCy pipeline that reads: the only module that imports spaCy and thinc."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.attrs import IDS
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from rules.nlp.encoder import Embedding, Encoder, Floats, Layer
from rules.text.boundaries import sentence_starts

_TREE = ["DEP", "HEAD", "SENT_START"]


class Marks(NamedTuple):
    """Tags and dependencies of tokens, how far off their heads are, and which begin a sentence."""

    tags: list[str]
    deps: list[str]
    heads: NDArray[np.int64]
    begins: NDArray[np.bool_]


class Pipeline:
    """A pipeline whose vectors are those of spaCy's HashEmbedCNN, as all small ones' are, in its parts."""

    def __init__(self, loaded: Language) -> None:
        parts: dict[str, Any] = dict(loaded.components)
        vocab: Any = loaded.vocab
        self._tokenizer, self._vocab, self._parser = loaded.tokenizer, vocab, parts["parser"]
        (softmax,) = _nodes(parts["tagger"].model, "softmax")
        self._tags, self._tagging, self._bias = parts["tagger"].labels, softmax.get_param("W").T, softmax.get_param("b")
        self.width = len(self._tagging)
        embed, convolve = parts["tok2vec"].model.layers
        self.words = functools.lru_cache(maxsize=8192)(self._split)
        """The tokens of what stands between white space, which news repeats."""
        self._columns = _nodes(embed, "extract_features")[0].attrs["columns"]
        read = {IDS[name] for name in self._columns}
        vocab.lex_attr_getters = {fact: find for fact, find in vocab.lex_attr_getters.items() if fact in read}
        (mixing,), window = _layers(embed), tuple(_layers(convolve))
        self._encoder = Encoder(NumpyOps().hash, tuple(_embeddings(embed)), mixing, window, convolve.attrs["pad"])

    def _split(self, chunk: str) -> tuple[str, ...]:
        return tuple(token.text for token in self._tokenizer(chunk))

    def marked(self, paragraphs: Sequence[tuple[list[str], list[bool]]]) -> tuple[Marks, Floats]:
        """The marks of the tokens of some paragraphs, given as words and which a space follows, and their vectors.

        The parser is told what words and marks alone decide about where a sentence begins, and respects it.
        """
        docs: list[Any] = [Doc(self._vocab, *part, sent_starts=[*sentence_starts(*part)]) for part in paragraphs]
        lengths = [len(doc) for doc in docs]
        vectors = self._encoder.encode(np.concatenate([doc.to_array(self._columns) for doc in docs]), lengths)
        for doc, rows in zip(docs, np.split(vectors, np.cumsum(lengths)[:-1]), strict=True):
            doc.tensor = rows
        self._parser.set_annotations(docs, self._parser.predict(docs))
        deps, heads, begins = np.concatenate([doc.to_array(_TREE) for doc in docs]).T
        tags = (vectors @ self._tagging + self._bias).argmax(axis=1)
        named = _named(tags, self._tags), _named(deps, self._vocab.strings)
        return Marks(*named, heads.astype(np.int64), begins == 1), vectors


@functools.cache
def pipeline(name: str, without: tuple[str, ...]) -> Pipeline:
    """One pipeline per process, shared by all rulebooks that name it.

    From here on the process multiplies its small matrices on one thread: more only wait for each other.
    """
    threadpool_limits(1, "blas")
    loaded = spacy.load(name, exclude=list(without))
    blas = NumpyOps(use_blis=False)  # numpy's own matrix product is three times as fast as the one spaCy brings
    parser: Any = loaded.get_pipe("parser")
    for label in parser.labels:
        loaded.vocab.strings.add(label)
    for node in parser.model.walk():
        node.ops = blas
    return Pipeline(loaded)


def _nodes(model: Any, name: str) -> list[Any]:
    return [node for node in model.walk() if node.name == name]


def _embeddings(model: Any) -> Iterator[Embedding]:
    for table in _nodes(model, "hashembed"):
        yield Embedding(table.attrs["column"], table.attrs["seed"], table.get_param("E"))


def _layers(model: Any) -> Iterator[Layer]:
    for units, norm in zip(_nodes(model, "maxout"), _nodes(model, "layernorm"), strict=True):
        yield Layer(units.get_param("W"), units.get_param("b"), norm.get_param("G"), norm.get_param("b"))


def _named(ids: NDArray[Any], names: Any) -> list[str]:
    """The names of ids, of which few differ."""
    values, places = np.unique(ids, return_inverse=True)
    known = [names[value] for value in values.tolist()]
    return [known[place] for place in places.tolist()]
