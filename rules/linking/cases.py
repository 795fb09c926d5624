"""A case made of the statements of several articles: its wording, its event, its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from rules.facets import Gazetteer
from rules.linking.clusters import Cluster
from rules.linking.pairs import PairLinker, Prepared
from rules.linking.statement import PlaceNouns
from rules.model import Case, Document, Event, Reading, ReadReport, Record, Report, Source, Stance
from rules.rulebook import Rulebook

_QUOTES = " \"“”'‘’"


class Read(Record, frozen=True, kw_only=True):
    """A document that was read, under its content key."""

    key: str
    document: Document
    reading: Reading


class LinkedReport(Record, frozen=True, kw_only=True):
    """A report of a case with where it stands: the document's key and the number of its report there."""

    document: str
    number: int
    report: Report


class LinkedCase(Record, frozen=True, kw_only=True):
    """A case found in articles. `id` is the same in whatever order they came; `case` is what is scored."""

    id: str
    case: Case
    members: tuple[LinkedReport, ...]


class CaseBuilder:
    """Makes cases of clusters."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._linker, self._gazetteer = rulebook.part(PairLinker), rulebook.part(Gazetteer)
        self._references = rulebook.table("en/place_nouns.yaml", PlaceNouns).references

    def build(self, cluster: Cluster, read: Mapping[str, Read]) -> LinkedCase:
        """The case of a cluster: worded as its most central assertion, each report with its stance towards that."""
        wording = min(cluster.members, key=lambda member: self._wording_order(member, cluster))
        members = [linked for member in cluster.members for linked in self._reports(member, wording, read)]
        case = Case(
            text=wording.item.text.strip(_QUOTES),
            event=self._event(cluster),
            reports=tuple(linked.report for linked in members),
        )
        return LinkedCase(id=cluster.id, case=case, members=tuple(members))

    def _wording_order(self, member: Prepared, cluster: Cluster) -> tuple[bool, bool, bool, float, tuple[str, str]]:
        """Assertions before denials, sentences that name their subject first, then what is likest to all others."""
        first = member.item.text.strip(_QUOTES).partition(" ")[0].lower()
        likeness = sum(self._linker.log_odds(member, other) for other in cluster.members if other is not member)
        denies = member.item.denies or any(excluded for _, excluded in member.actions)
        return (denies, first in self._references, not member.item.places, -likeness, member.item.order)

    def _reports(self, member: Prepared, wording: Prepared, read: Mapping[str, Read]) -> list[LinkedReport]:
        source = read[member.item.document]
        number = int(member.item.id.rpartition("-")[2])
        told = [(number, self._stance(member, wording, source.reading.reports[number]), source.reading.reports[number])]
        told += [(n, r.stance, r) for n, r in enumerate(source.reading.reports) if number in r.applies_to]
        return [LinkedReport(document=source.key, number=n, report=_report(r, s, source.document)) for n, s, r in told]

    def _stance(self, member: Prepared, wording: Prepared, read: ReadReport) -> Stance:
        """Towards the case's wording; a report that could not verify, or only updates, stays what it is."""
        if read.stance not in (Stance.SUPPORTS, Stance.DENIES):
            return read.stance
        opposed = member is not wording and self._linker.opposed(wording, member)
        return Stance.DENIES if opposed != wording.item.denies else Stance.SUPPORTS

    def _event(self, cluster: Cluster) -> Event | None:
        """The earliest day by which it must have happened, and the place most often named, the nearest first."""
        days = [member.item.days[1] for member in cluster.members if member.item.days]
        places = Counter(place for member in cluster.members for place in member.item.places)
        place = min(places, key=lambda p: (-places[p], -len(self._gazetteer.within(p)), p), default=None)
        if not days and place is None:
            return None
        return Event(date=date.fromordinal(min(days)).isoformat() if days else None, place=place)


def _report(read: ReadReport, stance: Stance, document: Document) -> Report:
    """The report as `POST /v1/claims` would take it: the whole sentence, so that its hedges stay in sight."""
    start, end = min(read.sentence.start, read.claim.start), max(read.sentence.end, read.claim.end)
    origin = read.chain[-1] if read.chain else None
    admitted = read.interest if read.act == "admission" else None
    source = origin and Source(name=origin.name, class_=origin.class_, side=origin.side, interest=admitted)
    return Report(
        text=document.text[start:end],
        publisher=document.publisher,
        url=document.url,
        published_at=document.published_at,
        source=source,
        via=tuple(link.name for link in read.chain[1:-1]),
        stance=stance,
        verification=read.verification,
    )


