"""Statements that tell of a check in words which no frame has: what they are worth as checks, by who tells them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

import msgspec

from rules.model import Extent, Facet, Interest, ReadReport, Span, Stance, Verification
from rules.reading.checks.check_words import CHECKS, CheckOutcome
from rules.reading.checks.checked_facets import CheckedFacets
from rules.reading.checks.seeming import SeemingChecks
from rules.reading.reports.links import Links
from rules.rulebook import Rulebook

_STANCES = {
    CheckOutcome.REFUTED: Stance.DENIES, CheckOutcome.FAILED: Stance.CANNOT_VERIFY,
    CheckOutcome.VERIFIED: Stance.SUPPORTS,
}


class LearnedChecks:
    """Finds them among the reports of a text."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._seeming, self._facets = rulebook.part(SeemingChecks), rulebook.part(CheckedFacets)
        self._links = rulebook.part(Links)

    def marked(self, reports: Sequence[ReadReport], text: str) -> Iterator[ReadReport]:
        """The reports, those that seem to tell of a check as checks; nobody with a stake in the matter checks it."""
        before, told = "", {report.sentence: _outcome(report) for report in reports if _is_check(report)}
        for extent, same in groupby(reports, key=lambda report: report.sentence):
            group, sentence = list(same), text[extent.start : extent.end]
            if before and extent not in told:
                group = self._checked(group, extent, sentence, before, told.values())
            yield from group
            before = sentence

    def _checked(
        self, group: list[ReadReport], extent: Extent, sentence: str, before: str, others: Collection[CheckOutcome]
    ) -> list[ReadReport]:
        """The reports of one sentence, of which the last that may be a check becomes one if the sentence seems so."""
        checkers = [k for k, report in enumerate(group) if self._links.checked(report.chain)]
        outlet = group[checkers[0]].chain[0] if checkers else None
        name = outlet.name if outlet and outlet.start is None else ""
        outcome = self._seeming.outcome(sentence, before, name, others) if checkers else None
        made = self._check(group[checkers[-1]], outcome, extent, sentence) if outcome else None
        if made:
            group[checkers[-1]] = made
        return group

    def _check(
        self, report: ReadReport, outcome: CheckOutcome, extent: Extent, sentence: str
    ) -> ReadReport | None:
        held = outcome is CheckOutcome.VERIFIED
        named = self._facets.named(sentence) if held else self._facets.clause(sentence, outcome)
        facets = tuple(facet for facet in Facet if facet in named)
        if held and (report.stance is not Stance.SUPPORTS or not facets):
            return None  # that all of it holds takes plainer words
        return msgspec.structs.replace(
            report, chain=self._links.checked(report.chain) or report.chain, interest=Interest.NEUTRAL, act=CHECKS,
            claim=Span(start=extent.start, end=extent.end, text=sentence), stance=_STANCES[outcome],
            verification=Verification(facets=facets if held else (), failed=() if held else facets),
        )


def _is_check(report: ReadReport) -> bool:
    return report.verification is not None or report.act == CHECKS


def _outcome(check: ReadReport) -> CheckOutcome:
    return next((outcome for outcome, stance in _STANCES.items() if stance is check.stance), CheckOutcome.NO_ANSWER)
