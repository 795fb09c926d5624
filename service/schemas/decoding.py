"""Bytes to validated input: the quick way for what is plainly right, marshmallow for everything else.

The quick way (msgspec, some microseconds) may only say yes where the schema would say yes with the same result; a test
holds it to that. Whatever it is unsure of goes to the schema, whose word counts and whose messages name the fields.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

import msgspec
import orjson
from marshmallow import Schema, ValidationError

from rules.model import Case, Report
from service.errors import InvalidError, MalformedError, fields_of
from service.schemas import quick
from service.schemas.case import CASE, REPORTS
from service.schemas.limits import Limits


class _Reports(msgspec.Struct, forbid_unknown_fields=True):
    reports: tuple[Report, ...]


NOT_PLAIN = (msgspec.MsgspecError, ValueError, ValidationError, RecursionError)
_CASE, _REPORTS = msgspec.json.Decoder(Case), msgspec.json.Decoder(_Reports)


def case(body: bytes, limits: Limits) -> Case:
    """The case in `body`; raises MalformedError or InvalidError."""
    try:
        found = quick.case(_CASE.decode(body), body)
    except NOT_PLAIN:
        found = msgspec.convert(load(CASE, body, limits), Case)
    limits.check(found.reports, found.text)
    return found


def reports(body: bytes, limits: Limits) -> tuple[Report, ...]:
    """The reports in `body`; raises MalformedError or InvalidError."""
    try:
        found = quick.reports(_REPORTS.decode(body).reports, body)
    except NOT_PLAIN:
        found = msgspec.convert(load(REPORTS, body, limits), _Reports).reports
    limits.check(found)
    return found


def load(schema: Schema, body: bytes, limits: Limits | None = None) -> Any:
    """What `schema` makes of `body`; raises MalformedError or InvalidError with all fields that are wrong."""
    data = parse(body)
    if limits:
        limits.check_count(data)
    try:
        return schema.load(data)
    except ValidationError as error:
        raise InvalidError(fields_of(error.messages)[:50]) from None


def parse(body: bytes) -> Any:
    """JSON as Python objects; what the grammar allows but no store can keep is left for the schema to name."""
    if not body.strip():
        raise MalformedError("Not JSON: it is empty.")
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        return _lenient(body, str(error))


def _lenient(body: bytes, problem: str) -> Any:
    def refuse(constant: str) -> NoReturn:
        raise MalformedError(f"Not JSON: {constant} is not a JSON value.")

    try:
        return json.loads(body.decode(), parse_constant=refuse)
    except UnicodeDecodeError:
        raise MalformedError("Not JSON: it is not valid UTF-8.") from None
    except RecursionError:
        raise MalformedError("Not JSON that can be read: it is nested too deeply.") from None
    except ValueError:
        raise MalformedError(f"Not JSON: {problem}.") from None
