"""Whom an outlet has it from where it speaks in its own voice: a recording's publisher, a link, a credited agency."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rules.model import Extent, Link, Span, TracedBy
from rules.provenance import Identity, Registry
from rules.reading.clauses.statements import Statement
from rules.reading.reports.recordings import Recordings
from rules.reading.sources.sources import Voices
from rules.reading.syntax.tokens import Sentence
from rules.rulebook import Rulebook

_URL = re.compile(r"https?://[^\s<>\"'()\[\]{}]+|\b(?:t\.me|x\.com|twitter\.com)/[\w./]+", re.IGNORECASE)
_GAP = 3  # characters between a sentence and the link that belongs to it

Trace = tuple[Link, TracedBy]


class Traces:
    """The traces in one text: `of(statement)` is the link that an own-voice statement leads to, None if none."""

    def __init__(
        self, voices: Voices, publishers: dict[int, Span], links: dict[int, Link], credit: Link | None, own: str | None
    ) -> None:
        self._voices, self._publishers, self._links = voices, publishers, links
        self._credit, self._own = credit, own

    def of(self, sentence: Extent, alone: bool = False) -> Trace | None:
        """The nearest trace of a sentence: its recording, its link, else the agency that the article credits.

        `alone` asks for what the sentence itself tells, without the article's credit.
        """
        publisher, link = self._publishers.get(sentence.start), self._links.get(sentence.start)
        if publisher is not None and (voice := self._voices.resolve(publisher)).identity.named:
            return self._unless_own(voice.link(), TracedBy.RECORDING)
        if link is not None:
            return self._unless_own(link, TracedBy.LINK)
        return None if alone or self._credit is None else self._unless_own(self._credit, TracedBy.CREDIT)

    def shows(self, sentence: Extent, source: Extent) -> bool:
        """Whether a source speaks by the recording that it published."""
        publisher = self._publishers.get(sentence.start)
        return publisher is not None and publisher.start < source.end and source.start < publisher.end

    def _unless_own(self, link: Link, by: TracedBy) -> Trace | None:
        return None if link.name == self._own else (link, by)


class Tracer:
    """Finds the traces of a text."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._recordings, self._registry = rulebook.part(Recordings), rulebook.part(Registry)

    def publishers(
        self, sentences: Sequence[Sentence], statements: Iterable[Statement], text: str
    ) -> dict[int, Span]:
        """Who published the recording that a sentence says something is seen in, by the start of the sentence.

        "The video" is the one told of last; where another is told of without its publisher, nobody is known.
        """
        posted = {s.sentence.start: s.sources[-1] for s in statements if s.sources and self._publishes(s)}
        found: dict[int, Span] = {}
        current: Span | None = None
        for sentence in sentences:
            start = sentence.extent.start
            recording = self._recordings.find(sentence.tokens, text)
            if recording is not None:
                current = recording.publisher or (current if recording.same else None)
                if recording.shown and current is not None:
                    found[start] = current
            current = posted.get(start, current)
        return found

    def _publishes(self, statement: Statement) -> bool:
        return statement.cue is not None and statement.cue.text.split()[-1].lower() in self._recordings.publishes

    def links(self, sentences: Sequence[Sentence], submitted: str) -> dict[int, Link]:
        """What the first link in or just behind a sentence leads to, by the start of the sentence."""
        starts = [sentence.extent.start for sentence in sentences]
        found: dict[int, Link] = {}
        for start, end, identity in self._linked(submitted):
            index = bisect_right(starts, start) - 1
            if index >= 0 and start <= sentences[index].extent.end + _GAP:
                link = Link(name=identity.name, start=start, end=end, class_=identity.class_, side=identity.side)
                found.setdefault(starts[index], link)
        return found

    def _linked(self, text: str) -> Iterator[tuple[int, int, Identity]]:
        for match in _URL.finditer(text):
            url = match[0].rstrip(".,;:!?")
            identity = self._registry.behind(url)
            if identity is not None:
                yield match.start(), match.start() + len(url), identity
