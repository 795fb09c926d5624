"""Bodies of requests: of the right media type, and no larger than allowed."""

from __future__ import annotations

from typing import IO, cast

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from service.web.describe import JSON, NDJSON


def read_json() -> bytes:
    """The body, if it says that it is JSON."""
    if not request.is_json:
        raise UnsupportedMediaType(f"Send JSON, with the header Content-Type: {JSON}.")
    return request.get_data(cache=False)


def stream_ndjson(most: int) -> IO[bytes]:
    """The body as it comes in, at most `most` bytes of it, if it says that it is lines of JSON."""
    if request.mimetype not in (NDJSON, "application/jsonl", "application/jsonlines"):
        raise UnsupportedMediaType(f"Send one JSON object a line, with the header Content-Type: {NDJSON}.")
    request.max_content_length = most
    return cast(IO[bytes], request.stream)
