"""Headers of every answer: who may read it from another site, and whether it is what the client has already."""

from __future__ import annotations

from collections.abc import Callable

from flask import Request, Response

from service.web.bodies import drain
from service.web.describe import JSON

Step = Callable[[Request, Response], Response]
METHODS = "GET, POST, PUT, DELETE, OPTIONS"
SENT = "Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID"
SHOWN = "ETag, Location, Retry-After"


def for_sites(origins: tuple[str, ...]) -> Step:
    """What answers requests of the sites in `origins` (`*` for any), and 304 where nothing changed."""

    def finish(request: Request, response: Response) -> Response:
        response.headers.add("X-Content-Type-Options", "nosniff")
        if response.status_code >= 400:
            drain()
        if origins:
            _allow(request, response, origins)
        if request.method in ("GET", "HEAD") and response.status_code == 200 and response.mimetype == JSON:
            response.add_etag()
            response.make_conditional(request.environ)
        return response

    return finish


def _allow(request: Request, response: Response, origins: tuple[str, ...]) -> None:
    origin = request.headers.get("Origin")
    response.vary.add("Origin")
    if origin is None or not {"*", origin} & set(origins):
        return
    response.headers["Access-Control-Allow-Origin"] = "*" if "*" in origins else origin
    response.headers["Access-Control-Expose-Headers"] = SHOWN
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = SENT
        response.headers["Access-Control-Max-Age"] = "600"
