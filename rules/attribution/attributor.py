"""Finds the attributions of a text."""

from __future__ import annotations

from spacy.tokens import Doc

from rules.attribution.linking import link
from rules.attribution.tagger import RoleTagger
from rules.model import Attribution, Quoting, Span
from rules.nlp import Parser
from rules.rulebook import Rulebook

Extent = tuple[int, int]


class Attributor:
    """Who says what in a text: `rulebook.part(Attributor).find(text)`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._parser = rulebook.part(Parser)
        self._tagger = rulebook.part(RoleTagger)

    def find(self, text: str) -> tuple[Attribution, ...]:
        """The attributions of `text` by position; offsets count code points of `text` as given."""
        return self.find_in(self._parser.parse(text), text)

    def find_in(self, doc: Doc, text: str) -> tuple[Attribution, ...]:
        """The same for `text` already parsed as `doc`."""
        found = [_attribution(doc, text, *linked) for linked in link(self._tagger.tag(doc), doc)]
        return tuple(sorted(found, key=_position))


def _attribution(doc: Doc, text: str, source: Extent | None, cue: Extent | None, content: Extent | None) -> Attribution:
    spans = [_span(doc, text, extent) for extent in (source, cue, content)]
    return Attribution(source=spans[0], cue=spans[1], content=spans[2], quoting=_quoting(spans[2]))


def _span(doc: Doc, text: str, extent: Extent | None) -> Span | None:
    if extent is None:
        return None
    last = doc[extent[1] - 1]
    start, end = doc[extent[0]].idx, last.idx + len(last)
    return Span(start=start, end=end, text=text[start:end])


def _quoting(content: Span | None) -> Quoting:
    text = content.text if content else ""
    marks = [mark in text for mark in "“”\""]
    if text[:1] in "“\"" and text[-1:] in "”\"" and text:
        return Quoting.DIRECT
    return Quoting.MIXED if any(marks) else Quoting.INDIRECT


def _position(attribution: Attribution) -> tuple[int, ...]:
    spans = (attribution.cue, attribution.content, attribution.source)
    ends = [(span.start, span.end) if span else (-1, -1) for span in spans]
    return (min(start for start, _ in ends if start >= 0), *(offset for pair in ends for offset in pair))
