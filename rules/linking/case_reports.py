"""The reports of a case: who says what to its claim, as `POST /v1/claims` would take it."""

from __future__ import annotations

from rules.linking.bearing import Bearing
from rules.linking.prepared import Prepared, Preparer
from rules.linking.records import LinkedReport, Read
from rules.linking.statement import Statement, report_number
from rules.model import Facet, Interest, Link, Reading, ReadReport, Report, Source, Stance, TracedBy
from rules.provenance import Registry
from rules.provenance.classes import PARTY, UNATTRIBUTED
from rules.reading.layout.boilerplate import without
from rules.rulebook import Rulebook
from rules.text.reporting import Act

NOBODY = Source(class_=UNATTRIBUTED, traced_by=TracedBy.NOBODY)  # the voice of an article that names no publisher
_TURNED = (Stance.SUPPORTS, Stance.DENIES)
OPPOSITE = {Stance.SUPPORTS: Stance.DENIES, Stance.DENIES: Stance.SUPPORTS}


class CaseReports:
    """Makes reports of statements that are about a claim."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._bearing, self._prepare = rulebook.part(Bearing), rulebook.part(Preparer).prepare
        self._registry = rulebook.part(Registry)

    def of(self, item: Statement, wording: Prepared, source: Read) -> list[LinkedReport]:
        """The report of a statement with its stance towards a claim, and those of the checks and retorts about it."""
        number, reports = report_number(item.id), source.reading.reports
        stance = self._stance(item, wording, reports[number])
        turned = (reports[number].stance, stance) == _TURNED  # who denies what speaks against the claim backs it
        told = [(number, stance, reports[number])]
        told += [(n, OPPOSITE.get(r.stance, r.stance) if turned else r.stance, r) for n, r in enumerate(reports)
                 if number in r.applies_to and r.stance is not Stance.UNRELATED and not (turned and _is_partial(r))]
        return [LinkedReport(document=source.key, number=n, report=self._report(r, s, source)) for n, s, r in told]

    def _stance(self, item: Statement, wording: Prepared, read: ReadReport) -> Stance:
        """Towards the case's wording; another report that could not verify, or only updates, stays what it is."""
        if item.id == wording.item.id and read.stance is Stance.UPDATES:
            return Stance.SUPPORTS  # its own figure is what the claim says
        told = self._prepare(item)
        if read.stance is Stance.UPDATES and self._bearing.agree(wording, told):
            return Stance.SUPPORTS  # "has risen to seven" is news only to who has said less
        if read.stance not in (Stance.SUPPORTS, Stance.DENIES):
            return read.stance
        by_figures = self._bearing.by_figures(wording, told)
        if not (self._bearing.opposed(wording, told) or self._bearing.says_no(wording, told)):
            return by_figures
        if self._bearing.ended(wording, told):
            return Stance.UPDATES
        other = item.denies and by_figures is not Stance.SUPPORTS  # that there are not four does not deny three
        return Stance.UNRELATED if other else Stance.DENIES

    def _report(self, read: ReadReport, stance: Stance, source: Read) -> Report:
        """The report with the whole sentence as its text, so that its hedges stay in sight."""
        document = source.document
        return Report(
            text=without(document.text, source.reading.left_out, *read.whole), publisher=document.publisher,
            url=document.url, published_at=document.published_at,
            source=self._source(read, source.reading) if read.chain else NOBODY,
            via=tuple(link.name for link in read.chain[1:-1]), stance=stance, verification=read.verification)

    def _source(self, read: ReadReport, reading: Reading) -> Source:
        """The origin; of a party that is only described, the one group of its side that the article names."""
        origin, traced_by = read.chain[-1], read.traced_by
        if origin.class_ == PARTY and origin.side and not self._named(origin):
            parties = {link.name: link for report in reading.reports for link in report.chain[-1:]
                       if link.class_ == PARTY and link.side == origin.side and self._named(link)}
            if len(parties) == 1:
                origin, traced_by = next(iter(parties.values())), TracedBy.NAMED
        interest, known = declared(read.interest, read.act), self._registry.identify(origin.name)
        plain = (known.class_, known.side) == (origin.class_, origin.side)
        class_, side = (None, None) if plain else (origin.class_, origin.side)
        return Source(name=origin.name, class_=class_, side=side, traced_by=traced_by,
                      interest=None if interest is Interest.UNKNOWN else interest)

    def _named(self, link: Link) -> bool:
        return self._registry.identify(link.name).named


def declared(interest: Interest, act: str = "") -> Interest:
    """Whom a statement serves, as far as that may be declared: that it hurts who makes it, only where he admits it."""
    inferred = interest is Interest.AGAINST_INTEREST and act != Act.ADMISSION
    return Interest.UNKNOWN if inferred else interest


def _is_partial(check: ReadReport) -> bool:
    """Whether it checked but the place, the time or the like: that speaks for who says so, and against nobody."""
    facets = check.verification.facets if check.verification else ()
    return bool(facets) and Facet.ACTION not in facets
