"""The reporting clauses of a sentence, by the first way that finds any."""

from __future__ import annotations

import msgspec

from rules.model import Span
from rules.provenance import Registry
from rules.provenance.classes import UNATTRIBUTED
from rules.reading.checks.check_words import Check, CheckOutcome
from rules.reading.checks.verification import CheckFinder
from rules.reading.clauses.clause_sources import Beliefs, bared, is_whole
from rules.reading.clauses.clauses import ClauseFinder
from rules.reading.clauses.loose import LooseClauses
from rules.reading.clauses.modelled import Cued, ModelledClauses
from rules.reading.clauses.remarks import Remarks
from rules.reading.clauses.said_nouns import SaidNouns
from rules.reading.clauses.splices import Contraries
from rules.reading.sources.evidence import Evidence
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.extents import Extents
from rules.reading.syntax.tokens import Sentence
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs


class SentenceClauses:
    """Finds the clauses of sentences: by reporting verbs, else by the model, else by the shape of the whole."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._clauses, self._modelled = rulebook.part(ClauseFinder), rulebook.part(ModelledClauses)
        self._loose, self._verbs = rulebook.part(LooseClauses), rulebook.part(ReportingVerbs)
        self._nouns, self._contraries = rulebook.part(SaidNouns), rulebook.part(Contraries)
        self._evidence, self._beliefs = rulebook.part(Evidence), rulebook.part(Beliefs)
        self._registry, self._checks = rulebook.part(Registry), rulebook.part(CheckFinder)
        self._words, self._remarks = rulebook.part(clause_words), rulebook.part(Remarks)

    def of(self, sentence: Sentence, text: str, modelled: Extents[Cued], alone: bool) -> list[Clause]:
        """The clauses of a sentence, none where what is said is that it was checked.

        `modelled` is what the model finds in the text; `alone` where no other sentence could hold what is said.
        """
        finders = (self._clauses, self._contraries, self._nouns)
        found = next((clauses for finder in finders if (clauses := finder.find(sentence.tokens, text))), [])
        found = found or self._modelled.clauses(sentence, modelled, text)
        found = list(self._evidence.spoken(found))
        found = found or list(self._evidence.spoken(self._loose.find(sentence.tokens, text, alone)))
        found = [clause for clause in found if is_whole(clause.sources[0], sentence.tokens, self._words)]
        found = [bared(clause, sentence.tokens, self._words, text) for clause in found]
        found = self._beliefs.owned([self._without_remark(self._with_deed(clause, text)) for clause in found])
        check = self._checks.find(text[sentence.extent.start : sentence.extent.end]) if found else None
        if check is None or self._is_told(check):
            return found
        start, end = (sentence.extent.start + edge for edge in (check.cue.start, check.cue.end))
        others = [c for c in found if not (c.cue.start < end and start < c.cue.end)]
        return others if check.outcome is CheckOutcome.NO_ANSWER or others == found else []

    def _without_remark(self, clause: Clause) -> Clause:
        return msgspec.structs.replace(clause, content=self._remarks.bare(clause.content))

    def _is_told(self, check: Check) -> bool:
        """Whether it is but the word of somebody with a stake: "the ministry confirmed that its memo was genuine"."""
        known = self._registry.identify(check.verifier.text) if check.verifier else None
        word = known is not None and not (known.class_ == UNATTRIBUTED or self._registry.can_check(known.class_))
        return word and check.outcome is CheckOutcome.VERIFIED

    def _with_deed(self, clause: Clause, text: str) -> Clause:
        """The clause; if its verb runs on into what is said, that is all of it: "the Front claimed responsibility"."""
        cue, content, first = clause.cue, clause.content, clause.sources[-1].start
        verb = self._verbs.of(f"{cue.text.split()[-1]} {content.text.split()[0]}")
        if verb is None or not first < cue.start < content.start <= cue.end + 1:
            return clause
        said = Span(start=first, end=content.end, text=text[first : content.end])
        return msgspec.structs.replace(clause, content=said)
