"""Verification statements among the reports of an article: joined where they are one check, and what each is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Extent, Facet, ReadReport, Span, Stance, Verification
from rules.reading.answered import before, is_said, said_last
from rules.reading.verification import CHECKS, Check, CheckFinder, CheckOutcome

_NEAR = 3


def joined(reports: Sequence[ReadReport], text: str, finder: CheckFinder) -> list[ReadReport]:
    """Neighbouring statements of one verifier as one: "could confirm the place. It could not verify the date"."""
    result: list[ReadReport] = []
    for report in reports:
        last = result[-1] if result else None
        if last is not None and _continues(last, report, text):
            result[-1] = _join(last, report, text)
        else:
            result.append(report)
    return [_aimed(report, index, result, finder, text) for index, report in enumerate(result)]


def _continues(last: ReadReport, report: ReadReport, text: str) -> bool:
    one_verifier = last.chain[-1:] and report.chain[-1:] and last.chain[-1].name == report.chain[-1].name
    return bool(
        one_verifier and last.act == report.act == CHECKS and last.verification and report.verification
        and not text[last.sentence.end : report.sentence.start].strip()
        and last.stance is Stance.SUPPORTS and report.stance is Stance.CANNOT_VERIFY
    )  # fmt: skip


def _join(last: ReadReport, report: ReadReport, text: str) -> ReadReport:
    held, failed = last.verification or Verification(), report.verification or Verification()
    not_held = tuple(f for f in Facet if f in {*held.failed, *failed.failed})
    start, end = last.claim.start, report.claim.end
    return msgspec.structs.replace(
        last,
        claim=Span(start=start, end=end, text=text[start:end]),
        sentence=Extent(start=last.sentence.start, end=report.sentence.end),
        hedges=(*last.hedges, *report.hedges),
        verification=Verification(
            facets=tuple(f for f in held.facets if f not in not_held), failed=not_held, method=held.method
        ),
    )


def _aimed(
    report: ReadReport, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
) -> ReadReport:
    """The report with the indexes of the reports that its check is about; others as they are."""
    check = finder.find(report.claim.text) if report.act == CHECKS else None
    if check is None:
        return report
    return msgspec.structs.replace(report, applies_to=tuple(sorted(_about(check, index, reports, finder, text))))


def _about(
    check: Check, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
) -> Iterator[int]:
    """Footage near by for a check of footage, what was told last for one of "its authenticity" or "their accounts".

    Otherwise it is about what was claimed since the last check, by others than the outlet. A question that is open
    ("not clear whether the port will close") is about nothing before it.
    """
    if check.about_footage and check.outcome is not CheckOutcome.NO_ANSWER:
        start = reports[index].claim.start
        near = [i for i in range(max(0, index - _NEAR), min(len(reports), index + 1)) if i != index]
        shown = [i for i in near if finder.shows_footage(reports[i].claim.text) and reports[i].claim.start < start]
        if shown:
            yield from shown
            return
    if check.asks:
        return
    if {*check.verification.facets, *check.verification.failed} == {Facet.AUTHENTICITY}:
        told = [i for i in before(index) if reports[i].act != CHECKS]
        yield from (i for i in told if reports[i].sentence == reports[told[-1]].sentence)
        return
    if check.about_speaker:
        yield from said_last(reports, [i for i in before(index) if is_said(reports[i])], text)
        return
    for i in range(index - 1, -1, -1):
        if reports[i].act == CHECKS and i < index - 1:
            return
        if reports[i].act != CHECKS and len(reports[i].chain) > 1:
            yield i
