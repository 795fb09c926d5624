"""Where the exports of a claim are: beside its JSON."""

from __future__ import annotations

import orjson
from apiflask import APIBlueprint
from flask import Response, request, url_for

from rules.model import Assessment, Report
from service.exports import badge as badges
from service.exports import claimreview as claim_reviews
from service.exports import stix as bundles
from service.records import opened
from service.records.claims import StoredClaim
from service.runtime import runtime
from service.usecases import lookup
from service.web.describe import operation

bp = APIBlueprint("exports", __name__, url_prefix="/v1/claims/<claim_id>", tag={
    "name": "exports", "description": "A claim in the formats of others"})
TEXT = {"type": "string"}


@bp.get("/claimreview")
@operation("getClaimReview", gives={"type": "object"}, media=claim_reviews.MEDIA, says="JSON-LD", problems=(404, 503))
def claimreview(claim_id: str) -> Response:
    """Show a claim as ClaimReview (schema.org)

    The rating says how well the claim is supported, from 0 to 1; it is no verdict on what happened.
    """
    stored, assessment, reports = _loaded(claim_id)
    home = url_for("pages.index", _external=True)
    made = claim_reviews.claim_review(stored, assessment, reports, _page(claim_id), home)
    return _kept(orjson.dumps(made), claim_reviews.MEDIA)


@bp.get("/stix")
@operation("getStix", gives={"type": "object"}, media=bundles.MEDIA, says="A bundle", problems=(404, 503))
def stix(claim_id: str) -> Response:
    """Show a claim as a STIX 2.1 bundle"""
    stored, assessment, reports = _loaded(claim_id)
    return _kept(bundles.bundle(stored, assessment, reports, _page(claim_id)), bundles.MEDIA)


@bp.get("/badge.svg")
@operation("getBadge", gives=TEXT, media=badges.MEDIA, says="A picture", problems=(404, 503))
def badge(claim_id: str) -> Response:
    """Show a claim's score as a badge to embed"""
    response = _kept(badges.badge(_loaded(claim_id)[1]), badges.MEDIA)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _loaded(claim_id: str) -> tuple[StoredClaim, Assessment, list[Report]]:
    stored = lookup.get(claim_id, runtime())
    return stored, opened(stored.assessment, Assessment), [opened(report, Report) for report in stored.reports]


def _page(claim_id: str) -> str:
    return url_for("pages.claim", claim_id=claim_id, _external=True)


def _kept(body: str | bytes, media: str) -> Response:
    response = Response(body, content_type=media)
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request.environ)
    return response
