"""The source registry."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response

from service.exports.lists import listing
from service.records.sources import SourceEntry, SourcePage
from service.runtime import runtime
from service.schemas import decoding
from service.schemas.queries import SOURCE_ENTRY, SourceQuery
from service.usecases import sources
from service.web import bodies
from service.web.answers import answer, nothing
from service.web.describe import BODY, operation, query

bp = APIBlueprint("sources", __name__, url_prefix="/v1/sources", tag={
    "name": "sources", "description": "Who is who: the registry of the rulebook and your own entries"})
COLUMNS = ("id", "name", "class", "side", "reliability", "family", "domains", "aliases", "people", "own")
EXAMPLE = {"name": "Lug Valley Council", "class": "official", "aliases": ["LVC"], "domains": ["lvc.example"]}


@bp.get("")
@operation("listSources", gives=SourcePage, says="One page", problems=(422, 503))
@query(SourceQuery)
def listed(query_data: dict[str, Any]) -> Response:
    """List the sources that are known by name or domain, sorted by id"""
    return listing(sources.listed, query_data, COLUMNS, runtime())


@bp.get("/<source_id>")
@operation("getSource", gives=SourceEntry, says="The source", problems=(404, 503))
def show(source_id: str) -> Response:
    """Show one source"""
    return answer(sources.get(source_id, runtime()))


@bp.put("/<source_id>")
@operation("putSource", takes="SourceEntryIn", example=EXAMPLE, gives=SourceEntry, says="Entered anew",
           also={201: "Entered"}, problems=(*BODY, 503))
def put(source_id: str) -> Response:
    """Enter a source of your own, or one in place of a shipped one

    Reports of this source, under any of its names, are judged by it from the next request on.
    """
    given = decoding.load(SOURCE_ENTRY, bodies.read_json())
    entry, new = sources.put(source_id, given, runtime())
    return answer(entry, 201 if new else 200)


@bp.delete("/<source_id>")
@operation("deleteSource", status=204, says="Forgotten", problems=(404, 503))
def delete(source_id: str) -> Response:
    """Forget a source of your own; the shipped one with its id, if there is one, counts again"""
    sources.delete(source_id, runtime())
    return nothing()
