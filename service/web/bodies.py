"""Bodies of requests: of the right media type, and no larger than allowed."""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING, cast

from flask import request
from werkzeug.exceptions import UnsupportedMediaType
from werkzeug.wsgi import get_content_length

from service.errors import UnavailableError
from service.web.describe import JSON, NDJSON
from service.web.turns import Turn

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

DRAINED = 64_000_000


def read_json() -> bytes:
    """The body, if it says that it is JSON."""
    asked = request._get_current_object()  # type: ignore[attr-defined]
    environ = asked.environ
    if environ.get("CONTENT_TYPE") != JSON and not asked.is_json:
        raise UnsupportedMediaType(f"Send JSON, with the header Content-Type: {JSON}.")
    _refuse_encoded(environ)
    size, most = get_content_length(environ) or 0, asked.max_content_length
    with Turn():
        if 0 < size <= most:
            return cast(bytes, environ["wsgi.input"].read(size))  # at once: each read lets other threads run
        body = asked.get_data(cache=False)
        if len(body) == most:
            asked.stream.read(1)  # a body of unknown length ends quietly at the limit; asking for more refuses it
    return cast(bytes, body)


def drain() -> None:
    """Take in what is left of a body that is refused: a client that sends all before it reads would miss the answer."""
    ends = request.environ.get("wsgi.input_terminated")
    left = DRAINED if ends and (request.content_length or 0) <= DRAINED else 0
    with suppress(OSError, UnavailableError), Turn():
        while left > 0 and (block := request.environ["wsgi.input"].read(65_536)):
            left -= len(block)


def stream_ndjson(most: int) -> IO[bytes]:
    """The body as it comes in, at most `most` bytes of it, if it says that it is lines of JSON."""
    if request.mimetype not in (NDJSON, "application/jsonl", "application/jsonlines"):
        raise UnsupportedMediaType(f"Send one JSON object a line, with the header Content-Type: {NDJSON}.")
    _refuse_encoded(request.environ)
    request.max_content_length = most
    return request.stream


def _refuse_encoded(environ: WSGIEnvironment) -> None:
    """Compressed bytes would be told to be no JSON, and could unfold to any size."""
    if environ.get("HTTP_CONTENT_ENCODING", "identity").lower() != "identity":
        raise UnsupportedMediaType("Send the body as it is, without Content-Encoding.")
