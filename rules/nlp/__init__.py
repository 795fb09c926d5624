"""The language pipeline: words, tags, trees and vectors of a text. Only `rules.nlp.pipeline` imports spaCy.

>>> parse("The mayor of Ostwick denied it.").tags
['DT', 'NN', 'IN', 'NNP', 'VBD', 'PRP', '.']
"""

from __future__ import annotations

import functools

from rules.nlp import spare  # noqa: F401  (before whatever imports spaCy)
from rules.nlp.batches import batches
from rules.nlp.parsed import Parsed
from rules.nlp.parser import BATCH, LONGEST, Parser
from rules.rulebook import Rulebook

__all__ = ["BATCH", "LONGEST", "Parsed", "Parser", "batches", "parse"]


@functools.cache
def _default() -> Parser:
    return Parser(Rulebook())


def parse(text: str) -> Parsed:
    """`Parser.parse` with the rulebook that ships."""
    return _default().parse(text)
