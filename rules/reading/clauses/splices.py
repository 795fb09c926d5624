"""Where two speakers stand in one sentence without a conjunction: "Bala says it holds Orn | Lorn denies it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.reading.clauses.cue_verbs import CueVerbs
from rules.reading.clauses.labels import clause_of
from rules.reading.clauses.retorts import FILE, Retorts
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.joints import begins_clause
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.tokens import FINITE, Token
from rules.reading.syntax.wording import Wording, wordings
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act

_MARKS = frozenset({",", "—", "–", "-", "--"})
_SUBJECT = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "POS"})
_LONGEST_SUBJECT = 6  # tokens
_OPENS = frozenset({"DT", "PRP", "PRP$", "EX", "NNP", "NNPS", "NN", "NNS", "CD", "IN"})
ID = "contrary"
_BEHIND = 6  # tokens behind the verb


class Splices:
    """Finds the marks that part what one speaker says from what the next one answers."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._cues, self._phrases = rulebook.part(CueVerbs), rulebook.part(Phrases)
        self._beside = rulebook.part(clause_words).beside
        self._retorts, self._contraries = rulebook.part(Retorts), rulebook.part(Contraries)

    def cuts(self, tokens: Sequence[Token]) -> Iterator[int]:
        """The marks, by index."""
        for k in range(2, len(tokens) - 2):
            if tokens[k].text in _MARKS and not tokens[k].quoted and tokens[k - 1].end < tokens[k + 1].start - 1:
                verb = _verb_of_subject(tokens, k + 1 + self._joins(tokens[k + 1]))
                if verb is not None and self._answers(tokens, k, verb):
                    yield k

    def _answers(self, tokens: Sequence[Token], k: int, verb: int) -> bool:
        """Whether what follows the mark denies what stands before it, or says something else where that is said."""
        if self._contraries.at(tokens, verb):
            return any(t.tag in FINITE for t in tokens[:k])
        cue = self._cues.at(tokens, verb)
        if cue is None or self._joins(tokens[k + 1]):
            return False
        said = [t for t in tokens[verb + 1 :] if t.text != "."]
        if cue.act is Act.DENIAL and said and self._retorts.points_back(" ".join(t.text for t in said)):
            return any(t.tag in FINITE for t in tokens[:k])
        return bool(said) and said[0].tag in _OPENS and begins_clause(said, relative=True) and self._says(tokens[:k])

    def _joins(self, token: Token) -> bool:
        """Whether a conjunction stands there all the same: "…, though residents | say otherwise"."""
        return token.tag == "CC" or token.lower in self._beside

    def _says(self, tokens: Sequence[Token]) -> bool:
        """Whether a clause tells first that somebody says something, and then what."""
        finite = [k for k, t in enumerate(tokens) if t.tag in FINITE and not t.quoted]
        if len(finite) < 2 or self._phrases.is_relative(tokens, finite[0]):
            return False
        return self._cues.at(tokens, finite[0]) is not None and self._phrases.subject_start(tokens, finite[0]) == 0


def _verb_of_subject(tokens: Sequence[Token], start: int) -> int | None:
    """The finite verb whose short subject begins at `start`."""
    for k in range(start, min(len(tokens), start + _LONGEST_SUBJECT + 1)):
        if tokens[k].tag in FINITE:
            return k if k > start else None
        if tokens[k].tag not in _SUBJECT and not (k > start and tokens[k].lower == "of"):
            return None
    return None


class Contraries:
    """Finds who contradicts what was said before without telling how: "The families | say | the opposite"."""

    def __init__(self, rulebook: Rulebook) -> None:
        pattern = next(entry.pattern for entry in wordings(rulebook, FILE, Wording) if entry.id == ID)
        self._pattern, self._phrases = re.compile(pattern, re.IGNORECASE), rulebook.part(Phrases)
        self._verbs = rulebook.part(clause_words).contradicts

    def at(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether the verb at that index tells of the contrary: "say | the opposite"."""
        if len(tokens) > verb + 2 + _BEHIND or tokens[verb].lower not in self._verbs or tokens[verb].tag not in FINITE:
            return False
        return self._pattern.fullmatch(" ".join(t.text for t in tokens[verb + 1 :] if t.text != ".")) is not None

    def find(self, tokens: Sequence[Token], text: str) -> list[Clause]:
        """The clause of the sentence, if it is one."""
        near = range(max(1, len(tokens) - 2 - _BEHIND), len(tokens) - 1)
        verb = next((k for k in near if self.at(tokens, k)), None)
        start = None if verb is None else self._phrases.subject_start(tokens, verb)
        if verb is None or start is None:
            return []
        end = len(tokens) - (tokens[-1].text == ".")
        clause = clause_of(tokens, text, (start, verb), verb, (verb + 1, end))
        return [clause] if clause else []
