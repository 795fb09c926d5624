"""Names as words whose keys meet: Tetkino and Tyotkino, Zelenskiy and Zelenskyy, defense and defence.

A key is for comparing, never for showing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from rules.facets.names import name_key
from rules.provenance.tables import GRAMMAR_FIELDS, Tables
from rules.rulebook import Rulebook

_TOKEN = re.compile(
    "([^\\W_](?:[^\\W_]|[\u0300-\u036f\u200c\u200d]|['’ʼ.&](?=[^\\W_])|(?<=\\d),(?=\\d{3}))*)"
    '|([,.;:!?()\\[\\]"“”«»—–|•]|\n\\s*\n)'
)
STOP = ","


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word of a text: its key, where it stands without a possessive ending, as written, and whether "-" follows."""

    key: str
    start: int
    end: int
    text: str
    hyphen: bool = False


class NameKeys:
    """Keys of words and names.

    Words of titles and grammar keep their spelling (a mayor is no major), but for words with two spellings
    ("defense" is "defence"); all others are taken for names.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        tables = rulebook.part(Tables)
        self._spellings = tables.grammar.spellings
        self._abbreviations = frozenset(tables.grammar.abbreviations)
        self._capitals = frozenset(tables.grammar.capitals)
        lists = [t.words for t in tables.titles.values()]
        lists += [getattr(tables.grammar, field) for field in GRAMMAR_FIELDS]
        phrases = " ".join(phrase for words in lists for phrase in words)
        self._word = lru_cache(maxsize=32768)(self._key)
        self._vocabulary = frozenset(m[1].lower() for m in _TOKEN.finditer(phrases) if m[1])
        self._name = lru_cache(maxsize=4096)(self._whole)

    def of(self, name: str) -> str:
        """The key of a whole name: the keys of its words, one space between them, punctuation dropped.

        >>> keys = NameKeys(Rulebook())
        >>> keys.of("Volodymyr Zelenskiy") == keys.of("Volodymyr Zelenskyy")
        True
        """
        return self._name(name)

    def _whole(self, name: str) -> str:
        return " ".join(t.key for t in self.tokens(name) if t.key != STOP)

    def tokens(self, text: str) -> Iterator[Token]:
        """Words in order, with a token of key `STOP` wherever punctuation parts them."""
        previous = ""
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            word, stop = match.groups()
            if stop:
                if stop != "." or not self._abbreviation(previous):
                    yield Token(STOP, start, end, stop)
                continue
            word = previous = word[:-2] if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’ʼ" else word
            yield Token(self._word(word), start, start + len(word), word, text[end : end + 1] == "-")

    def _abbreviation(self, word: str) -> bool:
        """Whether a full stop after `word` ends no sentence: an initial, or a title cut short."""
        return (len(word) == 1 and word.isupper()) or word.lower() in self._abbreviations

    def _key(self, word: str) -> str:
        if word in self._capitals:
            return f"{word.lower()}~"
        plain = word.lower().replace(".", "")
        plain = self._spellings.get(plain, plain)
        if plain in self._vocabulary:
            return plain
        key = (len(plain) > 1 and name_key(word)) or word.casefold()  # "Witness G" is not "Witness H"
        return f"{key}~" if key in self._vocabulary else key  # "soon" has the key of "son"
