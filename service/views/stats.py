"""Numbers for dashboards."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response

from service.records.stats import Stats
from service.runtime import runtime
from service.schemas.queries import StatsQuery
from service.usecases import stats
from service.web.answers import answer
from service.web.describe import operation, query

bp = APIBlueprint("stats", __name__, url_prefix="/v1", tag={
    "name": "stats", "description": "Numbers for dashboards"})


@bp.get("/stats")
@operation("getStats", gives=Stats, says="Counts, distributions and a time series", problems=(422, 503))
@query(StatsQuery)
def overview(query_data: dict[str, Any]) -> Response:
    """Count what is stored: by status, class, publisher, score and day"""
    return answer(stats.overview(query_data["days"], runtime()))
