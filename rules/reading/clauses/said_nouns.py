"""What a noun of saying brings with it: "the army's claim that it holds Bala | could not be verified".

Of "The mayor denied claims by | the union | that | the mine had flooded" it is what the union said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.reading.checks.verification import CheckFinder
from rules.reading.clauses.labels import clause_of
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.tokens import FINITE, Sentence, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerbs

_BEFORE_NOUN = frozenset({"JJ", "NN", "VBN"})
_NO_MAIN = frozenset({"CC", ",", "PRP", "WDT", "WP", "WRB", "TO", "EX"})
"""Tags before a finite verb that is not yet that of the whole sentence."""
_LONGEST = 12  # tokens up to such a noun
_INFINITE = frozenset({"VB", "VBG"})
_SUBORDINATE = frozenset({"WDT", "WP", "WRB"})


class SaidNouns:
    """Finds who says what by a noun, where nothing plainer tells it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._phrases, self._ends = rulebook.part(Phrases), rulebook.part(NameEnds)
        words = rulebook.part(clause_words)
        self._nouns, self._answered = words.said_nouns, words.called_by_others
        self._carriers = words.carrying_nouns
        self._told, self._be = words.said_nouns | words.accounts | words.views, words.be

    def find(self, tokens: Sequence[Token], text: str) -> list[Clause]:
        """The clause of a noun that is the subject of its sentence; none where the sentence tells who answers it."""
        if being := self._being(tokens, text):
            return [being]
        noun = next((k for k, t in enumerate(tokens) if t.lower in self._nouns and not t.quoted), None)
        if noun is None:
            return []
        source, that = self._owner(tokens, noun) or self._agent(tokens, noun) or ((0, 0), 0)
        opens = source[0] < source[1] and [t.lower for t in tokens[that : that + 1]] == ["that"]
        end = _main_verb(tokens, that + 1) if opens and not any(t.tag in FINITE for t in tokens[:that]) else None
        if end is None or not self._answered.isdisjoint(t.lower for t in tokens[end:]):
            return []
        clause = clause_of(tokens, text, source, noun, (that + 1, end))
        return [clause] if clause else []

    def _being(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """What somebody's view is: "The army's version | is that the mill burned", "his own view is that …"."""
        near = range(1, min(len(tokens) - 3, _LONGEST))
        noun = next((k for k in near if tokens[k].lower in self._told and not tokens[k].quoted), None)
        if noun is None or tokens[noun + 1].lower not in self._be or tokens[noun + 2].lower != "that":
            return None
        source, _ = self._owner(tokens, noun) or ((0, int(tokens[0].tag == "PRP$")), 0)
        return clause_of(tokens, text, source, noun, (noun + 3, len(tokens))) if source[0] < source[1] else None

    def object(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """The clause of a noun behind the verb of its sentence: "denied | a report by the Oar that it had sunk"."""
        first = next((k for k, t in enumerate(tokens) if t.tag in FINITE), len(tokens))
        for noun in range(first + 1, len(tokens)):
            word = tokens[noun].lower
            if tokens[noun].quoted or not (word in self._nouns or word in self._carriers):
                continue
            source, that = self._owner(tokens, noun) or self._agent(tokens, noun) or ((0, 0), 0)
            if source[0] < source[1] and [t.lower for t in tokens[that : that + 1]] == ["that"]:
                return clause_of(tokens, text, source, noun, (that + 1, len(tokens)))
        return None

    def _owner(self, tokens: Sequence[Token], noun: int) -> tuple[tuple[int, int], int] | None:
        """Whose it is, and what follows: "the army's latest | claim | that"."""
        k = noun - 1
        while k > 0 and tokens[k].tag in _BEFORE_NOUN:
            k -= 1
        start = self._phrases.subject_start(tokens, k) if k > 0 and tokens[k].tag == "POS" else None
        if start is None:
            return None
        before = (j + 1 for j in range(start, k) if tokens[j].tag in _INFINITE or is_mark(tokens[j]))
        return (max([start, *before]), k), noun + 1  # "could not verify | Lorn's claim", "called “fake” | Lorn's claim"

    def _agent(self, tokens: Sequence[Token], noun: int) -> tuple[tuple[int, int], int] | None:
        """Who makes it, and what follows: "a claim by | the army | that"."""
        published = tokens[noun].lower in self._carriers
        if noun + 2 >= len(tokens) or not (tokens[noun + 1].lower in {"by", "from"} or
                                           (published and tokens[noun + 1].lower == "in")):
            return None
        end = self._ends.end_of_name(tokens, noun + 2)
        return (noun + 2, end), end


def _main_verb(tokens: Sequence[Token], start: int) -> int | None:
    """The verb of the sentence behind that of the clause that begins at `start`."""
    finite = [k for k in range(start, len(tokens)) if tokens[k].tag in FINITE and not tokens[k].quoted]
    for k in finite[1:]:
        inner = any(t.tag in _SUBORDINATE for t in tokens[finite[0] : k])
        if tokens[k - 1].tag not in _NO_MAIN and not inner:
            return k
    return None


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
        return any(verb.act is Act.DENIAL for verb in self._verbs.among(clause.cue.text.split()))


    def narrowed(self, clauses: Sequence[Clause], claim: Clause) -> Iterator[Clause]:
        """The clauses; what is denied is what was claimed, and not that somebody did."""
        for clause in clauses:
            inside = clause.content.start <= claim.cue.start and claim.content.end <= clause.content.end
            denied = inside and self._denies(clause)
            yield msgspec.structs.replace(clause, content=claim.content) if denied else clause
