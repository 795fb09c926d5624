"""Marks the spans of each role, token by token, with a conditional random field."""

from __future__ import annotations

import pycrfsuite
from spacy.tokens import Doc, Token

from rules.attribution.features import features
from rules.nlp import paragraphs
from rules.rulebook import Rulebook

ROLES = ("source", "cue", "content")
Extents = list[tuple[int, int]]


class RoleTagger:
    """Finds the token extents of each role, paragraph by paragraph."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._taggers = {role: pycrfsuite.Tagger() for role in ROLES}
        for role, tagger in self._taggers.items():
            tagger.open(str(rulebook.path(f"en/attribution_{role}.crf")))

    def tag(self, doc: Doc) -> dict[str, Extents]:
        """Token extents of each role in their order; the extents of one role never overlap."""
        found: dict[str, Extents] = {role: [] for role in ROLES}
        for start, end in paragraphs(doc):
            tokens = [token for token in doc[start:end] if not token.is_space]
            rows = pycrfsuite.ItemSequence([dict.fromkeys(row, 1.0) for row in features(tokens)])
            for role, tagger in self._taggers.items():
                found[role].extend(_extents(tokens, tagger.tag(rows)))
        return found


def _extents(tokens: list[Token], tags: list[str]) -> Extents:
    extents: Extents = []
    before = "O"
    for token, tag in zip(tokens, tags, strict=True):
        if tag == "B" or (tag == "I" and before == "O"):
            extents.append((token.i, token.i + 1))
        elif tag == "I":
            extents[-1] = (extents[-1][0], token.i + 1)
        before = tag
    return extents
