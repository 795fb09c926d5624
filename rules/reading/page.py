"""One text with what was found in it as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from rules.model import Hedge, Link
from rules.reading.extents import Extents
from rules.reading.facets import Facets
from rules.reading.sources import Voices
from rules.reading.tracing import Traces


@dataclass(frozen=True, slots=True)
class Page:
    """What the statements of one text are read by."""

    text: str
    publisher: Link | None
    voices: Voices
    traces: Traces
    hedges: Extents[Hedge]
    facets: Facets
