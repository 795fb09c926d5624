"""Outlets that others cite, traced to the outlet of the case that they are, and on to whom that one names.

"The Lorn Post reports" is a report of lornpost.example. Where the case has what that outlet told, and it told it as
somebody else's words, those who cite it have these words at second hand: they are no further origin. Nor is the outlet
where somebody cites it, in turn "citing the governor": what it says itself it has from him.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from rules.model import Case, Record, Report, Stance, TracedBy
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity
from rules.provenance.bases import NOTHING
from rules.provenance.classes import OUTLETS, UNATTRIBUTED
from rules.rulebook import Rulebook

FILE = "en/addressed.yaml"
_CITED = OUTLETS | {UNATTRIBUTED}
_ARTICLE, _MARKS = re.compile(r"^the ", re.IGNORECASE), re.compile(r"[\W_]+")
_SHORTEST = 3  # letters of a name that tells an outlet from others
_Carried = tuple[str | None, Stance]


class Addressed(Record, frozen=True, kw_only=True):
    """The pattern of whom a source `told`: an `outlet`, perhaps."""

    told: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]


def trace_cited(
    reports: Sequence[ResolvedReport], case: Case, rulebook: Rulebook
) -> tuple[ResolvedReport, ...]:
    """The reports, each that only cites an outlet of the case with that outlet's identity, or that of its source."""
    if len(reports) < 2 or not _is_read(case):
        return tuple(reports)
    reports = _citing(reports, case)
    citing = [report for report in reports if _cites(report, case)]
    if not citing:
        return tuple(_self_published(reports, case))
    outlets, told = _outlets(reports), _told(reports, case, rulebook.part(addressed_outlets))
    known = {r.index: msgspec.structs.replace(r, identity=who) for r in citing
             if (who := _meant(r, outlets, told)) and who.id != r.identity.id}
    named = [known.get(report.index, report) for report in _self_published(reports, case)]
    mine, carried = {report.index for report in citing}, _carried(named)
    return tuple([_traced(report, carried) if report.index in mine else report for report in named])


def _is_read(case: Case) -> bool:
    """Whether some source is read from a text: where all are given, nobody is cited."""
    return any(map(_read, case.reports))


def _read(report: Report) -> bool:
    """Whether its source is read from its text, or was when an article was."""
    return report.source is None or report.source.traced_by is not None


def _citing(reports: Sequence[ResolvedReport], case: Case) -> Sequence[ResolvedReport]:
    """The reports, each in the voice of an outlet that others cite as citing somebody with his identity."""
    cited = {(_spelled(name), r.stance): r.identity for r in reports for name in case.reports[r.index].via}
    if not cited:
        return reports
    found = {r.index: who for r in reports if r.traced_by == TracedBy.OWN_VOICE and r.publisher
             and (who := cited.get((_spelled(r.publisher.name), r.stance)))}
    return [msgspec.structs.replace(r, identity=found[r.index]) if r.index in found else r for r in reports]


def _self_published(reports: Sequence[ResolvedReport], case: Case) -> list[ResolvedReport]:
    """The reports, each in the voice of an unlisted outlet that is a source of the case with that source's identity.

    A club or a firm tells its news itself: dovikmotors.example is Dovik Motors.
    """
    own = [r for r in reports if r.traced_by == TracedBy.OWN_VOICE and r.identity.basis == NOTHING]
    if not own:
        return list(reports)
    bodies = {_spelled(r.identity.name): r.identity for r in reports if r.traced_by == TracedBy.NAMED
              and r.identity.named and r.identity.class_ not in _CITED and _read(case.reports[r.index])}
    found = {r.index: bodies[called] for r in own if (called := _spelled(r.identity.name)) in bodies}
    return [msgspec.structs.replace(r, identity=found[r.index]) if r.index in found else r for r in reports]


def addressed_outlets(rulebook: Rulebook) -> re.Pattern[str]:
    """What finds the outlet that a source told something: `rulebook.part(addressed_outlets)`."""
    return re.compile(rulebook.table(FILE, Addressed).told)


def _cites(report: ResolvedReport, case: Case) -> bool:
    """Whether a report was read as the words of a named source that may be an outlet."""
    identity = report.identity
    return (report.traced_by == TracedBy.NAMED and identity.named and identity.class_ in _CITED
            and _read(case.reports[report.index]))


def _meant(
    report: ResolvedReport, outlets: Mapping[str, Identity], told: Mapping[tuple[str, Stance], Identity]
) -> Identity | None:
    """The outlet of the case that a report cites, or who told it so where the case has that from elsewhere."""
    called = _spelled(report.identity.name)
    known = outlets.get(called)
    return told.get((called, report.stance)) if known is None and report.identity.class_ in OUTLETS else known


def _told(
    reports: Sequence[ResolvedReport], case: Case, addressed: re.Pattern[str]
) -> Mapping[tuple[str, Stance], Identity]:
    """The sources that say in some report what they told an outlet, by its letters: "an aide told the Lorn Post"."""
    read = [r for r in reports if r.traced_by == TracedBy.NAMED and _read(case.reports[r.index])]
    told = ((r, match) for r in read for match in addressed.finditer(case.reports[r.index].text))
    return {(_spelled(match["outlet"]), r.stance): r.identity for r, match in told}


def _outlets(reports: Sequence[ResolvedReport]) -> Mapping[str, Identity]:
    """The publishers of the case by the letters of their names or domains."""
    found = (report.publisher for report in reports)
    return {spelled: who for who in found if who and len(spelled := _spelled(who.name)) >= _SHORTEST}


def _spelled(name: str) -> str:
    """The letters of a name, or of the first part of a domain: "the Lorn Post" and "lornpost.example" are the same."""
    return _MARKS.sub("", _ARTICLE.sub("", name if " " in name else name.partition(".")[0])).lower()


def _carried(reports: Sequence[ResolvedReport]) -> Mapping[_Carried, Mapping[str, Identity]]:
    """The sources, by id, that each publisher has in each stance."""
    found: dict[_Carried, dict[str, Identity]] = defaultdict(dict)
    for report in reports:
        found[report.carrier, report.stance][report.identity.id] = report.identity
    return found


def _traced(report: ResolvedReport, carried: Mapping[_Carried, Mapping[str, Identity]]) -> ResolvedReport:
    """A report that cites an outlet, with the source that this outlet names for the same, if it never speaks itself."""
    cited = report.identity.id
    told = carried.get((cited, report.stance), {}) if report.carrier != cited else {}
    return msgspec.structs.replace(report, identity=told[min(told)]) if told and cited not in told else report
