"""What a check of claims is about: whose they are, which share its words, or all since the last check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rules.model import Facet, Link, Stance
from rules.reading.checks.answered import said_last
from rules.reading.checks.check_words import CHECKS
from rules.reading.checks.vicinity import Vicinity
from rules.text.reporting import Act

_BLAMES = frozenset({Act.ACCUSATION, Act.DENIAL, Act.ADMISSION})


class ClaimTargets:
    """Finds them for the check of a vicinity."""

    def __init__(self, near: Vicinity) -> None:
        self._near = near

    def owned(self) -> list[int]:
        """What they claimed whose report or footage the check names: "Astra's report", "a video posted by the army"."""
        for pattern in self._near.points.owners:
            for named in pattern.finditer(self._near.sentence):
                if theirs := self._claims_of(named["name"]):
                    return self._closest(theirs)
        return []

    def claimed(self) -> Iterable[int]:
        """Of what others claimed since the last check, what this one is about."""
        if self._near.check.is_of(Facet.ACTOR) and (blamed := self._blamed()):
            return {*blamed, *self._near.alike(least=1)}
        claimed = list(self._since())
        pair = self._near.points.pair.search(self._near.sentence)
        return self._both(claimed, bool(pair["sides"])) if pair else self._meant(claimed)

    def _claims_of(self, name: str) -> list[int]:
        """What somebody called so claimed before, under whatever name; for a check of a figure those with one."""
        reports, earlier = self._near.reports, self._near.earlier()
        names = {reports[i].chain[-1].name for i in earlier if self._is_of(name, reports[i].chain[1:])}
        theirs = [i for i in earlier if reports[i].chain[-1].name in names]
        figures = [i for i in theirs if self._near.points.figure.search(reports[i].claim.text)]
        return figures if figures and self._near.check.is_of(Facet.NUMBER) else theirs

    def _closest(self, theirs: list[int]) -> list[int]:
        """Of what somebody said what shares most words with the check, else what he said last."""
        shared = {i: self._near.shared(i) for i in theirs}
        most = max(shared.values())
        last = self._near.reports[theirs[-1]].sentence
        return [i for i in theirs if (shared[i] == most if most else self._near.reports[i].sentence == last)]

    def _is_of(self, name: str, links: Sequence[Link]) -> bool:
        """Whether one of those who speak is called so: "Astra", "the army", "(JNIM)"."""
        called = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
        named = (f"{k.name} {self._near.text[k.start:k.end] if k.start is not None else ''}" for k in links)
        return any(map(called.search, named))

    def _blamed(self) -> list[int]:
        """What those claimed who accuse, deny or admit, for a check of who did it."""
        reports, earlier = self._near.reports, self._near.earlier()
        blaming = [reports[i].chain[-1] for i in earlier
                   if reports[i].act in _BLAMES or reports[i].stance is Stance.DENIES]
        theirs = {link.name for link in blaming} | {link.side for link in blaming if link.side}
        return [i for i in earlier if theirs & {reports[i].chain[-1].name, reports[i].chain[-1].side}]

    def _since(self) -> Iterator[int]:
        """What others than the outlet claimed since the last check, the last first."""
        for i in range(self._near.index - 1, -1, -1):
            report = self._near.reports[i]
            if report.act == CHECKS and report.verification and i < self._near.index - 1:
                return
            if report.act != CHECKS and len(report.chain) > 1 and not self._near.is_own(i):
                yield i

    def _both(self, claimed: Sequence[int], of_sides: bool) -> Iterator[int]:
        """What the last two who spoke said, for "the Lornish or the Velian account" of those on sides if any are."""
        reports = self._near.reports
        claimed = [i for i in claimed if of_sides and reports[i].chain[-1].side] or claimed
        last = said_last(reports, claimed[::-1], self._near.text)
        speaker = reports[last[-1]].chain[-1].name if last else ""
        yield from last
        others = [i for i in claimed[::-1] if reports[i].chain[-1].name != speaker]
        yield from said_last(reports, others, self._near.text)

    def _meant(self, claimed: Sequence[int]) -> Iterable[int]:
        """Those of the claims that the check names by their words, their figure or "this"; all where it names none."""
        reports, object_ = self._near.reports, self._near.check.object
        figures = [i for i in claimed if self._near.points.figure.search(reports[i].claim.text)]
        counted = [i for i in figures if self._near.points.harmed.search(reports[i].claim.text)]
        if counted and self._near.points.toll.search(self._near.sentence):
            return counted
        if self._near.points.last.match(object_):
            nearest = (figures if self._near.check.is_of(Facet.NUMBER) else claimed)[:1] or claimed[:1]
            return [i for i in claimed if reports[i].sentence == reports[nearest[0]].sentence] if nearest else []
        if self._near.points.all.match(object_):
            return claimed
        if self._near.check.is_of(Facet.NUMBER):
            claimed = figures or claimed
        shared = {i: self._near.shared(i) for i in claimed}
        most = max(shared.values(), default=0)
        if not most and object_ != self._near.sentence:
            return said_last(reports, claimed[::-1], self._near.text)
        return [i for i in claimed if shared[i] == most]
