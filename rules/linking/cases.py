"""A case made of the statements of several articles: its wording, its event, its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from rules.facets import Gazetteer
from rules.linking.case_reports import CaseReports
from rules.linking.echoes import Echoes
from rules.linking.headlines import Headlines
from rules.linking.phrasing import Phrasing
from rules.linking.prepared import Prepared, Preparer
from rules.linking.records import LinkedCase, LinkedReport, Read
from rules.linking.statement import Statement
from rules.linking.twins import Twins
from rules.linking.unison import Unison
from rules.linking.wordings import Wordings
from rules.model import Case, Event, Report
from rules.rulebook import Rulebook


class CaseBuilder:
    """Makes cases of the statements that were found to belong together."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._wordings, self._phrasing = rulebook.part(Wordings), rulebook.part(Phrasing)
        self._reports = rulebook.part(CaseReports)
        self._headlines, self._unison = rulebook.part(Headlines), rulebook.part(Unison)
        self._echoes, self._gazetteer = rulebook.part(Echoes), rulebook.part(Gazetteer)
        self._prepare = rulebook.part(Preparer).prepare

    def build(self, group: Sequence[Statement], twins: Twins, read: Mapping[str, Read]) -> LinkedCase:
        """The case of a group: worded as its most central assertion, each report with its stance towards that."""
        wording = self._wordings.of(group, twins)
        members = self._members(group, wording, read)
        case = Case(
            text=self._phrasing.of(wording.item, read[wording.item.document]), event=self._event(group),
            reports=tuple(linked.report for linked in members))
        return LinkedCase(statements=tuple(item.id for item in group), case=case, members=members)

    def told_of(
        self, claim: Statement, group: Sequence[Statement], read: Mapping[str, Read]
    ) -> tuple[LinkedReport, ...]:
        """The reports of statements that are about a claim, each with its stance towards that."""
        return self._members(group, self._prepare(claim), read)

    def _members(
        self, group: Sequence[Statement], wording: Prepared, read: Mapping[str, Read]
    ) -> tuple[LinkedReport, ...]:
        found = (linked for item in group for linked in self._reports.of(item, wording, read[item.document]))
        members = list({(linked.document, linked.number): linked for linked in found}.values())
        members = [*self._unison.attributed([*self._headlines.attributed(members, read)], read)]
        once: dict[tuple[str, Report], LinkedReport] = {}  # a sentence that says it twice in one voice is one report
        for linked in self._echoes.attributed(members, read):
            once.setdefault((linked.document, linked.report), linked)
        return tuple(once.values())

    def _event(self, group: Sequence[Statement]) -> Event | None:
        """The earliest day by which it must have happened, and the place most often named, the nearest first."""
        days = [day for item in group if (day := item.latest)]
        places = Counter(place for item in group for place in item.places)
        place = min(places, key=lambda p: (-places[p], -len(self._gazetteer.within(p)), p), default=None)
        if not days and place is None:
            return None
        return Event(date=date.fromordinal(min(days)).isoformat() if days else None, place=place)
