"""Who contradicts what was said before without telling how: "The families | say | the opposite"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.clauses.labels import clause_of
from rules.reading.clauses.retorts import FILE
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.tokens import FINITE, Token
from rules.reading.syntax.wording import Wording, wordings
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

ID = "contrary"
_LONGEST = 6  # tokens behind the verb


class Contraries:
    """Finds the verb behind which nothing but such words ends a sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        pattern = next(entry.pattern for entry in wordings(rulebook, FILE, Wording) if entry.id == ID)
        self._pattern, self._phrases = re.compile(pattern, re.IGNORECASE), rulebook.part(Phrases)
        self._verbs = rulebook.part(clause_words).contradicts

    def at(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether the verb at that index tells of the contrary: "say | the opposite"."""
        if len(tokens) > verb + 2 + _LONGEST or tokens[verb].lower not in self._verbs or tokens[verb].tag not in FINITE:
            return False
        return self._pattern.fullmatch(" ".join(t.text for t in tokens[verb + 1 :] if t.text != ".")) is not None

    def find(self, tokens: Sequence[Token], text: str) -> list[Clause]:
        """The clause of the sentence, if it is one."""
        near = range(max(1, len(tokens) - 2 - _LONGEST), len(tokens) - 1)
        verb = next((k for k in near if self.at(tokens, k)), None)
        start = None if verb is None else self._phrases.subject_start(tokens, verb)
        if verb is None or start is None:
            return []
        end = len(tokens) - (tokens[-1].text == ".")
        clause = clause_of(tokens, text, (start, verb), verb, (verb + 1, end))
        return [clause] if clause else []
