"""Fact checks: "Claim: …" and "Verdict: False" are a check of the claim by whoever publishes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rules.model import Interest, Link, ReadReport, Record, Span, Stance, Verification
from rules.provenance.classes import INDEPENDENT_VERIFICATION
from rules.reading.checks.answered import FAR
from rules.reading.checks.check_words import CHECKS
from rules.reading.syntax.extents import Extents
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_LABEL = r"^[ \t*_]*{}(?:{})[*_]*[ \t]*[:–—-][ \t*_]*"
_WHOSE = r"(?:\w[\w.’'-]* ){0,3}?"  # "Northwire Fact Check: False"
_JUDGED = r"(?:(?:the|this|that|it)(?: \w+)?(?:['’]s| is| was) )?(?:rated )?[\"“‘']?"


class VerdictWords(Record, frozen=True, kw_only=True):
    """`en/verdicts.yaml`."""

    claims: tuple[str, ...]
    verdicts: tuple[str, ...]
    method: str
    denies: frozenset[str]
    supports: frozenset[str]
    leaves_open: frozenset[str]


class Verdicts:
    """Finds the verdicts of a fact check."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = self._words = rulebook.table("en/verdicts.yaml", VerdictWords)
        judging = any_of((*words.denies, *words.supports, *words.leaves_open))
        flags = re.IGNORECASE | re.MULTILINE
        self._claim = re.compile(_LABEL.format("", any_of(words.claims)) + r"[^\n]+", flags)
        label = _LABEL.format(_WHOSE, any_of(words.verdicts))
        self._verdict = re.compile(rf"{label}{_JUDGED}(?P<word>{judging})\b", flags)

    def given(self, reports: Sequence[ReadReport], text: str) -> list[ReadReport]:
        """The reports of `text`, each that gives a verdict as a check of what the line of the claim says."""
        found = (Span(start=m.start("word"), end=m.end("word"), text=m["word"]) for m in self._verdict.finditer(text))
        verdicts, claim = Extents(found), self._claim.search(text)
        if not verdicts.items or claim is None:
            return list(reports)
        about = [n for n, r in enumerate(reports) if claim.start() <= r.sentence.start < claim.end()]
        return [self._as_check(report, self._stance(verdicts, report), tuple(about[:FAR])) for report in reports]

    def _stance(self, verdicts: Extents[Span], report: ReadReport) -> Stance | None:
        """What the verdict in the sentence of a report is, if there is one."""
        word = next((v.text.lower() for v in verdicts.within(report.sentence.start, report.sentence.end)), None)
        if word is None or word in self._words.supports:
            return Stance.SUPPORTS if word else None
        return Stance.DENIES if word in self._words.denies else Stance.CANNOT_VERIFY

    def _as_check(self, report: ReadReport, stance: Stance | None, about: tuple[int, ...]) -> ReadReport:
        if stance is None or not about:
            return report
        checked = Verification(facets=(), failed=(), method=self._words.method)
        return msgspec.structs.replace(
            report, stance=stance, act=CHECKS, interest=Interest.NEUTRAL, hedges=(), verification=checked,
            applies_to=about, chain=tuple(map(_checking, report.chain[:1])),
        )


def _checking(publisher: Link) -> Link:
    """The publisher as who checked; a side's outlet stays what it is."""
    return publisher if publisher.side else msgspec.structs.replace(publisher, class_=INDEPENDENT_VERIFICATION)
