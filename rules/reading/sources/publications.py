"""Whose "the report" or "the study" is: the last who said something in one, or who spoke in its name."""

from __future__ import annotations

import re
from functools import lru_cache

from rules.model import Span
from rules.provenance.classes import UNATTRIBUTED
from rules.reading.sources.anaphora import WORD, SourceWords
from rules.reading.sources.antecedents import Antecedents
from rules.reading.sources.names import Voice

_NEAR = 120  # characters before or behind the name of whoever says it


class Publications:
    """The publications of one text; `others` are its voices."""

    def __init__(self, words: SourceWords, others: Antecedents, text: str) -> None:
        self._words, self._others, self._text = words, others, text

    def author(self, span: Span) -> Voice | None:
        """Whose publication `span` means, if it means one that the text told of before."""
        words = [w.lower() for w in WORD.findall(span.text)]
        pointing = len(words) > 1 and words[0] in self._words.definite and self._words.editions.issuperset(words[1:-1])
        if not pointing or words[-1] not in self._words.publications:
            return None
        voice = self._others.last(lambda other: self._published(other, words[-1]))
        return voice and voice.again(span)

    def _published(self, voice: Voice, noun: str) -> bool:
        """Whether it is said of a voice: "the League said in a report", "a report by the League says"."""
        if voice.identity.class_ == UNATTRIBUTED or not voice.identity.named:
            return False
        before, behind = _in_one(noun)
        said = behind.match(self._text, voice.end, voice.end + _NEAR)
        told = before.search(self._text, max(0, voice.start - _NEAR), voice.start)
        return bool(said or told) or noun in voice.text.lower().split()


@lru_cache(maxsize=64)
def _in_one(noun: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind the name of whoever says something in a publication."""
    one = rf"\bin (?:an?|its|the|their|his|her) (?:[\w-]+ ){{0,3}}{noun}\b"
    return (
        re.compile(rf"{one}[^.“”\"]*, (?:the )?$", re.IGNORECASE),
        re.compile(rf"[^.“”\"]*?{one}", re.IGNORECASE),
    )
