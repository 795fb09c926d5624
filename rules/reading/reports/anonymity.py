"""Sources that speak on condition of anonymity: said behind what they say ("…, an official said on condition of …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rules.model import Span
from rules.reading.clauses.statements import Statement
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase

_NEW = re.compile(r"\W*(?:(?:but|and|yet) )?(?:an?|another|one) ", re.IGNORECASE)
_IN_PART = r"(?! (?:\w+ )?(?:\w+ )?(?:surname|full name|last name|family name|name in full))"
_ADDED = re.compile(r",[^,“”\"]*$")


class Anonymity:
    """Marks the statements whose source is said, elsewhere than in its name, not to be named."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = AnyCase(rf"(?:{'|'.join(rulebook.part(clause_words).withheld)}){_IN_PART}")

    def marked(self, statements: Sequence[Statement], text: str) -> list[Statement]:
        """The statements, those of withheld sources marked; a sentence that only tells of it is no statement."""
        if not self._words.found(text):
            return list(statements)
        kept: list[Statement] = []
        for statement in statements:
            if statement.sources:
                kept.append(self._marked(statement, text))
            elif kept and kept[-1].sources and self._tells(statement):
                speaker = kept[-1].sources
                kept = [_withheld(s) if s.sources == speaker else s for s in kept]
            else:
                kept.append(statement)
        return kept

    def _tells(self, statement: Statement) -> bool:
        """Whether a sentence tells of the condition, and of nobody new: "He spoke on condition of anonymity"."""
        claim = statement.claim
        return not _NEW.match(claim.text) and self._words.found(claim.text)

    def _marked(self, statement: Statement, text: str) -> Statement:
        """Withheld where the words come behind its cue, no other cue comes after it, and they are not its own words.

        Or where they stand between the beginning of the source and its cue.
        """
        cue, claim = statement.cue, statement.claim
        if cue and self._words.pattern.search(text, statement.sources[-1].start, cue.start):
            return _withheld(statement)
        found = self._words.pattern.search(text, cue.end, statement.sentence.end) if cue else None
        if cue is None or found is None or any(other.start > cue.end for other in statement.others):
            return statement
        if claim.end <= found.start() or found.end() <= claim.start:
            return _withheld(statement)
        added = None if statement.quoted else _ADDED.search(text, claim.start, found.start())
        if added is None:
            return statement
        said = Span(start=claim.start, end=added.start(), text=text[claim.start : added.start()])
        return _withheld(msgspec.structs.replace(statement, claim=said))


def _withheld(statement: Statement) -> Statement:
    return msgspec.structs.replace(statement, withheld=True)
