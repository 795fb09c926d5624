"""Who says what he believes himself: "officials said they do not believe it" has one source."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rules.reading.sources.anaphora import SourceWords
from rules.reading.syntax.chains import Clause, holds
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerbs

OPENING = len("that ")  # what may stand before the pronoun: not "would have come if he thought"


class Beliefs:
    """Gives the pronoun before a verb of belief to whoever is said to say so."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._verbs = rulebook.part(SourceWords), rulebook.part(ReportingVerbs)

    def owned(self, clauses: Sequence[Clause]) -> list[Clause]:
        """The clauses of a sentence; "they" who believe inside what somebody says are that somebody."""
        return [self._owned(clause, clauses) for clause in clauses]

    def _owned(self, clause: Clause, clauses: Sequence[Clause]) -> Clause:
        if not self._is_belief(clause.cue.text) or not all(self._is_pronoun(span.text) for span in clause.sources):
            return clause
        first = clause.sources[0].start
        saying = [c for c in clauses if holds(c.content, clause.cue) and first - c.content.start <= OPENING]
        inmost = min(saying, key=lambda c: c.content.end - c.content.start, default=clause)
        return msgspec.structs.replace(clause, sources=inmost.sources)

    def _is_belief(self, cue: str) -> bool:
        verbs = map(self._verbs.of, cue.split())
        return any(verb is not None and verb.act is Act.BELIEF for verb in verbs)

    def _is_pronoun(self, text: str) -> bool:
        found = self._words.anaphor(text)
        return found is not None and found[1].pronoun
