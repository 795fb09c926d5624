"""A sentence tried out: scored as `POST /v1/score` scores it, with every cue marked in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

import rules
from rules.errors import CaseError
from rules.model import Assessment, Report
from service.errors import InvalidError
from service.pages.claim import Check, grouped, hedge_marks
from service.pages.marks import Mark, Piece, pieces
from service.pages.waterfall import Waterfall, waterfall
from service.runtime import Runtime
from service.schemas import decoding


@dataclass(frozen=True)
class Tried:
    """What was typed and what came of it; `before` is the score of what was typed before."""

    text: str
    before: float | None = None
    assessment: Assessment | None = None
    waterfall: Waterfall | None = None
    pieces: list[Piece] | None = None
    checks: list[Check] | None = None
    problem: str = ""


def attempt(form: Mapping[str, str], run: Runtime) -> Tried:
    """Score what is in the box; an empty one is no error."""
    text, before = form.get("text", ""), _before(form.get("before", ""))
    if not text.strip():
        return Tried(text)
    try:
        case = decoding.case(msgspec.json.encode({"text": text}), run.limits)
        assessment = rules.assess(case, run.rulebook)
    except (InvalidError, CaseError) as error:
        return Tried(text, before, problem=str(error))
    return Tried(text, before, assessment, waterfall(assessment, [Report(text=text)]),
                 pieces(text, _marks(assessment)), grouped(assessment.next_checks))


def _marks(assessment: Assessment) -> list[Mark]:
    """Hedges, and the words that rules of the other factors rest on."""
    found = hedge_marks(assessment).get(0, [])
    hedged = {(mark.start, mark.end) for mark in found}
    spans = {(span.start, span.end): row.reason for row in assessment.contributions
             for span in row.evidence if (span.start, span.end) not in hedged}
    return found + [Mark(start, end, "evidence", reason) for (start, end), reason in spans.items()]


def _before(value: str) -> float | None:
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return None
