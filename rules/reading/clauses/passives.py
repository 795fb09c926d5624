"""Clauses by passive verbs: "the raid was claimed by the legion", "the mayor was quoted by the paper as saying …"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.clauses.contents import Contents
from rules.reading.syntax.cuts import Found
from rules.reading.syntax.deeds import Deeds
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.tokens import Token
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerb, ReportingVerbs

_REACH = 12


class Passives:
    """Finds such clauses in the tokens of one sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs, self._words = rulebook.part(ReportingVerbs), rulebook.part(clause_words)
        self._phrases, self._ends = rulebook.part(Phrases), rulebook.part(NameEnds)
        self._contents, self._deeds = rulebook.part(Contents), rulebook.part(Deeds)

    def at(self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb) -> Found | None:
        """The clause of the participle at `i`, whose verb group begins at `first`."""
        cites = verb.lemma in self._words.cites
        return self._quoted_as(tokens, first, i) if cites else self._passive(tokens, first, i, verb)

    def _passive(self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb) -> Found | None:
        """"The raid was claimed by the legion": the subject is what is said; "it was told by the mayor that …"."""
        objective = verb.lemma in self._words.takes_object or verb.lemma in self._words.addresses
        if not objective or i + 2 >= len(tokens) or tokens[i + 1].lower != "by":
            return None
        start, end = self._phrases.subject_start(tokens, first), self._ends.end_of_name(tokens, i + 2)
        told = verb.lemma in self._words.addresses
        if told and end < len(tokens) and tokens[end].text == ",":  # "was told by Ana Dovik, a guard, that"
            end = next((k for k in range(end, min(len(tokens) - 1, end + _REACH)) if _resumes(tokens, k)), end)
        if start is None or (told and not (tokens[end : end + 1] and tokens[end].lower == "that")):
            return None
        someone = tokens[start].lower in {"who", "one"}  # "the minister, who was confirmed by the senate"
        if someone or self._deeds.done_to(verb.lemma, tokens[start:first]):
            return None
        content = (end + 1, len(tokens)) if told else (start, first)
        end -= tokens[end - 1].text == ","
        return Found(sources=((i + 2, end),), cue=(first, i + 2), content=content)

    def _quoted_as(self, tokens: Sequence[Token], first: int, i: int) -> Found | None:
        """"The mayor was quoted by the paper as saying it had sunk", "it had sunk, the mayor was quoted as saying"."""
        ways = range(i + 2, min(len(tokens), i + _REACH))
        saying = next((k for k in ways if tokens[k].tag == "VBG" and tokens[k - 1].lower == "as"), None)
        if saying is None:
            return None
        by = next((k for k in range(i + 1, len(tokens) - 1) if tokens[k].lower == "by"), None)
        outer = ((by + 1, self._ends.end_of_name(tokens, by + 1)),) if by and by < saying + 2 else ()
        verb = self._verbs.of(tokens[saying].lower)
        content = self._contents.after(tokens, saying, verb) if verb and not (outer and outer[0][0] > saying) else None
        before = self._phrases.source_after_content(tokens, first) if content is None else None
        start = before if content is None else self._phrases.subject_start(tokens, first)
        if start is None:
            return None
        said = content or (0, start)
        return Found(sources=(*outer, (start, first)), cue=(first, i + 1), content=said, follows=content is None)


def _resumes(tokens: Sequence[Token], k: int) -> bool:
    """Whether "that" follows the comma before the token at `k`."""
    return tokens[k - 1].text == "," and tokens[k].lower == "that"
