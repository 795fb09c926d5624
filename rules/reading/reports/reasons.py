"""A retort with its reason in one sentence is two statements: "denied | this: | Lorn is ours"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.model import ReadReport, Span, Stance
from rules.reading.clauses.retorts import Retorts
from rules.reading.reports.stance import StanceReader
from rules.rulebook import Rulebook

_QUOTES = " \t\n\"“‘'«"


class Reasons:
    """Parts what is denied from why: what follows the colon is stated, and no more denied than its own words say."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._retorts, self._stances = rulebook.part(Retorts), rulebook.part(StanceReader)

    def parted(self, reports: Sequence[ReadReport], text: str) -> Iterator[ReadReport]:
        """The reports, each retort that gives its reason before the reason; of one in several parts once."""
        parted = set[Span]()
        for report in reports:
            denied = self._denied(report, text)
            if denied is None or report.cue is None:
                yield report
                continue
            if report.cue not in parted:
                parted.add(report.cue)
                yield msgspec.structs.replace(report, claim=denied, quoted=False, facets={})
            found = self._stances.of_content(report.claim.text)
            stance, act = (found.stance, found.act) if found else (Stance.SUPPORTS, "assertion")
            yield msgspec.structs.replace(report, stance=stance, act=act)

    def _denied(self, report: ReadReport, text: str) -> Span | None:
        """The sentence up to a colon behind a denial that only points back: "The firm denied this"."""
        if report.cue is None or report.stance is not Stance.DENIES or report.claim.start < report.cue.end:
            return None
        said = text[report.cue.end : report.claim.start].rstrip(_QUOTES)
        if not said.endswith(":") or not self._retorts.points_back(said):
            return None
        start, end = report.sentence.start, report.cue.end + len(said) - 1
        return Span(start=start, end=end, text=text[start:end])
