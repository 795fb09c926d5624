"""How much one case may hold: the same limits whichever way it came in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from rules.model import Report
from service.errors import FieldProblem, InvalidError
from service.settings import Settings


class Limits(msgspec.Struct, frozen=True):
    """The most reports of a case and the most characters of a text."""

    reports: int
    text: int

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """The limits that the settings name."""
        return cls(settings.max_reports, settings.max_text)

    def check_count(self, data: Any) -> None:
        """Refuse too many reports before anything looks at each of them."""
        reports = data.get("reports") if isinstance(data, dict) else None
        if isinstance(reports, list) and len(reports) > self.reports:
            raise InvalidError([FieldProblem("reports", f"holds {len(reports)} reports; send at most {self.reports}")])

    def check(self, reports: Sequence[Report], text: str = "") -> None:
        """Refuse too many reports and texts that are too long."""
        if len(reports) > self.reports:
            self.check_count({"reports": list(reports)})
        if len(text) <= self.text and all(len(report.text) <= self.text for report in reports):
            return
        texts = [("text", text), *((f"reports.{i}.text", report.text) for i, report in enumerate(reports))]
        problem = f"is longer than {self.text} characters; send at most that"
        raise InvalidError([FieldProblem(field, problem) for field, value in texts if len(value) > self.text])
