"""A case as `POST /v1/score` and `POST /v1/claims` take it."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, validates_schema

from rules.model import Facet, Interest, Stance, TracedBy
from service.schemas.base import Input
from service.schemas.fields import Day, Many, Name, Part, Text, Timestamp, WebAddress, Word

VIA = 50
SAYS_WHOSE = ("text", "publisher", "url", "source", "via")  # a report has one of them, or it is a vote of nobody
EXAMPLE = {
    "text": "Rebels hold the bridge at Verkhny Lug.",
    "event": {"date": "2024-06-02", "place": "Verkhny Lug"},
    "reports": [
        {"text": "The rebels said on Telegram that they held the bridge.", "publisher": "example.org",
         "published_at": "2024-06-02T09:30:00Z", "via": ["Telegram"], "stance": "supports",
         "source": {"name": "Rebel command", "class": "party", "side": "rebels"}},
        {"text": "Our analysts matched the footage to the bridge but could not date it.", "publisher": "example.com",
         "source": {"class": "independent_verification"}, "stance": "supports",
         "verification": {"facets": ["place"], "failed": ["time"], "method": "geolocation"}},
    ],
}


class SourceIn(Input):
    """Who is said to have said it; what is left out is looked up or read from the text."""

    error_messages = {"type": 'must be a JSON object such as {"name": "Reuters"}'}

    name = Name()
    class_ = Name(data_key="class", attribute="class")
    side = Name()
    interest = Word(Interest)
    traced_by = Word(TracedBy)


class VerificationIn(Input):
    """An independent check: which facets held, which could not be established; none means the whole claim."""

    facets = Many(Word(Facet, allow_none=False), len(Facet))
    failed = Many(Word(Facet, allow_none=False), len(Facet))
    method = Name()


class ReportIn(Input):
    """One published statement that bears on the claim: its text or whose it is. What is left out is read."""

    text = Text(load_default=None)
    publisher = Name()
    url = WebAddress()
    published_at = Timestamp()
    source = Part(SourceIn, load_default=None)
    via = Many(Name(allow_none=False), VIA)
    stance = Word(Stance)
    verification = Part(VerificationIn, load_default=None)

    @validates_schema
    def _is_somebodys(self, data: dict[str, Any], **_: Any) -> None:
        if not any(data.get(field) for field in SAYS_WHOSE):
            raise ValidationError(f"says nothing and names nobody; give at least one of: {', '.join(SAYS_WHOSE)}")


class EventIn(Input):
    """When and where the thing claimed is said to have happened."""

    date = Day()
    place = Name()


class CaseIn(Input):
    """A claim with the reports that bear on it. Without reports the claim's own text is read as its one report."""

    text = Text(required=True)
    event = Part(EventIn, load_default=None)
    reports = Many(Part(ReportIn))


class ReportsIn(Input):
    """More reports for a stored claim."""

    reports = Many(Part(ReportIn), required=True)


CASE: Schema = CaseIn()
REPORTS: Schema = ReportsIn()
