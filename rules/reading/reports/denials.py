"""Denials of what was just said of whoever denies: "Lorn said Bala had shelled it. Bala denied that it had fired".

A denial with words of its own need not share any with what it answers. That it follows the statement of somebody else
in which the denier, or his side, is named tells as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from rules.model import ReadReport, Span, Stance
from rules.provenance.clauses import ClaimReader
from rules.reading.checks.answered import is_said, names_claim
from rules.reading.checks.check_words import CHECKS
from rules.reading.clauses.retorts import Retorts
from rules.reading.reports.stance import StanceReader
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act

_NAME = re.compile(r"\b[A-Z]\w{3,}")
_NEAR = 160  # characters from what was said to what is denied
_QUOTES = " \t\n\"“‘'«"


class Denials:
    """Finds what denials with words of their own answer."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.part(clause_words)
        self._verbs = words.takes_up_answers | words.takes_up_answered  # who "rejects" a thing may refuse it
        self._sides = rulebook.part(ClaimReader).read

    def aimed(self, reports: Sequence[ReadReport], text: str) -> list[ReadReport]:
        """The reports, each denial with the index of the statement just before it, if that names whoever denies; a
        check of a claim that it names ("could not verify | the army's claim that it holds Bala") with that claim.
        """
        return [
            msgspec.structs.replace(report, applies_to=(meant,))
            if (meant := self._meant(index, reports, text)) is not None else report
            for index, report in enumerate(reports)
        ]

    def _meant(self, index: int, reports: Sequence[ReadReport], text: str) -> int | None:
        """The index of what a denial answers, or of the claim that a check names itself."""
        report = reports[index]
        if report.applies_to:
            return None
        if report.act == CHECKS:
            named = any(names_claim(report, told) for told in reports[index + 1 : index + 2])
            return index + 1 if named else None
        return index - 1 if index and self._answers(report, reports[index - 1], text) else None

    def _answers(self, denial: ReadReport, told: ReadReport, text: str) -> bool:
        denies = denial.act == Act.DENIAL and denial.stance is Stance.DENIES and denial.cue is not None
        if not denies or not is_said(denial) or not is_said(told) or told.stance is not Stance.SUPPORTS:
            return False
        if told.claim == denial.claim:  # "denied claims by the union | that the mine had flooded"
            return told.cue != denial.cue
        between = text[told.claim.end : denial.claim.start]
        speaks = told.chain[-1].name != denial.chain[-1].name and self._tells(denial)
        return speaks and len(between) < _NEAR and "\n" not in between and self._is_named(denial, told.claim.text)

    def _tells(self, denial: ReadReport) -> bool:
        return denial.cue is not None and not self._verbs.isdisjoint(denial.cue.text.lower().split())

    def _is_named(self, denial: ReadReport, claim: str) -> bool:
        """Whether a claim names whoever denies, or his side: "the French embassy" of a ministry of France."""
        denier = denial.chain[-1]
        named = not set(_NAME.findall(claim)).isdisjoint(_NAME.findall(denier.name))
        return named or (denier.side is not None and denier.side in self._sides(claim).sides)


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
