"""A case made of the statements of several articles: its wording, its event, its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import msgspec

from rules.facets import Gazetteer
from rules.linking.bearing import Bearing
from rules.linking.clusters import UNPROPOSED, Odds, pair
from rules.linking.echoes import Echoes
from rules.linking.headlines import Headlines
from rules.linking.prepared import Prepared, Preparer
from rules.linking.records import LinkedCase, LinkedReport, Read
from rules.linking.statement import PlaceNouns, Statement, report_number
from rules.linking.tolls import Tolls
from rules.linking.unison import Unison
from rules.linking.words import LinkWords
from rules.matching import Contradiction
from rules.matching.words import Words
from rules.model import (
    Case,
    Event,
    Facet,
    Interest,
    Link,
    Reading,
    ReadReport,
    Report,
    Source,
    Stance,
    TracedBy,
)
from rules.provenance import Registry
from rules.reading.boilerplate import without
from rules.rulebook import Rulebook
from rules.text.reporting import Act

_TURNED = (Stance.SUPPORTS, Stance.DENIES)
_OPPOSITE = {Stance.SUPPORTS: Stance.DENIES, Stance.DENIES: Stance.SUPPORTS}
_COMPLEMENTIZER = "that "  # in small letters: that of "said on Monday that", not a pointing word at the start
_DOUBLE = frozenset("\"“”")
_QUOTES = " \"“”'‘’"

NOBODY = Source(class_="unattributed", traced_by=TracedBy.NOBODY)  # the voice of an article that names no publisher
FEWEST = 5  # words that a claim needs to be understood by itself


class CaseBuilder:
    """Makes cases of the statements that were found to belong together."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._bearing, self._prepare = rulebook.part(Bearing), rulebook.part(Preparer).prepare
        self._gazetteer = rulebook.part(Gazetteer)
        self._registry = rulebook.part(Registry)
        self._headlines, self._unison = rulebook.part(Headlines), rulebook.part(Unison)
        self._echoes, self._tolls = rulebook.part(Echoes), rulebook.part(Tolls)
        self._contradiction = rulebook.part(Contradiction)
        data = rulebook.table("en/linking.yaml", LinkWords)
        self._refutations, self._footage = data.refutations, data.footage
        self._words = rulebook.part(Words)
        self._clauseless = frozenset(map(self._words.stem, data.clauseless))
        self._references = rulebook.table("en/place_nouns.yaml", PlaceNouns).references

    def build(self, group: Sequence[Statement], odds: Odds, read: Mapping[str, Read]) -> LinkedCase:
        """The case of a group: worded as its most central assertion, each report with its stance towards that."""
        old = self._tolls.outdated(group)
        wording = self._wording(min(group, key=lambda item: self._wording_order(item, group, odds, old)))
        members = self._members(group, wording, read)
        case = Case(
            text=self._claim(wording.item, read[wording.item.document]),
            event=self._event(group),
            reports=tuple(linked.report for linked in members),
        )
        return LinkedCase(statements=tuple(item.id for item in group), case=case, members=members)

    def told_of(
        self, claim: Statement, group: Sequence[Statement], read: Mapping[str, Read]
    ) -> tuple[LinkedReport, ...]:
        """The reports of statements that are about a claim, each with its stance towards that."""
        return self._members(group, self._prepare(claim), read)

    def _members(
        self, group: Sequence[Statement], wording: Prepared, read: Mapping[str, Read]
    ) -> tuple[LinkedReport, ...]:
        found = (linked for item in group for linked in self._reports(item, wording, read[item.document]))
        members = list({(linked.document, linked.number): linked for linked in found}.values())
        members = [*self._unison.attributed([*self._headlines.attributed(members, read)], read)]
        return tuple(self._echoes.attributed(members, read))

    def _claim(self, wording: Statement, source: Read) -> str:
        """The wording as people read it: where it names nobody, says no deed or is short, the sentence around it."""
        text = wording.text.removeprefix(_COMPLEMENTIZER)
        words, report = text.split(), source.reading.reports[report_number(wording.id)]
        told = Facet.ACTION in report.facets and len(words) >= FEWEST and words[0].lower() not in self._references
        alone = (told or report.quoted) and not self._takes_no_clause(report)
        if alone or report.stance is not Stance.SUPPORTS:
            return text
        start, end = min(report.sentence.start, report.claim.start), max(report.sentence.end, report.claim.end)
        return without(source.document.text, source.reading.left_out, start, end).strip()

    def _takes_no_clause(self, report: ReadReport) -> bool:
        """Whether its cue says what somebody is called, or what is shown, so that its claim is no sentence."""
        cue = report.cue.text if report.cue else ""
        return not self._clauseless.isdisjoint(word.stem for word in self._words.split(cue))

    def _wording(self, item: Statement) -> Prepared:
        """A statement as the claim of a case: its words alone, without quotation marks, whoever may deny them."""
        text = _unquoted(item.text)
        ending = next((e for e in self._refutations if item.denies and text.endswith(f" {e}")), "")
        text = text.removesuffix(ending).rstrip()
        says_no = item.denies and any(self._contradiction.negations(text))  # "there is no Plan B" is itself the claim
        return self._prepare(msgspec.structs.replace(item, text=text, denies=says_no))

    def _wording_order(
        self, item: Statement, group: Sequence[Statement], odds: Odds, outdated: Collection[str]
    ) -> tuple[bool, bool, bool, bool, bool, float, tuple[str, str]]:
        """Assertions first, and what happened before what footage shows; then sentences that name their subject, the
        newest figure, and the place.

        Among these it is the one that is likest to all others.
        """
        words = _unquoted(item.text).lower().split()
        shows = not self._footage.isdisjoint(words)
        likeness = sum(odds.get(pair(item.id, other.id), UNPROPOSED) for other in group if other is not item)
        denies = item.denies or any(excluded for _, excluded in self._prepare(item).actions)
        refers, placeless = words[:1] and words[0] in self._references, not self._gazetteer.names_one(item.text)
        return (denies, shows, bool(refers), item.id in outdated, placeless, -likeness, item.order)

    def _reports(self, item: Statement, wording: Prepared, source: Read) -> list[LinkedReport]:
        number, reports = report_number(item.id), source.reading.reports
        stance = self._stance(item, wording, reports[number])
        turned = (reports[number].stance, stance) == _TURNED  # who denies what speaks against the claim backs it
        told = [(number, stance, reports[number])]
        told += [(n, _OPPOSITE.get(r.stance, r.stance) if turned else r.stance, r) for n, r in enumerate(reports)
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
        if not self._bearing.opposed(wording, told):
            return by_figures
        if self._bearing.ended(wording, told):
            return Stance.UPDATES
        other = item.denies and by_figures is not Stance.SUPPORTS  # that there are not four does not deny three
        return Stance.UNRELATED if other else Stance.DENIES

    def _event(self, group: Sequence[Statement]) -> Event | None:
        """The earliest day by which it must have happened, and the place most often named, the nearest first."""
        days = [day for item in group if (day := item.latest)]
        places = Counter(place for item in group for place in item.places)
        place = min(places, key=lambda p: (-places[p], -len(self._gazetteer.within(p)), p), default=None)
        if not days and place is None:
            return None
        return Event(date=date.fromordinal(min(days)).isoformat() if days else None, place=place)

    def _report(self, read: ReadReport, stance: Stance, source: Read) -> Report:
        """The report as `POST /v1/claims` would take it: the whole sentence, so that its hedges stay in sight."""
        start, end = min(read.sentence.start, read.claim.start), max(read.sentence.end, read.claim.end)
        document = source.document
        return Report(
            text=without(document.text, source.reading.left_out, start, end),
            publisher=document.publisher,
            url=document.url,
            published_at=document.published_at,
            source=self._source(read, source.reading) if read.chain else NOBODY,
            via=tuple(link.name for link in read.chain[1:-1]),
            stance=stance,
            verification=read.verification,
        )

    def _source(self, read: ReadReport, reading: Reading) -> Source:
        """The origin; of a party that is only described, the one group of its side that the article names."""
        origin, traced_by = read.chain[-1], read.traced_by
        if origin.class_ == "party" and origin.side and not self._named(origin):
            parties = {link.name: link for report in reading.reports for link in report.chain[-1:]
                       if link.class_ == "party" and link.side == origin.side and self._named(link)}
            if len(parties) == 1:
                origin, traced_by = next(iter(parties.values())), TracedBy.NAMED
        seems = read.interest is Interest.AGAINST_INTEREST and read.act != Act.ADMISSION
        interest = None if seems or read.interest is Interest.UNKNOWN else read.interest  # given, it counts as declared
        known = self._registry.identify(origin.name)
        if (known.class_, known.side) == (origin.class_, origin.side):
            return Source(name=origin.name, interest=interest, traced_by=traced_by)
        return Source(name=origin.name, class_=origin.class_, side=origin.side, interest=interest, traced_by=traced_by)

    def _named(self, link: Link) -> bool:
        return self._registry.identify(link.name).named


def _unquoted(text: str) -> str:
    """A text without the marks around it: those of a quotation within it stay, also at its end."""
    inner = text.strip(_QUOTES)
    return text if not inner or _DOUBLE.intersection(inner) else inner


def _is_partial(check: ReadReport) -> bool:
    """Whether it checked but the place, the time or the like: that speaks for who says so, and against nobody."""
    facets = check.verification.facets if check.verification else ()
    return bool(facets) and Facet.ACTION not in facets
