"""What the OpenAPI document says about a view: its input schema, its output record and the problems it can have.

Inputs are described from their marshmallow schemas, outputs from the very records that are sent, so neither can drift.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from apiflask.scaffold import APIScaffold
from marshmallow import RAISE, Schema

from service.errors import Problem
from service.web.problems import MEDIA_TYPE

SCHEMAS = "#/components/schemas/{name}"
JSON, NDJSON = "application/json", "application/x-ndjson"
PROBLEMS = {400: "The body is not JSON", 404: "No such thing is stored", 409: "Contradicts what is stored",
            413: "Larger than this server takes", 415: "Not a media type that is taken here",
            422: "Breaks the contract; each field is named", 503: "The database cannot be used right now"}
BODY = (400, 413, 415, 422)
_records: list[Any] = [Problem]


def operation(name: str, *, gives: Any = None, status: int = 200, says: str = "Done", media: str = JSON,
              takes: str | None = None, example: Any = None, body_media: str = JSON,
              problems: tuple[int, ...] = (), headers: dict[str, str] | None = None,
              parameters: list[dict[str, Any]] | None = None,
              also: dict[int, str] | None = None) -> Callable[[Any], Any]:
    """Describe a view: `gives` is a record type or a schema as a dict, `takes` the name of an input schema.

    `also` are further status codes that come with the same answer.
    """
    successes = {status: says} | (also or {})
    responses: dict[int, Any] = {code: _success(gives, words, media, headers) for code, words in successes.items()}
    responses |= {code: _response(PROBLEMS[code], MEDIA_TYPE, _schema(Problem)) for code in sorted(problems)}
    extensions: dict[str, Any] = {"x-parameters": parameters} if parameters else {}
    if takes:
        content = {"schema": {"$ref": SCHEMAS.format(name=takes)}} | ({"example": example} if example else {})
        extensions["requestBody"] = {"required": True, "content": {body_media: content}}
    return APIScaffold().doc(operation_id=name, responses=responses, extensions=extensions)


def query(schema: type[Schema]) -> Callable[[Any], Any]:
    """What may stand after the question mark of a view, which gets it checked as `query_data`; all else is refused."""
    return APIScaffold().input(schema, location="query", unknown=RAISE)  # type: ignore[arg-type]


def record_components() -> dict[str, Any]:
    """JSON Schemas of all records that some view gives, by name."""
    return msgspec.json.schema_components(_records, ref_template=SCHEMAS)[1]


def either(*records: Any) -> dict[str, Any]:
    """The schema of what is one of several records."""
    return {"anyOf": [_schema(record) for record in records]}


def header_parameter(name: str, description: str, **schema: Any) -> dict[str, Any]:
    """An optional request header."""
    return {"name": name, "in": "header", "description": description, "schema": {"type": "string"} | schema}


def _schema(record: Any) -> dict[str, Any]:
    if isinstance(record, dict):
        return record
    if record not in _records:
        _records.append(record)
    return {"$ref": SCHEMAS.format(name=record.__name__)}


def _success(gives: Any, says: str, media: str, headers: dict[str, str] | None) -> dict[str, Any]:
    described = {name: {"description": text, "schema": {"type": "string"}} for name, text in (headers or {}).items()}
    response = {"description": says} if gives is None else _response(says, media, _schema(gives))
    return response | ({"headers": described} if described else {})


def _response(description: str, media: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {media: {"schema": schema}}}
