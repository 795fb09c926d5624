"""Any list as CSV or as NDJSON: the whole of it, page after page as it is read, never all of it in memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import orjson
from flask import Response, request, stream_with_context

from service.runtime import Runtime
from service.web.answers import answer
from service.web.describe import JSON, NDJSON
from service.web.turns import until_sent

CSV = "text/csv"
FORMATS = {"json": JSON, "csv": CSV, "ndjson": NDJSON}
MOST = 200
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
List = Callable[[dict[str, Any], Runtime], Any]


def listing(fetch: List, wanted: dict[str, Any], columns: tuple[str, ...], run: Runtime) -> Response:
    """One page of a list as JSON; or all of it from the cursor on, as `?format=` or else the Accept header asks."""
    media = FORMATS.get(wanted.pop("format", None) or "") or _accepted()
    first = fetch(wanted if media == JSON else wanted | {"limit": MOST}, run)
    if media == JSON:
        response = answer(first)
    else:
        pages = _items(fetch, wanted, first, run)
        rows = _csv(pages, columns) if media == CSV else _ndjson(pages)
        response = until_sent(Response(stream_with_context(rows), mimetype=media))
    response.vary.add("Accept")
    return response


def _accepted() -> str:
    return request.accept_mimetypes.best_match([JSON, CSV, NDJSON], default=JSON)


def _items(fetch: List, wanted: dict[str, Any], page: Any, run: Runtime) -> Iterator[list[Any]]:
    yield page.items
    while page.next_cursor:
        page = fetch(wanted | {"limit": MOST, "cursor": page.next_cursor}, run)
        yield page.items


def _ndjson(pages: Iterator[list[Any]]) -> Iterator[bytes]:
    encode = msgspec.json.Encoder().encode
    for items in pages:
        yield b"".join(encode(item) + b"\n" for item in items)


def _csv(pages: Iterator[list[Any]], columns: tuple[str, ...]) -> Iterator[str]:
    yield _lines([list(columns)])
    for items in pages:
        plain = (orjson.loads(msgspec.json.encode(item)) for item in items)
        yield _lines([[_cell(_find(item, column)) for column in columns] for item in plain])


def _lines(rows: list[list[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _find(item: Any, path: str) -> Any:
    """A value by its dotted path; None where there is nothing on the way."""
    for name in path.split("."):
        item = item.get(name) if isinstance(item, dict) else None
    return item


def _cell(value: Any) -> Any:
    """A value as a cell: what a spreadsheet would take for a formula stays text, what has parts is JSON."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return orjson.dumps(value).decode() if isinstance(value, dict | list) else value
