"""Scoring without storing."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from rules.model import Assessment
from service.runtime import runtime
from service.schemas.case import EXAMPLE
from service.usecases import scoring
from service.web import bodies
from service.web.answers import answer
from service.web.describe import BODY, operation

bp = APIBlueprint("score", __name__, url_prefix="/v1")


@bp.post("/score")
@operation("score", takes="CaseIn", example=EXAMPLE, gives=Assessment, says="The assessment", problems=BODY)
def score() -> Response:
    """Score a case

    Nothing is stored. The contributions and the prior add up to the log-odds of the score.
    """
    run = runtime()
    return answer(scoring.score(bodies.case(bodies.read_json(), run.limits), run))
