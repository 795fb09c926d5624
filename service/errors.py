"""What the edge raises on purpose, whoever asked.

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

TOLD = 3
"""So many fields that are wrong are told in one sentence; all of them are in the list beside it."""


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
        told = [f"{e.field}: {e.problem}" if e.field else f"the input {e.problem}" for e in errors[:TOLD]]
        more = [f"and {len(errors) - TOLD} more"] if len(errors) > TOLD else []
        super().__init__("; ".join([*told, *more]))


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
