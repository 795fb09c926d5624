"""Reports of a text from which parts were blanked, with the words of the text as it was submitted."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rules.model import FacetMention, Hedge, ReadReport, Span

S = TypeVar("S", Span, Hedge, FacetMention)


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
