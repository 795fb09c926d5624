"""Whose claim a sentence denies or checks: "The mayor denied claims by | the union | that | the mine had flooded"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.reading.checks.verification import CheckFinder
from rules.reading.clauses.said_nouns import SaidNouns
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.tokens import Sentence
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerbs


class Disputed:
    """Finds claims of others in what somebody denies or could not check."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs, self._checks = rulebook.part(ReportingVerbs), rulebook.part(CheckFinder)
        self._nouns = rulebook.part(SaidNouns)

    def claim(self, sentence: Sentence, clauses: Sequence[Clause], text: str) -> Clause | None:
        """The clause of a claim that another clause of the sentence denies, or that the sentence checks; else None."""
        found = self._nouns.object(sentence.tokens, text)
        if found is None or any(clause.cue == found.cue for clause in clauses):
            return None
        denied = any(self._denies(clause) and clause.cue.end <= found.cue.start for clause in clauses)
        return found if denied or self._is_checked(sentence, found, text) else None

    def _is_checked(self, sentence: Sentence, claim: Clause, text: str) -> bool:
        check = self._checks.find(text[sentence.extent.start : sentence.extent.end])
        return check is not None and sentence.extent.start + check.cue.end <= claim.cue.start

    def _denies(self, clause: Clause) -> bool:
        verbs = (self._verbs.of(word) for word in clause.cue.text.lower().split())
        return any(verb.act is Act.DENIAL for verb in verbs if verb)


    def narrowed(self, clauses: Sequence[Clause], claim: Clause) -> Iterator[Clause]:
        """The clauses; what is denied is what was claimed, and not that somebody did."""
        for clause in clauses:
            inside = clause.content.start <= claim.cue.start and claim.content.end <= clause.content.end
            denied = inside and self._denies(clause)
            yield msgspec.structs.replace(clause, content=claim.content) if denied else clause

