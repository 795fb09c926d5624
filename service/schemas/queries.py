"""What may stand after the question mark, and what reviews and sources look like as input."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from marshmallow import ValidationError, fields, missing, validates_schema
from marshmallow.validate import Range
from webargs.multidictproxy import MultiDictProxy

from rules.model import Factor, Status
from service.schemas.base import Input
from service.schemas.fields import Day, Many, Name, Text, Timestamp, Word
from service.store.listing import ORDERS

_DAYS = 3_660


def _between(low: float, high: float) -> Range:
    return Range(min=low, max=high, error="must be between {min} and {max}")


def _comparable(value: float | str) -> float:
    return datetime.fromisoformat(value).timestamp() if isinstance(value, str) else value


def _words(description: str) -> Text:
    return Text(load_default=None, max_length=500, metadata={"description": description})


class WholeNumber(fields.Integer):
    """A whole number within bounds."""

    default_error_messages = {"invalid": "must be a whole number"}

    def __init__(self, low: int, high: int, default: int | None, description: str | None = None) -> None:
        metadata = {"description": description} if description else {}
        super().__init__(load_default=default, validate=_between(low, high), metadata=metadata)


class Share(fields.Float):
    """A number from 0 to 1."""

    default_error_messages = {"invalid": "must be a number from 0 to 1", "special": "must be a number from 0 to 1"}

    def __init__(self) -> None:
        super().__init__(load_default=None, validate=_between(0, 1))


class Query(Input):
    """What may stand after the question mark, each at most once unless it is a list; all else is refused."""

    @validates_schema(pass_original=True)
    def _once(self, data: dict[str, Any], sent: Any, **_: Any) -> None:
        if isinstance(sent, MultiDictProxy):
            twice = {key for key in sent if key not in sent.multiple_keys and len(sent.getlist(key)) > 1}
            if twice:
                raise ValidationError(dict.fromkeys(sorted(twice), "is given more than once"))


class FormatQuery(Query):
    """In which format a list goes out."""

    format = Word(("json", "csv", "ndjson"), metadata={
        "description": "`csv` and `ndjson` give the whole list; without it the Accept header decides"})


class PageQuery(FormatQuery):
    """How much, and from where on."""

    limit = WholeNumber(1, 200, 50)
    cursor = Text(load_default=None, max_length=500, metadata={"description": "`next_cursor` of the page before"})


class HistoryQuery(FormatQuery):
    """How many assessments, and after which one."""

    limit = WholeNumber(1, 200, 100)
    cursor = WholeNumber(0, 2**63 - 1, 0)


class ClaimQuery(PageQuery):
    """Filters and order of a list of claims; all that are given must hold."""

    q = _words("Words of the claim or of its reports, or their beginnings")
    like = Text(load_default=None, max_length=2_000, metadata={
        "description": "A text, such as a post: at most thirty claims that it may be about, the likest first "
                       "whatever `sort` says, on one page, each with its `likeness`"})
    status = Many(Word(Status, allow_none=False), metadata={"description": "One or more, repeated"})
    score_min = Share()
    score_max = Share()
    reports_min = WholeNumber(1, 1_000_000, None, "Reports that a claim must have; 2 leaves out what was said once")
    factor = Word(Factor, metadata={"description": "The factor that moved the score most"})
    class_ = Name(data_key="class", attribute="class", metadata={"description": "The class of some report's origin"})
    publisher = Name(metadata={"description": "Who carried some report"})
    event_place = Name()
    event_date = Day()
    since = Timestamp()
    until = Timestamp()
    sort = Word(ORDERS, load_default="-updated")

    @validates_schema
    def _has_room(self, data: dict[str, Any], **_: Any) -> None:
        """A span that ends before it begins would give an empty list, as if nothing were stored."""
        for low, high in (("score_min", "score_max"), ("since", "until")):
            least, most = (_comparable(data[end]) if data.get(end) else None for end in (low, high))
            if least is not None and most is not None and least > most:
                raise ValidationError(f"is above {high}, so that nothing can be between them", low)


class StatsQuery(Query):
    """How far back the time series goes."""

    days = WholeNumber(1, _DAYS, 90)


class SourceQuery(PageQuery):
    """Filters of the source registry."""

    q = _words("Words of a name, an alias or a domain, or their beginnings")
    class_ = Name(data_key="class", attribute="class")
    own = fields.Boolean(load_default=None, truthy={"true"}, falsy={"false"},
                         error_messages={"invalid": "must be true or false"})


class ReviewIn(Input):
    """An analyst's verdict, a correction, or both, with author and reason."""

    verdict = Word(Status)
    correction = Text(load_default=None, max_length=10_000)
    author = Name(required=True, load_default=missing)
    reason = Text(required=True, max_length=10_000)

    @validates_schema
    def _says_something(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("verdict") is None and data.get("correction") is None:
            raise ValidationError("is required unless there is a correction", "verdict")


class SourceEntryIn(Input):
    """An organisation's own entry: reports of this source, under any of its names, are judged by it from now on."""

    name = Name(required=True, load_default=missing)
    class_ = Name(required=True, load_default=missing, data_key="class", attribute="class")
    side = Name()
    reliability = Word("ABCDEF")
    aliases = Many(Name(allow_none=False), 100)
    people = Many(Name(allow_none=False), 100)
    domains = Many(Name(allow_none=False), 100)
    family = Name()


REVIEW, SOURCE_ENTRY = ReviewIn(), SourceEntryIn()
