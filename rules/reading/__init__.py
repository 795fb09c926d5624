"""Reading: who says what in an article or a sentence, how surely, and checked by whom."""

from __future__ import annotations

from rules.model import ReadReport
from rules.reading.reader import Reader
from rules.rulebook import Rulebook

__all__ = ["read_statement"]


def read_statement(text: str, rulebook: Rulebook) -> ReadReport:
    """The light reading of one claim or report sentence; never raises, whatever the text.

    The chain is empty where the text names no source: then it is the voice of whoever carries it.

    >>> report = read_statement("The group claimed it had taken control of the village.", Rulebook())
    >>> report.chain[-1].class_, report.cue.text
    ('party', 'claimed')
    """
    return rulebook.part(Reader).statement(text)
