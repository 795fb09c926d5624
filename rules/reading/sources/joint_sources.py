"""Sources that join several names: "the Harbour Brigade and the Hill Legion"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.model import Span
from rules.reading.sources.anaphora import WORD, SourceWords
from rules.reading.sources.names import Voice
from rules.reading.syntax.extents import Extents

_ASIDE = re.compile(r", (?:which|who|whose)\b")


class JointSources:
    """The names that the sources of one text join; `named` are all that it has."""

    def __init__(self, words: SourceWords, named: Extents[Voice]) -> None:
        self._words, self._named = words, named

    def of(self, span: Span) -> list[Voice]:
        """The voices whose names a source joins; none where it names but one."""
        rest = _ASIDE.split(span.text)[0]
        named = _widest([v for v in self._named.within(span.start, span.start + len(rest)) if v.identity.named])
        if len({v.identity.id for v in named}) < 2:
            return []
        for voice in named:
            rest = rest.replace(voice.text, " ")
        between = {word.lower() for word in WORD.findall(rest)}
        joins = between <= self._words.joining and not between.isdisjoint(self._words.conjunctions)
        return named if joins else []


def _widest(voices: Sequence[Voice]) -> list[Voice]:
    """Without names that are but part of a longer one: "the Hill Legion" in "the Hill Legion militia"."""
    extents = {(v.start, v.end) for v in voices}
    parts = {(a, b) for a, b in extents for c, d in extents if c <= a and b <= d and (a, b) != (c, d)}
    return [v for v in voices if (v.start, v.end) not in parts]
