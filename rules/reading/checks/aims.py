"""What a check in unknown words is about, as learnt from many: which statement near it is most likely meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rules.model import ReadReport, Record, Stance
from rules.reading.checks.check_words import CHECKS
from rules.reading.checks.verification import CheckFinder, stems
from rules.rulebook import Rulebook

FILE = "en/check_aims.json"
NOBODY = "nobody"
"""The feature of a check that is about nothing told near it."""
_BEFORE, _BEHIND, _OPENING = 30, 2, 2
"""Reports before and behind a check, and at the start of the text, that it may be about."""
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
Told = dict[str, float]


class AimWeights(Record, frozen=True, kw_only=True):
    """Utilities of the features; what has less than `beside` below the highest is meant too."""

    weights: dict[str, float]
    beside: float


class Aims:
    """Ranks the statements near a check."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._model, self._finder = rulebook.trained(FILE, AimWeights), rulebook.part(CheckFinder)

    def of(self, index: int, reports: Sequence[ReadReport], text: str) -> tuple[int, ...]:
        """The indexes of the reports that the check at `index` is about; checks before it know what they are about."""
        weights = self._model.weights
        found = {i: sum(weights.get(name, 0.0) * value for name, value in told.items())
                 for i, told in self.candidates(index, reports, text)}
        least = max([*found.values(), weights.get(NOBODY, 0.0)]) - self._model.beside
        return tuple(sorted(i for i, utility in found.items() if utility >= least))

    def candidates(self, index: int, reports: Sequence[ReadReport], text: str) -> Iterator[tuple[int, Told]]:
        """The indexes of statements near the check at `index`, each with its features."""
        last = next((r.applies_to for r in reversed(reports[:index]) if r.verification), ())
        starts = sorted({r.sentence.start for r in reports})
        near = {*range(max(0, index - _BEFORE), min(len(reports), index + _BEHIND + 1)), *range(min(_OPENING, index))}
        for i in sorted(near - {index}):
            place = starts.index(reports[i].sentence.start)
            away = starts.index(reports[index].sentence.start) - place
            footage, alike = self._alike(reports[index], reports[i], text, again=i in last)
            yield i, {
                f"away {max(-1, min(away, 4))}": 1.0, f"place {min(place, 2)}": 1.0, "far": min(max(away, 0), 12) / 6,
                **_layout(reports[index], reports[i], text), **alike, **_kind(reports[i], footage),
            }

    def _alike(self, check: ReadReport, report: ReadReport, text: str, again: bool) -> tuple[bool, Told]:
        """Whether the check is one of footage, and what it has in common with a statement."""
        told, words = _sentence(check, text), report.claim.text
        films, points = self._finder.shows_footage, self._finder.points
        footage, beside = films(told), films(_sentence(report, text))
        figure = points.figure.search(words)
        flags = {
            "both footage": footage and films(words), "footage beside": footage and beside,
            "other footage": films(words) and not footage, "no footage": footage and not beside,
            "shows": footage and points.shows.search(_sentence(report, text)), "again": again,
            "claim": points.claim.search(told) and len(report.chain) > 1,
            "figures": figure and points.figure.search(told),
            "toll": figure and points.toll.search(told) and points.harmed.search(words),
        }
        shared, names = stems(told) & stems(words), {*_NAME.findall(told)} & {*_NAME.findall(words)}
        return footage, {"shared": min(len(shared), 4) / 2, "names": min(len(names), 2) / 2, **_true(flags)}


def _layout(check: ReadReport, report: ReadReport, text: str) -> Told:
    start = check.sentence.start
    lines = text[min(report.claim.end, start) : start].count("\n")
    length = min(len(report.claim.text), 200) / 200
    return {"lines": min(lines, 8) / 4, "length": length, **_true({"together": not lines})}


def _kind(report: ReadReport, footage: bool) -> Told:
    checks = report.verification is not None
    return _true({
        "said": len(report.chain) > 1, "denied": report.stance is not Stance.SUPPORTS, "check": checks,
        "check of footage": checks and footage, "only check": report.act == CHECKS,
    })


def _true(flags: Mapping[str, object]) -> Told:
    return {name: 1.0 for name, holds in flags.items() if holds}


def _sentence(report: ReadReport, text: str) -> str:
    return text[report.sentence.start : report.sentence.end]
