"""Field types of the contract, with messages that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from marshmallow import ValidationError, fields
from marshmallow.validate import Length, OneOf

NAME_LENGTH, URL_LENGTH = 500, 2_000
# What shows as nothing: white space, control and format characters, fillers, variation selectors, surrogates.
_UNSEEN = (
    r"\s\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u3000\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc")
READABLE = rf"^[^\u0000]*[^{_UNSEEN}][^\u0000]*$"
WEB_ADDRESS = rf"^https?://[^{_UNSEEN}/?#@:\[\]\\]+(:[0-9]{{1,5}})?([/?#][^{_UNSEEN}]*)?$"
DAY = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
SECONDS_OF_UTC = len("2023-05-22T15:00:00Z")
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_seen = re.compile(f"[^{_UNSEEN}]").search
_surrogate = re.compile(r"[\ud800-\udfff]").search
_web_address, _day = re.compile(WEB_ADDRESS).fullmatch, re.compile(DAY).fullmatch


def readable(text: str) -> None:
    """Refuse what no store keeps faithfully (NUL, half of a surrogate pair) and what a reader would see as nothing."""
    if "\0" in text:
        raise ValidationError("contains a NUL character; remove it")
    if not text.isascii() and _surrogate(text):
        raise ValidationError("contains half of a surrogate pair; send whole characters in UTF-8")
    if not _seen(text):
        raise ValidationError("is blank; it must contain a visible character")


def utc(text: str) -> str:
    """An RFC 3339 date-time with offset, in UTC; raises ValueError.

    >>> utc("2023-05-22T18:00:00+03:00")
    '2023-05-22T15:00:00Z'
    """
    if not _TIMESTAMP.fullmatch(text):
        raise ValueError(text)
    if len(text) == SECONDS_OF_UTC and text[-1] == "Z" and text[10] == "T":
        datetime.fromisoformat(text)
        return text
    try:
        moment = datetime.fromisoformat(text.upper()).astimezone(UTC)
    except OverflowError:
        raise ValueError(text) from None
    return moment.isoformat().replace("+00:00", "Z")


def day(text: str) -> str:
    """A day of the calendar, or a month or a year, as it stands; raises ValueError."""
    if not _day(text):
        raise ValueError(text)
    date.fromisoformat((text + "-01-01")[:10])
    return text


def web_address(text: str) -> str:
    """An absolute http or https address, as it stands; raises ValueError."""
    if not _web_address(text):
        raise ValueError(text)
    return text


class Text(fields.String):
    """A string with something to see in it, kept exactly as sent."""

    default_error_messages = {"invalid": "must be a string", "required": "is required", "null": "must be a string"}

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        limit = [Length(max=max_length, error="is longer than {max} characters")] if max_length else []
        metadata = {"pattern": READABLE} | kwargs.pop("metadata", {})
        super().__init__(validate=[readable, *limit], metadata=metadata, **kwargs)


class Name(Text):
    """A name of a publisher, a source or a place."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": NAME_LENGTH, "load_default": None} | kwargs)


class _Parsed(Text):
    """A string that a function must be able to read; what the function gives back is kept."""

    parse: ClassVar[staticmethod[[str], str]]
    problem: ClassVar[str]

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        try:
            return self.parse(super()._deserialize(value, *args, **kwargs))
        except ValueError:
            raise ValidationError(self.problem) from None


class Timestamp(_Parsed):
    """RFC 3339, normalised to UTC."""

    parse, problem = staticmethod(utc), "must be an RFC 3339 time with offset that exists, such as 2023-05-22T15:00:00Z"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=None, metadata={"format": "date-time"}, **kwargs)


class Day(_Parsed):
    """ISO 8601: a day, a month or a year."""

    parse, problem = staticmethod(day), "must be a date that exists, such as 2023-05-22, 2023-05 or 2023"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=None, metadata={"pattern": DAY}, **kwargs)


class WebAddress(_Parsed):
    """An absolute http or https address."""

    parse, problem = staticmethod(web_address), "must be an absolute http or https address"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=URL_LENGTH, load_default=None, metadata={"pattern": WEB_ADDRESS}, **kwargs)


class Word(fields.String):
    """One word of a closed vocabulary."""

    default_error_messages = {"invalid": "must be a string", "null": "must be a string"}

    def __init__(self, vocabulary: Iterable[str], **kwargs: Any) -> None:
        words = [str(word) for word in vocabulary]
        super().__init__(validate=OneOf(words, error="must be one of: {choices}"), **{"load_default": None} | kwargs)


class Part(fields.Nested):
    """An object within an object; null means none, but for an entry of a list."""

    default_error_messages = {"null": "must be a JSON object"}


class Many(fields.List[Any]):
    """A list; null means none, unless it is required, for then it has an entry. With `most`, of at most so many."""

    default_error_messages = {"invalid": "must be a list", "null": "must be a list", "required": "is required"}

    def __init__(self, inner: fields.Field[Any], most: int | None = None, **kwargs: Any) -> None:
        checks = [Length(max=most, error="has more than {max} entries")] if most else []
        if kwargs.get("required"):
            checks.insert(0, Length(min=1, error="is empty"))
        else:
            kwargs = {"load_default": None} | kwargs
        super().__init__(inner, **{"validate": checks} | kwargs)
