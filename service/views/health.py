"""Liveness, readiness and metrics."""

from __future__ import annotations

import msgspec
from apiflask import APIBlueprint
from flask import Response

from rules.model import RulebookStamp
from service.runtime import runtime
from service.usecases import events
from service.web import metrics
from service.web.answers import answer
from service.web.describe import operation

bp = APIBlueprint("health", __name__, tag={
    "name": "health", "description": "Is the server up, and ready"})


class Health(msgspec.Struct):
    """That the server runs, and with which rulebook."""

    status: str
    rulebook: RulebookStamp


@bp.get("/healthz")
@operation("getHealth", gives=Health, says="The server runs")
def healthz() -> Response:
    """Is the server up"""
    return answer(Health("ok", runtime().stamp))


@bp.get("/readyz")
@operation("getReadiness", gives=Health, says="The server answers, and its database does", problems=(503,))
def readyz() -> Response:
    """Can the server answer: is the database there"""
    events.newest(runtime())
    return answer(Health("ready", runtime().stamp))


@bp.get("/metrics")
@operation("getMetrics", gives={"type": "string"}, media="text/plain", says="Metrics in Prometheus' text format")
def exposition() -> Response:
    """Metrics for Prometheus"""
    return metrics.exposition(runtime())
