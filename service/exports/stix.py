"""A claim as a STIX 2.1 bundle: a report with one identity for each origin and a note for each report and review.

Ids follow from the claim's, so that the same claim gives the same bundle and a receiver updates what it has.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from rules.model import Assessment, Report
from service.records.claims import StoredClaim

MEDIA = "application/stix+json;version=2.1"
MOST_NOTES = 200
_SPACE = UUID("6f1d5a0e-54f0-5c0e-9a8e-9be2c0b8a1f4")
_CLASSES = {"official": "organization", "party": "group", "witness": "individual", "expert": "individual"}


def bundle(stored: StoredClaim, assessment: Assessment, reports: list[Report], url: str) -> str:
    """The bundle as JSON text, checked by the `stix2` library while it is made."""
    import stix2  # a tenth of a second to import, which only those pay who ask for it

    made = _Made(stored)
    times = made.times()
    maker = stix2.Identity(id=made.id("identity", "corrobora"), name="Corrobora", identity_class="system", **times)
    origins = {o.id: stix2.Identity(
        id=made.id("identity", o.id), name=o.name, identity_class=_CLASSES.get(o.class_, "unknown"),
        labels=[o.class_, *([f"side:{o.side}"] if o.side else [])], created_by_ref=maker.id, **times)
        for o in assessment.origins}
    body = stix2.Report(
        id=made.id("report", "claim"), name=stored.text, description=assessment.summary, report_types=["threat-report"],
        published=_moment(stored.created_at), labels=[assessment.status], created_by_ref=maker.id,
        object_refs=[identity.id for identity in origins.values()] or [maker.id],
        external_references=_references(reports, url), **_confidence(assessment), **times)
    contents = _notes(made, assessment, reports, origins, body.id)
    notes = [stix2.Note(created_by_ref=maker.id, **content, **times) for content in contents]
    bundled = stix2.Bundle(maker, *origins.values(), body, *notes, id=made.id("bundle", "bundle"))
    return str(bundled.serialize(pretty=False))


class _Made:
    """Ids and times of all objects of one claim."""

    def __init__(self, stored: StoredClaim) -> None:
        self.stored = stored

    def id(self, kind: str, what: str) -> str:
        about = what if what == "corrobora" else f"{self.stored.id} {what}"
        return f"{kind}--{uuid5(_SPACE, about)}"

    def times(self) -> dict[str, datetime]:
        return {"created": _moment(self.stored.created_at), "modified": _moment(self.stored.updated_at)}


def _notes(
    made: _Made, assessment: Assessment, reports: list[Report], origins: dict[str, Any], claim: str
) -> list[dict[str, Any]]:
    notes, traced = [], assessment.traced()
    for number, report in enumerate(reports[:MOST_NOTES]):
        if not report.text:
            continue
        refs = [claim, *(origins[origin.id].id for origin in traced.get(number, ()))]
        labels = sorted({str(origin.stance) for origin in traced.get(number, ())}) or ["report"]
        notes.append({"id": made.id("note", f"report {number}"), "abstract": "Report", "content": report.text,
                      "authors": [report.publisher] if report.publisher else ["unknown"], "labels": labels,
                      "object_refs": refs})
    for review in made.stored.reviews:
        content = "\n".join(part for part in (review.verdict, review.reason, review.correction) if part)
        notes.append({"id": made.id("note", f"review {review.id}"), "abstract": "Analyst’s review", "content": content,
                      "authors": [review.author], "labels": ["review"], "object_refs": [claim]})
    return notes


def _references(reports: list[Report], url: str) -> list[dict[str, str]]:
    own = {"source_name": "Corrobora", "url": url}
    urls = {report.url: report.publisher or "report" for report in reports if report.url}
    return [own, *({"source_name": name, "url": address} for address, name in urls.items())]


def _confidence(assessment: Assessment) -> dict[str, int]:
    value = assessment.grades.stix_confidence
    return {} if value is None else {"confidence": value}


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)
