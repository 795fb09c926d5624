"""Liveness and readiness."""

from __future__ import annotations

import msgspec
from apiflask import APIBlueprint
from flask import Response

from rules.model import RulebookStamp
from service.runtime import runtime
from service.web.answers import answer
from service.web.describe import operation

bp = APIBlueprint("health", __name__)


class Health(msgspec.Struct):
    """That the server runs, and with which rulebook."""

    status: str
    rulebook: RulebookStamp


@bp.get("/healthz")
@operation("health", gives=Health, says="The server runs")
def healthz() -> Response:
    """Is the server up"""
    book = runtime().rulebook
    return answer(Health("ok", RulebookStamp(version=book.version, sha256=book.sha256)))
