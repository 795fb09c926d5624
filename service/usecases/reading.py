"""Reading an article without storing anything: what it says, and how well it supports that by itself."""

from __future__ import annotations

import rules
from rules.linking import LinkedCase, Read, report_number
from rules.model import Document
from service.records.articles import PlacedReport, ReadAnswer, ReadCase
from service.runtime import Runtime


def read(document: Document, run: Runtime) -> ReadAnswer:
    """What the article says, with the cases that it alone tells of; a text too long to be stored is only read."""
    rulebook = run.rulebook
    reading = rules.read(document, rulebook)
    found = Read.of(document, reading)
    linked = rules.link([found], rulebook) if len(document.text) <= run.limits.text else ()
    cases = {f"c{number}": case for number, case in enumerate(linked, 1)}
    case_of = {report_number(statement): id_ for id_, case in cases.items() for statement in case.statements}
    return ReadAnswer(
        language=reading.language, published_at=reading.published_at, left_out=reading.left_out,
        reports=[PlacedReport.of(report, case_of.get(number)) for number, report in enumerate(reading.reports)],
        cases=[_scored(id_, case, rulebook) for id_, case in cases.items()])


def _scored(id_: str, linked: LinkedCase, rulebook: rules.Rulebook) -> ReadCase:
    case = linked.case
    return ReadCase(id=id_, text=case.text, event=case.event, reports=case.reports,
                    assessment=rules.assess(case, rulebook))
