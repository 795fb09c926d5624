"""Statements of a text: its sentences, cut where somebody is said to have said something."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from rules.model import Attribution, Extent, Quoting, Record, Span
from rules.reading.clauses import ClauseFinder
from rules.rulebook import Rulebook


class Statement(Record, frozen=True, kw_only=True):
    """What is claimed, who is said to say it (outermost first), and the cue with the words that bear on it."""

    claim: Extent
    sources: tuple[Span, ...]
    cue: Span | None
    sentence: Extent
    quoted: bool


def sentences(doc: Doc, text: str) -> Iterator[Extent]:
    """The extents of sentences, which never cross a line break, without the white space around them."""
    for sentence in doc.sents:
        start = sentence.start_char
        for line in re.split(r"(\n+)", text[start : sentence.end_char]):
            stripped = line.strip()
            if stripped:
                first = start + line.index(stripped[0])
                yield Extent(start=first, end=first + len(stripped))
            start += len(line)


class StatementCutter:
    """Cuts a parsed text into statements along its attributions."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._clauses = rulebook.part(ClauseFinder)

    def cut(self, doc: Doc, text: str, attributions: Sequence[Attribution]) -> list[Statement]:
        """All statements in the order of their claims; a sentence without attribution is one of its own."""
        extents = list(sentences(doc, text))
        said = _by_sentence(extents, attributions)
        for sentence, found in zip(extents, said, strict=True):
            tokens = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
            plain = self._clauses.find(list(tokens), text) if tokens is not None and not found else None
            if plain:
                found.append(plain)
        statements: list[Statement] = []
        covered: list[Extent] = []
        for sentence, found in zip(extents, said, strict=True):
            for statement in _attributed(sentence, found):
                statements.append(statement)
                covered.append(statement.claim)
        statements.extend(_own(extents, said, covered))
        return sorted(statements, key=lambda s: (s.claim.start, s.claim.end, s.cue.start if s.cue else -1))


def _by_sentence(extents: list[Extent], attributions: Sequence[Attribution]) -> list[list[Attribution]]:
    """For each sentence the attributions whose cue (or else content) stands in it."""
    starts = [e.start for e in extents]
    found: list[list[Attribution]] = [[] for _ in extents]
    for attribution in attributions:
        anchor = attribution.cue or attribution.content
        if anchor is not None and attribution.content is not None:
            index = bisect_right(starts, anchor.start) - 1
            if index >= 0:
                found[index].append(attribution)
    return found


def _attributed(sentence: Extent, found: list[Attribution]) -> Iterator[Statement]:
    """One statement for each content, with all who are said to have said it."""
    by_content: dict[tuple[int, int], list[Attribution]] = {}
    for attribution in found:
        assert attribution.content is not None
        by_content.setdefault((attribution.content.start, attribution.content.end), []).append(attribution)
    for (start, end), same in by_content.items():
        outermost_first = sorted(same, key=lambda a: -_distance(a))
        sources = tuple(dict.fromkeys(a.source for a in outermost_first if a.source))
        yield Statement(
            claim=Extent(start=start, end=end),
            sources=sources,
            cue=outermost_first[-1].cue,
            sentence=sentence,
            quoted=outermost_first[-1].quoting is not Quoting.INDIRECT,
        )


def _distance(attribution: Attribution) -> int:
    """How far the cue stands from the content: nearer is further in."""
    cue, content = attribution.cue, attribution.content
    if cue is None or content is None:
        return 0
    return max(content.start - cue.end, cue.start - content.end, 0)


def _own(extents: list[Extent], said: list[list[Attribution]], covered: list[Extent]) -> Iterator[Statement]:
    """Sentences that nobody is said to have said."""
    for sentence, found in zip(extents, said, strict=True):
        if not found and not any(c.start < sentence.end and sentence.start < c.end for c in covered):
            yield Statement(claim=sentence, sources=(), cue=None, sentence=sentence, quoted=False)
