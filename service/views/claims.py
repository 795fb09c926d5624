"""Stored claims: create, add to, list, show, look back, forget, review."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, request, url_for

from rules.linking import Lineage
from service.errors import FieldProblem, InvalidError
from service.exports.lists import listing
from service.records.claims import ClaimPage, Review, StoredClaim
from service.records.history import History
from service.runtime import runtime
from service.schemas import decoding
from service.schemas.case import EXAMPLE
from service.schemas.queries import REVIEW, ClaimQuery, HistoryQuery
from service.usecases import claims, lookup
from service.usecases.history import history as history_of
from service.web import bodies
from service.web.answers import answer, encoded, nothing
from service.web.describe import BODY, header_parameter, operation, query

COLUMNS = ("id", "text", "event.date", "event.place", "report_count", "assessment.score", "assessment.confidence",
           "assessment.status", "assessment.factors.corroboration.log_odds", "assessment.factors.provenance.log_odds",
           "assessment.factors.hedging.log_odds", "assessment.grades.admiralty.code", "assessment.summary",
           "created_at", "updated_at")
PAST = ("id", "created_at", "cause", "report_count", "text", "assessment.score", "assessment.confidence",
        "assessment.status", "assessment.summary", "changes.why")
bp = APIBlueprint("claims", __name__, url_prefix="/v1/claims", tag={
    "name": "claims", "description": "Stored claims, their reports, reviews and history"})
KEY = header_parameter("Idempotency-Key", "The same key with the same claim gives the same answer again for a week",
                       minLength=1, maxLength=200, pattern="^[!-~]+$")


@bp.post("")
@operation("createClaim", takes="CaseIn", example=EXAMPLE, gives=StoredClaim, status=201, says="Stored",
           problems=(*BODY, 503), parameters=[KEY], headers={"Location": "Where the claim is"})
def create() -> Response:
    """Store a claim and score it"""
    run = runtime()
    case = decoding.case(bodies.read_json(), run.limits)
    claim_id, data = claims.create(case, _key(), run)
    return encoded(data, 201, Location=url_for("claims.show", claim_id=claim_id))


@bp.post("/<claim_id>/reports")
@operation("addReports", takes="ReportsIn", example={"reports": EXAMPLE["reports"]}, gives=StoredClaim, status=201,
           says="Added and scored again", problems=(*BODY, 404, 409, 503))
def add_reports(claim_id: str) -> Response:
    """Add reports to a claim and score it again

    The earlier assessment is kept; see the claim's history.
    """
    run = runtime()
    return answer(claims.add_reports(claim_id, decoding.reports(bodies.read_json(), run.limits), run), 201)


@bp.get("")
@operation("listClaims", gives=ClaimPage, says="One page", problems=(422, 503))
@query(ClaimQuery)
def listed(query_data: dict[str, Any]) -> Response:
    """List claims

    The newest change first, unless `sort` says otherwise. Sorting by event date leaves out claims without
    one. `like` asks what is stored about a text.
    """
    return listing(lookup.listed, query_data, COLUMNS, runtime())


@bp.get("/<claim_id>")
@operation("getClaim", gives=StoredClaim, says="The claim", problems=(404, 503))
def show(claim_id: str) -> Response:
    """Show a claim with its reports, reviews and assessment"""
    return answer(lookup.get(claim_id, runtime()))


@bp.get("/<claim_id>/history")
@operation("getHistory", gives=History, says="Assessments from the first on", problems=(404, 422, 503))
@query(HistoryQuery)
def history(claim_id: str, query_data: dict[str, Any]) -> Response:
    """Show all assessments of a claim, with what changed between them and why"""
    return listing(lambda wanted, run: history_of(claim_id, int(wanted["cursor"]), wanted["limit"], run), query_data,
                   PAST, runtime())


@bp.get("/<claim_id>/origins")
@operation("getOrigins", gives=Lineage, says="The lineage", problems=(404, 503))
def origins(claim_id: str) -> Response:
    """Show which outlet had a claim from whom, as nodes and edges"""
    return answer(lookup.origins(claim_id, runtime()))


@bp.delete("/<claim_id>")
@operation("deleteClaim", status=204, says="Forgotten", problems=(404, 503))
def delete(claim_id: str) -> Response:
    """Forget a claim with its reports, history and reviews"""
    claims.delete(claim_id, runtime())
    return nothing()


@bp.post("/<claim_id>/reviews")
@operation("addReview", takes="ReviewIn", gives=Review, status=201, says="Stored beside the score",
           problems=(*BODY, 404, 503), example={"verdict": "contested", "author": "M. Iwu", "reason": "Both film it."})
def review(claim_id: str) -> Response:
    """Add an analyst's verdict or correction

    It is shown beside the score and never changes it.
    """
    return answer(claims.review(claim_id, decoding.load(REVIEW, bodies.read_json()), runtime()), 201)


def _key() -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= 200 and key.isascii() and key.isprintable() and " " not in key):
        problem = "must be 1 to 200 visible ASCII characters"
        raise InvalidError([FieldProblem("Idempotency-Key", problem)])
    return key
