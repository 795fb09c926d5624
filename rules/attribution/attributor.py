"""Finds the attributions of a text."""

from __future__ import annotations

from rules.attribution.linking import Extent, Linked, link
from rules.attribution.tagger import RoleTagger
from rules.model import Attribution, Span
from rules.nlp import Parsed, Parser
from rules.rulebook import Rulebook


class Attributor:
    """Who says what in a text: reports, beliefs and intentions alike; the cue tells which.

    >>> from rules.rulebook import Rulebook
    >>> found = Rulebook().part(Attributor).find("The mayor of Ostwick said the bridge was closed.")
    >>> [(a.source.text, a.cue.text, a.content.text) for a in found]
    [('The mayor of Ostwick', 'said', 'the bridge was closed')]
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._parser = rulebook.part(Parser)
        self._tagger = rulebook.part(RoleTagger)

    def find(self, text: str) -> tuple[Attribution, ...]:
        """The attributions of `text` by position; offsets count code points of `text` as given."""
        return self.find_in(self._parser.parse(text), text)

    def find_in(self, parsed: Parsed, text: str) -> tuple[Attribution, ...]:
        """The same for `text` already parsed, by `rules.nlp.Parser`."""
        found = self._tagger.tag(parsed)
        linked = link(found["source"], found["cue"], found["content"])
        return tuple(_attribution(parsed, text, one) for one in sorted(linked, key=_position))


def _position(linked: Linked) -> tuple[int, ...]:
    """Where an attribution begins, then all its ends."""
    extents = [extent or (-1, -1) for extent in linked]
    return min(start for start, _ in extents if start >= 0), *(end for extent in extents for end in extent)


def _attribution(parsed: Parsed, text: str, linked: Linked) -> Attribution:
    source, cue, content = (_span(parsed, text, extent) for extent in linked)
    return Attribution(source=source, cue=cue, content=content)


def _span(parsed: Parsed, text: str, extent: Extent | None) -> Span | None:
    if extent is None:
        return None
    start, end = parsed.span(*extent)
    return Span(start=start, end=end, text=text[start:end])
