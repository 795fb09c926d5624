"""What a text calls a body that it has named before, or its publication: "the Iran-backed group", "the report"."""

from __future__ import annotations

import re
from functools import lru_cache

from rules.model import Record, Span
from rules.provenance import Registry
from rules.provenance.classes import EXPERT, NGO, PARTY, UNATTRIBUTED
from rules.reading.sources.anaphora import WORD, SourceWords
from rules.reading.sources.antecedents import Antecedents
from rules.reading.sources.names import Voice
from rules.rulebook import Rulebook

_SEAT = re.compile(r"\w+ (?:[A-Z]\w+ )?[\w.]+-based [\w -]+")
_SEATED = (PARTY, NGO, EXPERT)
"""Classes of a body of which but its seat is told: "the Paris-based group"."""
_NEAR = 120  # characters before or behind the name of whoever says it


class EpithetTable(Record, frozen=True, kw_only=True):
    """`en/epithets.yaml`: `nouns` for one body, and what may stand before them with a capital (`marks`)."""

    nouns: tuple[str, ...]
    marks: tuple[str, ...]


class Epithets:
    """Tells whom a definite noun with adjectives means: the last of its class who spoke or was named.

    The adjectives say little of the side: the Palestinian group is of no Palestinian government. But an enemy of the
    side that they name it is not.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        table = rulebook.table("en/epithets.yaml", EpithetTable)
        capital = "|".join((*table.marks, r"(?:[A-Z]\w+ )?[A-Z][\w.]*-\w+", r"[A-Z]\w+(?:an|ese|ish|ch|i)"))
        self._shape = re.compile(rf"[Tt]h(?:e|at) (?:(?:{capital}|[a-z][\w-]+) )+(?:{'|'.join(table.nouns)})")
        self._registry = rulebook.part(Registry)

    def meant(self, span: Span, others: Antecedents) -> Voice | None:
        """The body that an epithet stands for, among the voices before it."""
        if self._shape.fullmatch(span.text) is None:
            return None
        called = self._registry.identify(span.text)
        classes = _SEATED if _SEAT.fullmatch(span.text) else (called.class_,)

        def fits(voice: Voice) -> bool:
            body = voice.kind != "person" and voice.identity.named and voice.identity.class_ in classes
            return body and not self._registry.opposed(voice.identity.side, called.side)

        return next(filter(fits, others.before(span)), None)


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
