"""Answers as gzip where the client takes it and it saves something; static files are compressed once and kept."""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Request, Response, current_app
from werkzeug.http import parse_accept_header

LEAST, LEVEL, YEAR = 1_000, 3, 31_536_000  # level 6 saves a tenth more and takes three times as long
MEDIA = {"application/json", "application/ld+json", "application/stix+json", "application/problem+json", "text/html",
         "text/css", "text/javascript", "text/plain", "text/csv", "image/svg+xml"}


def compress(request: Request, response: Response) -> Response:
    """Compress an answer, and let browsers keep static files whose address names their content."""
    if request.endpoint == "static" and request.args.get("v"):
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return _compressed(request, response) if response.mimetype in MEDIA else response


def _compressed(request: Request, response: Response) -> Response:
    """The response, smaller if possible. Its ETag becomes a weak one, for its bytes are others now."""
    response.headers.add("Vary", "Accept-Encoding")
    if not _may_be_smaller(request, response):
        return response
    response.direct_passthrough = False
    data = response.get_data()
    if len(data) < LEAST:
        return response
    etag = response.get_etag()[0]
    stays = request.endpoint == "static" and etag and not current_app.debug
    response.set_data(_kept(etag, data) if stays else gzip.compress(data, LEVEL))
    response.headers["Content-Encoding"] = "gzip"
    if etag:
        response.set_etag(etag, weak=True)
    return response


def _may_be_smaller(request: Request, response: Response) -> bool:
    """Whether the client takes gzip and all of the answer is there, as it is."""
    if request.method == "HEAD" or not _takes_gzip(request.environ.get("HTTP_ACCEPT_ENCODING", "")):
        return False
    streamed = response.is_streamed and not response.direct_passthrough
    return not streamed and response.status_code == 200 and "Content-Encoding" not in response.headers


@lru_cache(maxsize=64)
def _takes_gzip(accepted: str) -> bool:
    return bool(parse_accept_header(accepted)["gzip"])


@lru_cache(maxsize=64)
def _kept(etag: str, data: bytes) -> bytes:
    return gzip.compress(data, 9)
