"""What browsers may do with the pages: nothing from elsewhere, no inline script or style, no frame, no foreign form."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Response, request

from service.errors import ServiceError

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))
HEADERS = {
    "Content-Security-Policy": POLICY, "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()", "Cache-Control": "no-cache", "Vary": "HX-Request",
}


class ForeignFormError(ServiceError):
    """A form that another site sent: nothing is stored for it."""

    status, kind = HTTPStatus.FORBIDDEN, "foreign-form"


def guard(response: Response) -> Response:
    """A page with every header that narrows what it can do."""
    response.headers.update(HEADERS)
    return response


def refuse_foreign_forms() -> None:
    """Let only our own pages send forms, as browsers tell by Sec-Fetch-Site or Origin; raises ForeignFormError."""
    if request.method in ("GET", "HEAD"):
        return
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "same-origin")
    if site not in ("same-origin", "none") or (origin and urlsplit(origin).netloc != request.host):
        raise ForeignFormError("This form was sent from another site, so nothing was stored.")
