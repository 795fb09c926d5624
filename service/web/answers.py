"""Records to responses: trusted output goes out as msgspec makes it, in microseconds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec
from flask import Response

from service.web.describe import JSON

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_ENCODER = msgspec.json.Encoder()


class Answer(Response):
    """A response that hands the server a list where all of it is there.

    The server sends a list at once. For more of anything else it would come back, and wait for the other threads.
    """

    def get_wsgi_response(self, environ: WSGIEnvironment) -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
        """What to send, in pieces only where it is a stream or a file; headers of a 200 need no second look."""
        empty = environ["REQUEST_METHOD"] == "HEAD" or self.status_code in (204, 304)
        if empty or self.is_streamed or self.direct_passthrough:
            return super().get_wsgi_response(environ)
        headers = self.headers if self.status_code == 200 else self.get_wsgi_headers(environ)
        whole = list(self.iter_encoded())
        self.close()
        return whole, self.status, headers.to_wsgi_list()


def answer(record: Any, status: int = 200, **headers: str) -> Response:
    """`record` as a JSON response."""
    return encoded(_ENCODER.encode(record), status, **headers)


def encoded(data: bytes, status: int = 200, **headers: str) -> Response:
    """JSON that is already made, as a response."""
    return Answer(data, status, headers or None, content_type=JSON)


def nothing() -> Response:
    """Done, and there is nothing to say."""
    response = Response(status=204)
    del response.headers["Content-Type"]
    return response
