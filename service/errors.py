"""Every error as RFC 9457 problem details, naming the field; never a traceback.

ServiceError
├── MalformedError    400  the body is not the format that it says it is
├── MissingError      404  no such thing is stored
├── ConflictError     409  the request contradicts one still being carried out, or what is stored
├── InvalidError      422  what was sent breaks the contract; lists every field
├── TooMuchError      413  more than this server takes
└── UnavailableError  503  the database cannot be used right now
"""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from apiflask import APIFlask, HTTPError
from flask import Response, current_app, request
from werkzeug.exceptions import HTTPException

from rules.errors import CaseError, LanguageError

MEDIA_TYPE = "application/problem+json"
TOLD = 3
"""So many fields that are wrong are told in one sentence; all of them are in the list beside it."""
WORDS = {404: "There is nothing at this address; /openapi.json lists what there is.",
         405: "This address does not take {method}; the header Allow lists what it takes.",
         413: "The body is larger than the {limit} bytes that this server takes."}


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field, such as `reports.2.source.class`, and what to do about it."""

    field: str
    problem: str


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Problem details for HTTP APIs (RFC 9457). `errors` lists the fields of a request that broke its contract."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
    line: int | None = None


class ServiceError(Exception):
    """Base of what the edge raises on purpose. `kind` ends the problem's type URI."""

    status, kind = HTTPStatus.INTERNAL_SERVER_ERROR, "internal"

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(detail)


class MalformedError(ServiceError):
    """The body is not the format that it says it is."""

    status, kind = HTTPStatus.BAD_REQUEST, "malformed"


class MissingError(ServiceError):
    """No such thing is stored."""

    status, kind = HTTPStatus.NOT_FOUND, "not-found"


class ConflictError(ServiceError):
    """The request contradicts one still being carried out, or what is stored."""

    status, kind = HTTPStatus.CONFLICT, "conflict"


class TooMuchError(ServiceError):
    """More than this server takes."""

    status, kind = HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-much"


class UnavailableError(ServiceError):
    """The database cannot be used right now; nothing was half-written."""

    status, kind = HTTPStatus.SERVICE_UNAVAILABLE, "unavailable"


class InvalidError(ServiceError):
    """What was sent breaks the contract. `errors` names each field."""

    status, kind = HTTPStatus.UNPROCESSABLE_ENTITY, "invalid"

    def __init__(self, errors: list[FieldProblem]) -> None:
        self.errors = errors
        told = [f"{e.field}: {e.problem}" if e.field else f"the whole {e.problem}" for e in errors[:TOLD]]
        more = [f"and {len(errors) - TOLD} more"] if len(errors) > TOLD else []
        super().__init__("; ".join([*told, *more]))


def problem_of(error: Exception) -> Problem:
    """The problem details of any exception; what nobody foresaw says nothing about the inside."""
    if isinstance(error, CaseError):
        error = InvalidError([FieldProblem(error.field, error.problem)])
    if isinstance(error, LanguageError):
        error = InvalidError([FieldProblem("text", str(error))])
    if isinstance(error, ServiceError):
        return _problem(error.status, error.kind, error.detail, getattr(error, "errors", []))
    if isinstance(error, HTTPException) and error.code:
        status = HTTPStatus(error.code)
        words = WORDS.get(status, error.description or status.phrase)
        detail = words.format(method=request.method, limit=request.max_content_length)
        return _problem(status, status.phrase.lower().replace(" ", "-"), detail)
    return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "The server failed on this request; it was logged.")


def answer(error: Exception) -> Response:
    """An exception as a response, with the headers that HTTP wants for it."""
    problem = problem_of(error)
    response = Response(msgspec.json.encode(problem), problem.status, mimetype=MEDIA_TYPE)
    if isinstance(error, HTTPException):
        kept = [pair for pair in error.get_headers() if pair[0].lower() != "content-type"]
        response.headers.extend(kept)
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "1"
    return response


def register(app: APIFlask) -> None:
    """Make every error of `app` answer with problem details."""
    for kind in (ServiceError, CaseError, LanguageError):
        app.register_error_handler(kind, answer)
    app.register_error_handler(HTTPError, _of_query)
    app.register_error_handler(HTTPException, lambda e: e if (e.code or 500) < 400 else answer(e))
    app.register_error_handler(Exception, _unforeseen)


def fields_of(messages: object, path: str = "") -> list[FieldProblem]:
    """Marshmallow's nested messages as a flat list in the order of the fields.

    >>> fields_of({"reports": {2: {"text": ["is blank"]}}})
    [FieldProblem(field='reports.2.text', problem='is blank')]
    """
    if isinstance(messages, dict):
        nested = ((path if key == "_schema" else f"{path}.{key}".lstrip("."), value) for key, value in messages.items())
        return [found for where, value in nested for found in fields_of(value, where)]
    if isinstance(messages, list):
        return [found for value in messages for found in fields_of(value, path)]
    return [FieldProblem(path, str(messages))]


def _of_query(error: HTTPError) -> Response:
    """APIFlask's own validation error: its details sit below the place of the input, such as `query`."""
    details = error.detail if isinstance(error.detail, dict) else {}
    return answer(InvalidError(fields_of([*details.values()]) or [FieldProblem("query", str(error.message))]))


def _unforeseen(error: Exception) -> Response:
    current_app.logger.exception("%s %s failed", request.method, request.path)
    return answer(error)


def _problem(status: HTTPStatus, kind: str, detail: str, errors: list[FieldProblem] | None = None) -> Problem:
    return Problem(type=f"urn:corrobora:problem:{kind}", title=status.phrase, status=status.value, detail=detail,
                   errors=errors or [])
