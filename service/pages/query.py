"""The filters of the list as a browser's form sends them: what is left blank does not count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from service.errors import FieldProblem, fields_of
from service.schemas.queries import ClaimQuery

PAGE = 25
_SCHEMA = ClaimQuery()
MORE = ("class", "publisher", "event_place", "event_date", "score_min", "score_max", "reports_min", "factor", "since",
        "until")


@dataclass(frozen=True)
class Asked:
    """What was asked for: as sent (to show it again), as loaded, and what is wrong with it."""

    sent: dict[str, Any]
    wanted: dict[str, Any]
    problems: list[FieldProblem]

    @property
    def filters(self) -> dict[str, Any]:
        """What narrows the list, without order and place."""
        return {name: value for name, value in self.sent.items() if name not in ("sort", "cursor", "limit")}

    @property
    def api(self) -> dict[str, Any]:
        """The same filters as `GET /v1/claims` takes them."""
        return self.filters | _moments(self.sent)

    @property
    def more(self) -> bool:
        """Whether one of the filters that are folded away is set."""
        return any(name in self.sent for name in MORE)


def asked(args: MultiDict[str, str]) -> Asked:
    """The query of the page's address; days become moments, for `until` the end of the day."""
    sent: dict[str, Any] = {name: args[name].strip() for name in args if args[name].strip()}
    if statuses := [value for value in args.getlist("status") if value]:
        sent["status"] = statuses
    given = {"limit": PAGE} | sent | _moments(sent)
    try:
        return Asked(sent, _SCHEMA.load(given), [])
    except ValidationError as error:
        return Asked(sent, {}, fields_of(error.messages))


def _moments(sent: dict[str, Any]) -> dict[str, str]:
    found = {name: _moment(sent[name], name == "until") for name in ("since", "until") if len(sent.get(name, "")) == 10}
    return {name: moment for name, moment in found.items() if moment}


def _moment(day: str, end: bool) -> str | None:
    try:
        return f"{date.fromisoformat(day) + timedelta(days=end)}T00:00:00Z"
    except (ValueError, OverflowError):
        return None
