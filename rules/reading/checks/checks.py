"""Verification statements among the reports of an article: joined where they are one check, and what each is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rules.model import Extent, Facet, ReadReport, Span, Stance, Verification
from rules.reading.checks.aims import Aims
from rules.reading.checks.check_words import CHECKS
from rules.reading.checks.surroundings import OF_FILM

_JOINT = re.compile(r"\s*[,;—–]\s*(?:and |but )?")
_AGAIN = re.compile(r"(?:(?:However|But|Still|Yet),? )?(?:it|they)\b(?! \w+ (?:not )?(?:been )?(?:im)?possible)", re.I)


def joined(reports: Sequence[ReadReport], text: str, aims: Aims) -> list[ReadReport]:
    """Neighbouring statements of one verifier as one: "could confirm the place. It could not verify the date"."""
    result: list[ReadReport] = []
    for report in reports:
        last = result[-1] if result else None
        if last is not None and _continues(last, report, text):
            result[-1] = _join(last, report, text)
        else:
            result.append(report)
    for index, report in enumerate(result):
        if report.act == CHECKS:
            result[index] = msgspec.structs.replace(report, applies_to=aims.of(index, result, text))
    return result


def _continues(last: ReadReport, report: ReadReport, text: str) -> bool:
    one_verifier = last.chain[-1:] and report.chain[-1:] and last.chain[-1].name == report.chain[-1].name
    between = text[last.sentence.end : report.sentence.start]
    still = between.strip() and len(report.chain) < 2 and _JOINT.fullmatch(between)
    again = len(report.chain) < 2 and _AGAIN.match(report.claim.text) is not None
    held = {*last.verification.facets} if last.verification else set()
    apart = report.verification and held.intersection(report.verification.failed)  # "… ; a fourth could not be placed"
    return bool(
        not apart and (still or ((one_verifier or again) and not between.strip()))
        and last.act == report.act == CHECKS and last.verification and report.verification
        and last.stance is Stance.SUPPORTS and report.stance is Stance.CANNOT_VERIFY
        and (still or again or (report.verification.failed and OF_FILM.issuperset(report.verification.failed)))
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
