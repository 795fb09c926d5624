"""Outlets that others cite, traced to the outlet of the case that they are, and on to whom that one names.

"The Lorn Post reports" is a report of lornpost.example. Where the case has what that outlet told, and it told it as
somebody else's words, those who cite it have these words at second hand: they are no further origin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from rules.model import Case, TracedBy
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity, Registry

_CITED = frozenset({"media", "state_media", "unattributed"})
_ARTICLE, _MARKS = re.compile(r"^the ", re.IGNORECASE), re.compile(r"[\W_]+")
_SHORTEST = 3  # letters of a name that tells an outlet from others


def trace_cited(
    reports: Sequence[ResolvedReport], case: Case, registry: Registry
) -> tuple[ResolvedReport, ...]:
    """The reports, each that only cites an outlet of the case with that outlet's identity, or that of its source."""
    citing = [report for report in reports if _cites(report, case)]
    if not citing or len(reports) < 2:
        return tuple(reports)
    outlets = _outlets(case, registry)
    known = {r.index: msgspec.structs.replace(r, identity=who) for r in citing
             if (who := outlets.get(_spelled(r.identity.name))) and who.id != r.identity.id}
    named = [known.get(report.index, report) for report in reports]
    mine = {report.index for report in citing}
    return tuple([_traced(report, named) if report.index in mine else report for report in named])


def _cites(report: ResolvedReport, case: Case) -> bool:
    """Whether a report was read as the words of a named source that may be an outlet."""
    identity = report.identity
    return (report.traced_by == TracedBy.NAMED and identity.named and identity.class_ in _CITED
            and bool(case.reports) and case.reports[report.index].source is None)


def _outlets(case: Case, registry: Registry) -> Mapping[str, Identity]:
    """The publishers of the case by the letters of their names or domains."""
    given = (registry.publisher(r.publisher, r.url) for r in case.reports if r.publisher or r.url)
    return {spelled: who for who in given if who and len(spelled := _spelled(who.name)) >= _SHORTEST}


def _spelled(name: str) -> str:
    """The letters of a name, or of the first part of a domain: "the Lorn Post" and "lornpost.example" are the same."""
    return _MARKS.sub("", _ARTICLE.sub("", name if " " in name else name.partition(".")[0])).lower()


def _traced(report: ResolvedReport, reports: Sequence[ResolvedReport]) -> ResolvedReport:
    """A report that cites an outlet, with the source that this outlet names for the same, if it never speaks itself."""
    cited = report.identity.id
    if report.carrier == cited:
        return report
    told = {r.identity.id: r.identity for r in reports if r.carrier == cited and r.stance is report.stance}
    return msgspec.structs.replace(report, identity=told[min(told)]) if told and cited not in told else report
