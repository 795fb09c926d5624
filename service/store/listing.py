"""Lists of claims: filters, orders and pages that go on exactly where the last one ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select, tuple_

from service.errors import FieldProblem, InvalidError
from service.store import cursors, search
from service.store.keys import key
from service.store.tables import claims, reports

SORTS = {"updated": claims.c.updated_at, "created": claims.c.created_at, "score": claims.c.score,
         "confidence": claims.c.confidence, "event_date": claims.c.event_date}
SHARING = 200  # claims that share words with a text, of which filters may leave few
ORDERS = [*(f"-{name}" for name in SORTS), *SORTS]


def _reported(column: str, value: Any) -> ColumnElement[bool]:
    return search.IN_ORDER.in_(select(reports.c.claim).where(reports.c[column] == value))


_FILTERS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "status": lambda wanted: claims.c.status.in_(wanted),
    "score_min": lambda least: claims.c.score >= least,
    "score_max": lambda most: claims.c.score <= most,
    "reports_min": lambda least: claims.c.report_count >= least,
    "factor": lambda factor: claims.c.main_factor == factor,
    "class": lambda class_: _reported("class", class_),
    "publisher": lambda name: _reported("publisher_key", key(name)),
    "event_place": lambda place: claims.c.place_key == key(place),
    "event_date": lambda day: claims.c.event_date.between(day, f"{day}-99" if len(day) < 10 else day),
    "since": lambda moment: claims.c.updated_at >= moment,
    "until": lambda moment: claims.c.updated_at < moment,
}


def page(connection: Connection, wanted: dict[str, Any]) -> tuple[Sequence[Row[Any]], str | None]:
    """Rows of claims that pass every filter in `wanted`, at most `limit`, and the cursor of the next page."""
    order, limit = wanted["sort"], wanted["limit"]
    query = _after(_filtered(connection, wanted), order, wanted.get("cursor")).limit(limit + 1)
    rows = connection.execute(query).all()
    more = len(rows) > limit
    return rows[:limit], _cursor(order, rows[limit - 1]) if more else None


def like(
    connection: Connection, wanted: dict[str, Any], beginnings: Mapping[str, float]
) -> dict[int, Row[Any]]:
    """By number the few claims that pass every filter and share most words with a text, the likest first."""
    numbers = search.sharing(connection, beginnings, SHARING)
    rows = connection.execute(_filtered(connection, wanted).where(claims.c.number.in_(numbers))).all()
    found = {row.number: row for row in rows}
    return {number: found[number] for number in numbers if number in found}


def _filtered(connection: Connection, wanted: dict[str, Any]) -> Select[Any]:
    conditions = [make(wanted[name]) for name, make in _FILTERS.items() if wanted.get(name) is not None]
    if wanted.get("q"):
        conditions.append(search.matches(connection, wanted["q"]))
    if wanted["sort"].endswith("event_date"):
        conditions.append(claims.c.event_date.is_not(None))
    return select(claims).where(*conditions)


def _after(query: Select[Any], order: str, cursor: str | None) -> Select[Any]:
    column, descending = SORTS[order.removeprefix("-")], order.startswith("-")
    if cursor:
        last = _last(order, cursor)
        here = tuple_(column, claims.c.number)
        query = query.where(here < last if descending else here > last)
    columns = (column, claims.c.number)
    return query.order_by(*(c.desc() for c in columns) if descending else columns)


def _cursor(order: str, row: Row[Any]) -> str:
    return cursors.cursor([order, row._mapping[SORTS[order.removeprefix("-")].name], row.number])


def _last(order: str, cursor: str) -> tuple[Any, int]:
    place = cursors.place(cursor)
    found, value, number = place if isinstance(place, list) and len(place) == 3 else (None, None, None)
    kind = float if order.removeprefix("-") in ("score", "confidence") else str
    if found != order or not isinstance(value, kind) or type(number) is not int or not 0 < number < 2**63:
        problem = "is not a cursor of this list in this order; begin again without one"
        raise InvalidError([FieldProblem("cursor", problem)])
    return value, number
