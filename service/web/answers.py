"""Records to responses: trusted output goes out as msgspec makes it, in microseconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from flask import Response

from service.web.describe import JSON

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

TOGETHER, LONG = 100, 1 << 20
"""How many items of a list are one piece of an answer, and from how many bytes on it is sent piece by piece."""
_ENCODER = msgspec.json.Encoder()


class Answer(Response):
    """A response that hands the server a list where all of it is there.

    The server sends a list at once. For more of anything else it would come back, and wait for the other threads.
    """

    def get_wsgi_response(self, environ: WSGIEnvironment) -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
        """What to send, in pieces only where it is a stream, a file or long; headers of a 200 need no second look."""
        empty = environ["REQUEST_METHOD"] == "HEAD" or self.status_code in (204, 304)
        if empty or self.direct_passthrough or not isinstance(self.response, list) or len(self.response) > 1:
            return super().get_wsgi_response(environ)
        headers = self.headers if self.status_code == 200 else self.get_wsgi_headers(environ)
        whole = list(self.iter_encoded())
        self.close()
        return whole, self.status, headers.to_wsgi_list()


def answer(record: Any, status: int = 200, **headers: str) -> Response:
    """`record` as a JSON response."""
    return encoded(_ENCODER.encode(record), status, **headers)


def answer_in_pieces(record: msgspec.Struct, status: int = 200, **headers: str) -> Response:
    """The same for a record with long lists, which are emptied meanwhile, so that nothing is there twice.

    >>> class Found(msgspec.Struct):
    ...     number: int
    ...     cases: list[str]
    >>> answer_in_pieces(Found(2, ["c1", "c2"])).get_data()
    b'{"number":2,"cases":["c1","c2"]}'
    """
    pieces = list(_pieces(record))
    return encoded(pieces if sum(map(len, pieces)) > LONG else b"".join(pieces), status, **headers)


def _pieces(record: msgspec.Struct) -> Iterator[bytes]:
    opening = b"{"
    for name in record.__struct_fields__:
        value = getattr(record, name)
        yield opening + _ENCODER.encode(name) + b":"
        yield from _items(value) if isinstance(value, list) else [_ENCODER.encode(value)]
        opening = b","
    yield b"}"


def _items(items: list[Any]) -> Iterator[bytes]:
    opening = b"["
    items.reverse()
    while items:
        yield opening + _ENCODER.encode(items[: -TOGETHER - 1 : -1])[1:-1]
        del items[-TOGETHER:]
        opening = b","
    yield b"]" if opening == b"," else b"[]"


def encoded(data: bytes | list[bytes], status: int = 200, **headers: str) -> Response:
    """JSON that is already made, as a response."""
    return Answer(data, status, headers or None, content_type=JSON)


def nothing() -> Response:
    """Done, and there is nothing to say."""
    response = Response(status=204)
    del response.headers["Content-Type"]
    return response
