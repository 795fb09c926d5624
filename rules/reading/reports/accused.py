"""Who denies an accusation: in "Police accused the mayor of fraud. She denied it." the mayor, not the police."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rules.model import Span
from rules.reading.clauses.statements import Statement
from rules.reading.sources.anaphora import SourceWords
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerbs

_ACCUSED = (
    re.compile(r"(?P<who>[^,;]+?) (?:of|for|over) (?=\w+ing\b)"),
    re.compile(r"[^,;]+ on (?P<who>[^,;.]+)"),
    re.compile(r"(?P<who>[^,;]+?) (?:of|for|over)\b"),
)
_LONGEST = 60


class Accused:
    """Finds whom pronouns mean that answer an accusation."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs, self._words = rulebook.part(ReportingVerbs), rulebook.part(SourceWords)

    def answering(self, statements: Sequence[Statement]) -> list[Statement]:
        """The statements; a denial by a pronoun just after an accusation is that of the accused."""
        before = (None, *statements)
        return [self._answer(last, said) if last else said for last, said in zip(before, statements, strict=False)]

    def _answer(self, accusation: Statement, denial: Statement) -> Statement:
        if self._act(denial) is not Act.DENIAL or self._act(accusation) is not Act.ACCUSATION:
            return denial
        pronoun = denial.sources and self._words.anaphor(denial.sources[-1].text)
        accused = _accused(accusation.claim)
        if not pronoun or not pronoun[1].pronoun or accused is None:
            return denial
        return msgspec.structs.replace(denial, sources=(*denial.sources[:-1], accused))

    def _act(self, statement: Statement) -> Act | None:
        verbs = self._verbs.among(statement.cue.text.split()) if statement.cue else ()
        return verbs[0].act if verbs else None


def _accused(claim: Span) -> Span | None:
    """Whom an accusation names: "the mayor | of fraud", "the blast on | the rebels"."""
    found = next((match for pattern in _ACCUSED if (match := pattern.match(claim.text))), None)
    if found is None or len(found["who"]) > _LONGEST:
        return None
    start = claim.start + found.start("who")
    return Span(start=start, end=start + len(found["who"]), text=found["who"])
