"""Marks who speaks, by which words, and what is said: three chains of labels over the tokens of a document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import numpy as np

from rules.attribution.features import COLUMNS, OF_HEAD, Features, Sequence
from rules.attribution.network import Floats, Ints, Lstm, Packing, viterbi
from rules.errors import RulebookError
from rules.nlp import Parsed, batches
from rules.rulebook import Rulebook

ROLES = ("source", "cue", "content")
LABELS = "OBIES"
"""Outside, begin, inside, end, single: the labels of a chain, in the order of the model's columns."""
MODEL = "en/attribution.npz"
KNOWN = ("words", "tags", "deps")
BATCH = 4_000
"""About how many tokens are read side by side, which bounds the memory."""
Extent = tuple[int, int]


class RoleTagger:
    """Finds the token extents of each role with the trained model `en/attribution.npz`."""

    def __init__(self, rulebook: Rulebook) -> None:
        try:
            with np.load(BytesIO(rulebook.binary(MODEL)), allow_pickle=False) as stored:
                self._features = Features(*(stored[known].tolist() for known in KNOWN))
                self._weights = {k: stored[k].astype(np.float32) for k in stored.files if k not in KNOWN}
        except (ValueError, KeyError, EOFError, BadZipFile) as error:
            raise RulebookError(MODEL, 1, f"is not what training writes ({error})") from error
        self._lstm = Lstm(self._weights, "lstm")

    def tag(self, parsed: Parsed) -> dict[str, list[Extent]]:
        """Token extents of each role in their order; the extents of one role never overlap."""
        found: dict[str, list[Extent]] = {role: [] for role in ROLES}
        for batch in batches(self._features.sequences(parsed), _length, BATCH):
            labels = self._labels(batch, parsed.vectors)
            tokens = np.concatenate([sequence.tokens for sequence in batch])
            for chain, role in enumerate(ROLES):
                found[role].extend(extents(tokens, labels[:, chain]))
        return found

    def _labels(self, batch: list[Sequence], vectors: Floats) -> Ints:
        """The best labels of all tokens of a batch: tokens x roles."""
        packing = Packing([len(sequence.tokens) for sequence in batch])
        weights = self._weights
        hidden = self._lstm(self._embedded(batch, vectors), packing)
        hidden = np.maximum(hidden @ weights["hidden.weight"] + weights["hidden.bias"], 0)
        scores = (hidden @ weights["output.weight"] + weights["output.bias"]).reshape(-1, len(ROLES), len(LABELS))
        return viterbi(scores, weights["transitions"], weights["first"], weights["last"], packing)

    def _embedded(self, batch: list[Sequence], vectors: Floats) -> Floats:
        weights = self._weights
        ids = np.concatenate([sequence.ids for sequence in batch])
        firsts = np.cumsum([0, *(len(sequence.tokens) for sequence in batch)])
        heads = np.concatenate([s.heads + first for s, first in zip(batch, firsts, strict=False)])
        own = {column: weights[column][ids[:, place]] for place, column in enumerate(COLUMNS)}
        of_head = [own[column][heads] for column in OF_HEAD]
        vectors = vectors[np.concatenate([sequence.tokens for sequence in batch])]
        around = np.array([s.around for s in batch]) @ weights["around.weight"] + weights["around.bias"]
        around = np.repeat(np.maximum(around, 0), [len(s.tokens) for s in batch], axis=0)
        context = np.maximum(vectors @ weights["vector.weight"] + weights["vector.bias"], 0)
        flags = np.concatenate([sequence.flags for sequence in batch])
        joined = np.concatenate([*own.values(), *of_head, flags, context, around], axis=1)
        rows: Floats = np.maximum(joined @ weights["input.weight"] + weights["input.bias"], 0)
        return rows


def _length(sequence: Sequence) -> int:
    return len(sequence.tokens)


def extents(tokens: Ints, labels: Ints) -> Iterator[Extent]:
    """Token extents of the labelled spans."""
    start = 0
    for token, label in zip(tokens.tolist(), labels.tolist(), strict=True):
        name = LABELS[label]
        if name in "BS":
            start = token
        if name in "ES":
            yield start, token + 1
