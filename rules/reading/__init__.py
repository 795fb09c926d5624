"""Reading: who says what in an article or a sentence, how surely, and checked by whom."""

from __future__ import annotations

from rules.model import Document, Reading, ReadReport
from rules.reading.checks.check_words import CHECKS
from rules.reading.checks.verification import CheckFinder
from rules.reading.layout.language import LanguageGuesser
from rules.reading.reader import LONGEST_TEXT, Reader
from rules.reading.reports.stance import StanceReader
from rules.reading.syntax.wording import Wording
from rules.rulebook import Rulebook

__all__ = [
    "CHECKS", "LONGEST_TEXT", "CheckFinder", "LanguageGuesser", "Reader", "StanceReader", "Wording", "read",
    "read_statement",
]


def read(document: Document, rulebook: Rulebook) -> Reading:
    """The reports of an article, each with who says it through whom, stance, hedges, checks and facets.

    Raises CaseError for a text that is empty or has more than LONGEST_TEXT characters, and LanguageError for one in a
    language that no rulebook data cover.

    >>> reading = read(Document(text="The mayor said the ferry had sunk.", publisher="Northwire"), Rulebook())
    >>> [link.name for link in reading.reports[0].chain]
    ['Northwire', 'The mayor']
    """
    return rulebook.part(Reader).read(document)


def read_statement(text: str, rulebook: Rulebook) -> ReadReport:
    """The light reading of one claim or report sentence; never raises, whatever the text.

    The chain is empty where the text names no source: then it is the voice of whoever carries it.

    >>> report = read_statement("The group claimed it had taken control of the village.", Rulebook())
    >>> report.chain[-1].class_, report.cue.text
    ('party', 'claimed')
    """
    return rulebook.part(Reader).statement(text)
