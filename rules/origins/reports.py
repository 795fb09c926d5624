"""The reports of a case completed; a case is scored again with each that joins it, so what was read is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import msgspec

from rules.errors import CaseError
from rules.model import Case, Report, Stance
from rules.origins.quoted import Quoted
from rules.origins.resolve import ResolvedReport, complete
from rules.origins.towards import Turns
from rules.rulebook import Rulebook

REMEMBERED, SHORT = 4096, 600  # reports, and the most characters of their texts
NOTHING_APART: Mapping[int, str] = MappingProxyType({})


def resolve(case: Case, rulebook: Rulebook, apart: Mapping[int, str] = NOTHING_APART) -> tuple[ResolvedReport, ...]:
    """All reports of a case; a case without reports is read as the one report that its own text is.

    `apart` has the indices of reports that are known to bear no stance on the claim, and why not.
    """
    given = case.reports or (Report(text=case.text),)
    claim, texts = msgspec.structs.replace(case, reports=()), tuple([report.text for report in given])
    resolver, speaker = rulebook.part(Resolver), rulebook.part(Quoted).speaker(case)
    resolved = [resolver.of(index, report, claim, speaker, texts) for index, report in enumerate(given)]
    return tuple([_set_apart(report, apart[report.index]) if report.index in apart else report for report in resolved])


class Resolver:
    """Completes reports."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._remembered = lru_cache(REMEMBERED)(self._read)

    def of(
        self, index: int, report: Report, claim: Case, speaker: frozenset[str], texts: tuple[str, ...]
    ) -> ResolvedReport:
        """A report on a claim, at the place `index` of a case with these `texts`."""
        try:
            read = self._remembered if len(report.text) <= SHORT else self._read
            found, turns = read(report, claim, speaker, False)
            if turns and turns(texts):
                found, _ = read(report, claim, speaker, True)
        except CaseError as error:
            raise CaseError(f"reports.{index}.source.{error.field}", error.problem) from error
        return _at(index, found) if index else found

    def _read(
        self, report: Report, claim: Case, speaker: frozenset[str], turned: bool
    ) -> tuple[ResolvedReport, Turns | None]:
        return complete(0, report, claim, speaker, turned, self._rulebook)


def _at(index: int, report: ResolvedReport) -> ResolvedReport:
    evidence = tuple([msgspec.structs.replace(span, report=index) for span in report.evidence])
    return msgspec.structs.replace(report, index=index, evidence=evidence)


def _set_apart(report: ResolvedReport, grounds: str) -> ResolvedReport:
    return msgspec.structs.replace(report, stance=Stance.UNRELATED, grounds=grounds, hedges=(), taking=())
