"""One text with what was found in it as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from rules.model import Hedge, Link
from rules.reading.reports.facets import Facets
from rules.reading.reports.tracing import Traces
from rules.reading.sources.sources import Voices
from rules.reading.syntax.extents import Extents


@dataclass(frozen=True, slots=True)
class Page:
    """What the statements of one text are read by."""

    text: str
    publisher: Link | None
    voices: Voices
    traces: Traces
    hedges: Extents[Hedge]
    facets: Facets
