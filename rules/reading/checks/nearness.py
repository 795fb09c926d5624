"""What a check and a statement near it have in common: the features by which the one is found to be about the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rules.model import Extent, Facet, ReadReport, Stance
from rules.reading.checks.check_words import CHECKS
from rules.reading.checks.surroundings import Surroundings
from rules.reading.checks.verification import stems

NOBODY = -1
"""The candidate of a check that is about nothing near it."""
_BEHIND = 2
"""Reports behind a check that it may be about."""
_FAR, _LONG = 6, 120
"""Sentences between, and characters of a claim, from which on more of them make no difference."""
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
Told = dict[str, float]


class Nearness:
    """The features of what stands near one check; for checks of recordings they count otherwise."""

    def __init__(self, at: Surroundings) -> None:
        self._at, self._footage, self._reports, self._this = at, at.of_footage, at.reports, at.this
        self._topic, self._names = at.topic(at.told), {*_NAME.findall(at.told)}
        self._owned = [m["name"] for pattern in at.points.owners for m in pattern.finditer(at.told)]
        self._again = next((at.reports[n].applies_to for n in reversed(at.before) if at.reports[n].verification), ())
        self._near = range(at.before.start, min(len(at.reports), at.index + _BEHIND + 1))
        self._starts = sorted({at.reports[n].sentence.start for n in self._near})

    def candidates(self) -> dict[int, Told]:
        """The indexes of reports near it, but for checks of these, and `NOBODY` for none, each with its features."""
        reports, this = self._reports, self._at.index
        near = [n for n in self._near if n != this and not (reports[n].act == CHECKS and reports[n].applies_to)]
        shared = {n: len(self._topic & stems(reports[n].claim.text)) for n in near}
        most = max(1, *shared.values()) if shared else 1
        found = {n: {**self._place(reports[n]), **self._kind(n), **self._words(reports[n]),
                     **_true({"most shared": shared[n] == most})} for n in near}
        told = found if self._is_told_of(near) else {**found, NOBODY: self._nobody()}
        return {n: {**ways, **{f"film {name}": v for name, v in ways.items()}} for n, ways in told.items()} \
            if self._footage else told

    def _is_told_of(self, near: Iterable[int]) -> bool:
        """Whether it is a check of "the video", of which something was told before."""
        at = self._at
        shown = (n for n in near if n < at.index and at.films(at.within(self._reports[n].sentence)))
        return at.points.same_footage.search(at.told) is not None and next(shown, None) is not None

    def _nobody(self) -> Told:
        """What speaks for a check's being about nothing near it."""
        at, check = self._at, self._at.check
        return _true({
            "nobody": True, "nobody new": at.points.new_footage.search(at.told),
            "nobody other": at.points.other_footage.match(at.told), "nobody held": self._this.stance is Stance.SUPPORTS,
            "nobody open": check and check.asks and not check.verifier and not self._footage,
        })

    def _place(self, report: ReadReport) -> Told:
        start, place = self._this.sentence.start, self._starts.index(report.sentence.start)
        away = self._starts.index(start) - place
        return {f"away {max(-1, min(away, _FAR))}": 1.0, "length": min(len(report.claim.text), _LONG) / _LONG, **_true({
            "around": _covers(report.sentence, self._this.sentence),
            "together": "\n" not in self._at.text[min(report.claim.end, start) : start]})}

    def _kind(self, n: int) -> Told:
        at, report, again = self._at, self._reports[n], n in self._again
        said, since = len(report.chain) > 1, any(r.verification for r in self._reports[n + 1 : at.index])
        return _true({
            "said": said, "check": report.verification, "own": at.is_own(n), "owner": said and self._is_owner(report),
            "goes on": again and self._goes_on(), "checked since": since and not again,
            "this": said and at.check and at.points.last.match(at.check.object) and n in at.said_last(),
        })

    def _words(self, report: ReadReport) -> Told:
        """What their words have in common."""
        at, words, sentence = self._at, report.claim.text, self._at.within(report.sentence)
        figure, number = at.points.figure.search(words), Facet.NUMBER in at.facets
        names = self._names & {*_NAME.findall(words)}
        return {"names": min(len(names), 2) / 2, **_true({
            "footage": self._footage and at.films(words), "no footage": self._footage and not at.films(sentence),
            "shows": self._footage and at.points.shows.search(sentence),
            "counts": figure and number and len(report.chain) > 1,
            "figures": figure and (number or at.points.figure.search(at.told)),
        })}

    def _goes_on(self) -> bool:
        """Whether the report just before it, in its paragraph, is a check by the same checker."""
        last = self._reports[self._at.index - 1]
        names = {link.name for report in (last, self._this) for link in report.chain[1:][-1:]}
        between = self._at.text[last.sentence.end : self._this.sentence.start]
        return last.verification is not None and "\n" not in between and len(names) <= 1

    def _is_owner(self, report: ReadReport) -> bool:
        """Whether the check says that it is of his claim, under any of his names."""
        text = self._at.text
        called = " ".join(f"{k.name} {text[k.start : k.end] if k.start is not None else ''}" for k in report.chain)
        return any(re.search(rf"\b{re.escape(name)}\b", called, re.IGNORECASE) for name in self._owned)


def _covers(whole: Extent, part: Extent) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _true(flags: Mapping[str, object]) -> Told:
    return {name: 1.0 for name, holds in flags.items() if holds}
