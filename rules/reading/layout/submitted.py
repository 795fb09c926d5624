"""Reports of a text that was changed to be read, with the words and the offsets of the text as it was submitted."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rules.model import Extent, FacetMention, Hedge, Link, Reading, ReadReport, Span
from rules.reading.layout.running import Running
from rules.reading.syntax.extents import united

S = TypeVar("S", Span, Hedge, FacetMention)
E = TypeVar("E", Extent, Span, Hedge, FacetMention, Link)


def as_submitted(report: ReadReport, text: str) -> ReadReport:
    """The report with the words of all its spans taken from the text as submitted, markup and all."""
    return msgspec.structs.replace(
        report,
        claim=_again(report.claim, text),
        cue=_again(report.cue, text) if report.cue else None,
        hedges=tuple(_again(hedge, text) for hedge in report.hedges),
        facets={facet: _again(mention, text) for facet, mention in report.facets.items()},
    )


def _again(span: S, text: str) -> S:
    return msgspec.structs.replace(span, text=text[span.start : span.end])


def moved_back(reading: Reading, running: Running, text: str) -> Reading:
    """The reading of a running text as one of the text that was submitted."""
    left_out = (_moved(extent, running) for extent in reading.left_out)
    return msgspec.structs.replace(
        reading,
        reports=tuple(_report_moved_back(report, running, text) for report in reading.reports),
        left_out=united((*left_out, *running.dropped)),
    )


def _report_moved_back(report: ReadReport, running: Running, text: str) -> ReadReport:
    """A report of a running text as one of the text that was submitted."""
    moved = msgspec.structs.replace(
        report,
        claim=_moved(report.claim, running),
        chain=tuple(_moved(link, running) if link.start is not None else link for link in report.chain),
        cue=_moved(report.cue, running) if report.cue else None,
        hedges=tuple(_scoped(_moved(hedge, running), running) for hedge in report.hedges),
        facets={facet: _moved(mention, running) for facet, mention in report.facets.items()},
        sentence=_moved(report.sentence, running),
    )
    return as_submitted(moved, text)


def _scoped(hedge: Hedge, running: Running) -> Hedge:
    return msgspec.structs.replace(hedge, scope=running.extent(*hedge.scope)) if hedge.scope else hedge


def _moved(item: E, running: Running) -> E:
    start, end = running.extent(item.start or 0, item.end or 0)
    return msgspec.structs.replace(item, start=start, end=end)
