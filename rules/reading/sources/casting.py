"""Whom a text names: the sources that it mentions, its subjects, whom it introduces, and who has a part in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Extent, Record, Span
from rules.provenance import Mention, Registry
from rules.reading.sources.roles import held
from rules.reading.sources.trials import Lives, Trials
from rules.reading.syntax.extents import Extents
from rules.reading.syntax.introductions import introduced
from rules.reading.syntax.subjects import named_subject
from rules.reading.syntax.tokens import Sentence
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook


class Cast(Record, frozen=True, kw_only=True):
    """Whom a text names: known sources, its subjects and whom it introduces in passing.

    `subjects` are those names, known or not, with which sentences tell who did it.
    `bodies` have somebody in a role, as told beside them; `parts` are the classes of those of whom the text tells what
    part they have.
    """

    mentions: tuple[Mention, ...]
    names: tuple[Span, ...]
    subjects: tuple[Span, ...]
    introductions: tuple[Span, ...]
    bodies: tuple[tuple[Span, Span], ...]
    parts: dict[str, str]


class Casting:
    """Finds whom a text names."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry, self._days = rulebook.part(Registry), rulebook.part(clause_words).days
        self._trials, self._lives = rulebook.part(Trials), rulebook.part(Lives)

    def of(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Cast:
        """Who may speak in a text that mentions these sources."""
        known = Extents(m for m in mentions if m.identity.named)
        subjects = tuple(span for s in sentences if (span := named_subject(s.tokens, text)) and self._is_name(span))
        introductions = Extents(span for s in sentences for span in introduced(s.tokens, text) if self._is_name(span))
        return Cast(
            mentions=tuple(m for m in mentions if m.identity.named or not introductions.covers(m.start)),
            names=tuple(span for span in subjects if not known.within(span.start, span.end)),
            subjects=subjects,
            introductions=tuple(introductions.items),
            bodies=tuple(pair for s in sentences for pair in held(s.tokens, text)),
            parts=self._lives.classes(text) | self._trials.classes(text),
        )

    def _is_name(self, span: Span) -> bool:
        """Whether no day is part of it: "told the candidate | Tuesday"."""
        return self._days.isdisjoint(span.text.lower().split())

    def mentions(self, text: str, sentences: Sequence[Sentence]) -> list[Mention]:
        """The known sources that a text names; looked for sentence by sentence, so that the time stays linear."""
        return [mention for s in sentences for mention in self._mentions(text, s.extent)]

    def _mentions(self, text: str, sentence: Extent) -> Iterator[Mention]:
        for found in self._registry.mentions(text[sentence.start : sentence.end]):
            yield msgspec.structs.replace(found, start=found.start + sentence.start, end=found.end + sentence.start)
