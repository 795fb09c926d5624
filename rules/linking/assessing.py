"""`rules.assess`: a case scored whose reports are sentences or whole articles, in terms of what was submitted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import shorten
from typing import TypeVar

import msgspec

from rules.linking.excerpts import ARTICLE, Excerpt
from rules.linking.told import Told
from rules.linking.voices import voices
from rules.model import Assessment, Case, Evidence, Extent, Report, ReportHedge
from rules.reading import read_statement
from rules.rulebook import Rulebook
from rules.scoring import assess as assess_statements

_ONE_OF_MANY = "{} Of this long text only “{}” is scored here: read it as an article to have all of its statements."
_SHOWN = 80  # characters
_GAP = re.compile(r"\n\s*\n")

S = TypeVar("S", Evidence, ReportHedge)


def assess(case: Case, rulebook: Rulebook) -> Assessment:
    """Score a case with every reason for it, whether its reports are sentences or whole articles.

    Pure: the same case and rulebook give the same assessment, whatever the order of the reports (their indices
    aside). `score` says how well supported the claim is, `confidence` how much evidence there is to say so; with
    no evidence the score stays at the prior, the confidence is 0 and the grade is F6.

    Raises CaseError for a claim without text.

    >>> case = Case(text="The group claimed it had taken control of the village.")
    >>> assess(case, Rulebook()).status
    <Status.SINGLE_SOURCE: 'single_source'>
    """
    if not case.reports:
        return _own_report(case, rulebook)
    if all(report.source and report.stance for report in case.reports):
        return assess_statements(case, rulebook)
    reader, claim = rulebook.part(Told), msgspec.structs.replace(case, reports=())
    told = [one for place, report in enumerate(case.reports) for one in reader.of(report, place, claim)]
    if [one.report for one in told] == list(case.reports):
        return assess_statements(case, rulebook)
    spread = msgspec.structs.replace(case, reports=tuple(one.report for one in told))
    found = assess_statements(spread, rulebook, _apart(told))
    return _as_submitted(found, told)


def _own_report(case: Case, rulebook: Rulebook) -> Assessment:
    """The assessment of the one statement that a text is read as, and of what others in the text say of it."""
    scored = read_statement(case.text, rulebook)
    is_long = len(case.text) >= ARTICLE
    own = _paragraph(case.text, scored.sentence) if is_long else Excerpt(Report(text=case.text), 0)
    told = voices(own, Report(text=case.text), scored, rulebook)
    reports = tuple([one.report for one in told]) if len(told) > 1 else ()
    own, apart = told[0], _apart(told)
    found = assess_statements(msgspec.structs.replace(case, text=own.report.text, reports=reports), rulebook, apart)
    if not is_long and not reports:
        return found
    found = _as_submitted(found, told)
    shown = shorten(case.text[scored.sentence.start : scored.sentence.end], _SHOWN, placeholder=" …")
    return msgspec.structs.replace(found, summary=_ONE_OF_MANY.format(found.summary, shown)) if is_long else found


def _apart(told: Sequence[Excerpt]) -> dict[int, str]:
    return {number: one.apart for number, one in enumerate(told) if one.apart}


def _paragraph(text: str, at: Extent) -> Excerpt:
    """The paragraph of a sentence, whose hedges may be about it."""
    start = max((gap.end() for gap in _GAP.finditer(text, 0, at.start)), default=0)
    ends = _GAP.search(text, at.end)
    return Excerpt(Report(text=text[start : ends.start() if ends else len(text)]), 0, start)


def _as_submitted(assessment: Assessment, told: Sequence[Excerpt]) -> Assessment:
    """The assessment with indices and offsets of the request instead of those of excerpts."""
    origins = (msgspec.structs.replace(origin, reports=tuple(sorted({told[number].place for number in origin.reports})))
               for origin in assessment.origins)
    contributions = (msgspec.structs.replace(one, evidence=tuple(_placed(span, told) for span in one.evidence))
                     for one in assessment.contributions)
    hedges = (_placed(hedge, told) for hedge in assessment.hedges)
    return msgspec.structs.replace(
        assessment, origins=tuple(origins), contributions=tuple(contributions), hedges=tuple(dict.fromkeys(hedges)))


def _placed(span: S, told: Sequence[Excerpt]) -> S:
    """A span of an excerpt as one of the text that it is from."""
    _, place, start, _ = told[span.report]
    placed = msgspec.structs.replace(span, report=place, start=span.start + start, end=span.end + start)
    if not isinstance(placed, ReportHedge) or placed.scope is None:
        return placed
    first, last = placed.scope
    return msgspec.structs.replace(placed, scope=(first + start, last + start))
