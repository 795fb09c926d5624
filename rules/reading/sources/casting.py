"""Whom a text names: the sources that it mentions, its subjects, whom it introduces, and who has a part in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Extent, Record, Span
from rules.provenance import Mention, Registry
from rules.reading.sources.trials import Lives, Trials
from rules.reading.syntax.extents import Extents
from rules.reading.syntax.introductions import BEFORE_NOUN, TITLED, introduced, over, over_name
from rules.reading.syntax.subjects import named_subject
from rules.reading.syntax.tokens import COMMON, PROPER, Sentence, Token, span_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_OF, _TIES = frozenset({"of", "for", "from", "to"}), frozenset({"loyal", "belonging"})


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


def held(tokens: Sequence[Token], text: str) -> Iterator[tuple[Span, Span]]:
    """Who has a role at a body, and the body: "fighters loyal to | the Red Front", "Northwold | coach Ana Dovik"."""
    for k in range(1, len(tokens) - 1):
        roles = _role_before(tokens, k) if tokens[k].lower in _OF else None
        edges = (*roles, k + 1 + (tokens[k + 1].tag == "DT")) if roles else _body_before(tokens, k) or _owner(tokens, k)
        if edges:
            role, body = span_of(tokens[edges[0] : edges[1]], text), _body(tokens, edges[2], text)
            if role and body:
                yield role, body


def _owner(tokens: Sequence[Token], k: int) -> tuple[int, int, int] | None:
    """The role behind an owner's name, and where that begins: "Northwold's | new chief executive"."""
    if tokens[k].tag != "POS":
        return None
    first = over(tokens, k, PROPER)
    end = next((j for j in range(k + 1, min(len(tokens), k + 1 + TITLED)) if tokens[j].tag not in BEFORE_NOUN), k)
    return (k + 1, end, first) if first < k and end > k + 1 else None


def _role_before(tokens: Sequence[Token], k: int) -> tuple[int, int] | None:
    """The noun before "of" or "loyal to"."""
    end = k - (tokens[k - 1].lower in _TIES)
    return (end - 1, end) if end and tokens[end - 1].tag in COMMON and not tokens[end - 1].quoted else None


def _body_before(tokens: Sequence[Token], k: int) -> tuple[int, int, int] | None:
    """The role between two names, and where the first begins: "Northwold chief executive Ana Dovik"."""
    if tokens[k].tag != "NN" or tokens[k + 1].tag not in PROPER or tokens[k].quoted:
        return None
    start = over(tokens, k + 1, frozenset({"NN", "JJ"}))
    first = over(tokens, start, PROPER)
    return (start, k + 1, first) if first < start else None


def _body(tokens: Sequence[Token], start: int, text: str) -> Span | None:
    end = over_name(tokens, start)
    return span_of(tokens[start:end], text) if end > start else None
