"""Scoring without storing."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

import rules
from rules.model import Assessment
from service.runtime import runtime
from service.schemas import decoding
from service.schemas.case import EXAMPLE
from service.usecases import batch as batches
from service.web import bodies
from service.web.answers import answer
from service.web.describe import BODY, NDJSON, either, operation
from service.web.spool import Spool
from service.web.turns import until_sent

bp = APIBlueprint("score", __name__, url_prefix="/v1", tag={
    "name": "score", "description": "Score cases without storing them"})


@bp.post("/score")
@operation("score", takes="CaseIn", example=EXAMPLE, gives=Assessment, says="The assessment", problems=BODY)
def score() -> Response:
    """Score a case

    Nothing is stored. The contributions and the prior add up to the log-odds of the score.
    """
    run = runtime()
    return answer(rules.assess(decoding.case(bodies.read_json(), run.limits), run.rulebook))


@bp.post("/score/batch")
@operation("scoreBatch", takes="CaseIn", body_media=NDJSON, gives=either(Assessment, batches.BadRow), media=NDJSON,
           problems=(413, 415), says="For each line an assessment, or the number of the line and its problem")
def batch() -> Response:
    """Score many cases: one JSON object a line in, one a line out, in the same order

    Answers are streamed while lines come in. A bad line spoils only its own row; blank lines are passed over.
    """
    run = runtime()
    body = bodies.stream_ndjson(run.settings.max_batch)
    response = until_sent(Response(mimetype=NDJSON))
    response.response = batches.answers(Spool(body, run.settings.max_body).lines(), run)
    return response
