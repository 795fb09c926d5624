"""Records to responses: trusted output goes out as msgspec makes it, in microseconds."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response

from service.web.describe import JSON

_ENCODER = msgspec.json.Encoder()


def answer(record: Any, status: int = 200, **headers: str) -> Response:
    """`record` as a JSON response."""
    return encoded(_ENCODER.encode(record), status, **headers)


def encoded(data: bytes, status: int = 200, **headers: str) -> Response:
    """JSON that is already made, as a response."""
    return Response(data, status, headers or None, content_type=JSON)


def nothing() -> Response:
    """Done, and there is nothing to say."""
    response = Response(status=204)
    del response.headers["Content-Type"]
    return response
