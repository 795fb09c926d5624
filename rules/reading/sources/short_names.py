"""Bodies that a text names in full and then by their noun alone: "the Halmar Coffee Council … | the council"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from rules.model import Span
from rules.reading.sources.anaphora import SourceWords

_WORD = r"[A-Z][\w&’'-]*"
_OF = rf" of (?:the )?{_WORD}(?: {_WORD}){{0,3}}"
_BODY = re.compile(rf"\b(?:(?P<first>[A-Z][a-z]{{3,}}){_OF}|(?:{_WORD} ){{1,5}}(?P<last>[A-Z][a-z]{{3,}})(?:{_OF})?)\b")


class ShortNames:
    """The names of one text by the nouns that they begin or end with, found when first asked for.

    >>> ShortNames("The Lorn River Board met. It is a small board.").before("board", 46).text
    'The Lorn River Board'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_noun: dict[str, list[Span]] | None = None

    def meant(self, text: str, position: int, words: SourceWords) -> Span | None:
        """The name that a definite word and a noun in small letters stand for at a position."""
        determiner, _, noun = text.partition(" ")
        plain = determiner.lower() in words.definite and noun.isalpha() and noun.islower() and noun not in words.things
        return self.before(noun, position) if plain else None

    def before(self, noun: str, position: int) -> Span | None:
        """The last name with the noun that ends before a position."""
        if self._by_noun is None:
            self._by_noun = defaultdict(list)
            for match in _BODY.finditer(self._text):
                found = Span(start=match.start(), end=match.end(), text=match[0])
                self._by_noun[(match["last"] or match["first"]).lower()].append(found)
        names = self._by_noun.get(noun, [])
        earlier = bisect_left(names, position, key=lambda name: name.end)
        return names[earlier - 1] if earlier else None
