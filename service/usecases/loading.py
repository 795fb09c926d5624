"""Loading cases that may be stored already: the fixtures at every start, or a folder loaded twice."""

from __future__ import annotations

from rules.model import Case, Report
from service.runtime import Runtime
from service.store import claims as stored
from service.store import reports
from service.usecases import claims


def load(case: Case, run: Runtime) -> bool:
    """Store and score a case, unless the same claim about the same event with these first reports is stored already.

    Returns whether it was new. Reports that somebody has added since, or that came with articles, do not make it
    another claim.
    """
    own = case.reports or (Report(text=case.text),)
    with run.database.read() as connection:
        for row in stored.worded(connection, case.text):
            if stored.event_of(row) == case.event and reports.own(connection, row.number)[: len(own)] == own:
                return False
    claims.create(case, None, run)
    return True
