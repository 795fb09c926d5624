"""Every error as RFC 9457 problem details, naming the field; never a traceback."""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from apiflask import APIFlask, HTTPError
from flask import Response, current_app, request
from werkzeug.exceptions import HTTPException

from rules.errors import CaseError, LanguageError
from service.errors import FieldProblem, InvalidError, Problem, ServiceError, fields_of

MEDIA_TYPE = "application/problem+json"
WORDS = {404: "There is nothing at this address; /openapi.json lists what there is.",
         405: "This address does not take {method}; the header Allow lists what it takes.",
         413: "The body is larger than the {limit} bytes that this server takes."}


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
