"""The documentation page: Swagger UI over /openapi.json, with assets of its own, so that it works offline."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, current_app

bp = APIBlueprint("docs", __name__, enable_openapi=False)
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          "img-src 'self' data:; connect-src 'self'")


@bp.get("/docs")
def page() -> Response:
    """Show every call and try it"""
    response = current_app.send_static_file("docs/index.html")
    response.headers["Content-Security-Policy"] = POLICY
    return response
