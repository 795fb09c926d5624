"""A check among the reports of its text: what stands around it, and the statements that it names together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rules.model import Extent, Facet, ReadReport, Stance
from rules.reading.checks.answered import said_last
from rules.reading.checks.check_words import CHECKS
from rules.reading.checks.verification import CheckFinder
from rules.text.reporting import Act

OF_FILM = frozenset({Facet.PLACE, Facet.TIME, Facet.AUTHENTICITY})
"""What a recording alone can be checked for."""
_FAR = 40
"""Reports before a check in which whoever it names, or its words, are looked for."""
_BLAMES = frozenset({Act.ACCUSATION, Act.DENIAL, Act.ADMISSION})


class Surroundings:
    """A check at `index` of the `reports` of a text, where those before it know already what their checks are about."""

    def __init__(self, index: int, reports: Sequence[ReadReport], text: str, finder: CheckFinder) -> None:
        self.index, self.reports, self.text, self.this = index, reports, text, reports[index]
        self.points, self.films, self.topic = finder.points, finder.shows_footage, finder.topic
        self.check, self.told = finder.find(self.this.claim.text), self.within(self.this.sentence)
        self.before = range(max(0, index - _FAR), index)
        found = self.this.verification
        self.facets = {*found.facets, *found.failed} if found else set()
        of_film = self.facets and self.facets <= OF_FILM and self.points.of_film.search(self.told)
        self.of_footage = bool(self.films(self.told) or of_film or (self.check and self.check.about_footage))
        """Whether a recording was checked, be it only called "it", or what can be checked of recordings alone."""

    def within(self, part: Extent) -> str:
        """The text of a sentence or claim."""
        return self.text[part.start : part.end]

    def is_own(self, n: int) -> bool:
        """Whether who tells of the check says that himself, for he checks what others say."""
        this, other = self.this.chain, self.reports[n].chain
        return len(this) > 1 and [this[-1].name] == [link.name for link in other[-1:]]

    def earlier(self) -> list[int]:
        """What others than the outlet and the checker claimed before, checked or not."""
        return [n for n in self.before
                if self.reports[n].act != CHECKS and len(self.reports[n].chain) > 1 and not self.is_own(n)]

    def said_last(self) -> Collection[int]:
        """What the last of these said."""
        return said_last(self.reports, self.earlier(), self.text)

    def together(self) -> Collection[int]:
        """The statements of others that it names together: the tolls, those of both, of who blame, of him, all."""
        if self.of_footage:
            return ()
        since, points = self._since(), self.points
        harmed = [n for n in since if points.harmed.search(self.reports[n].claim.text)]
        counted = [n for n in harmed if points.figure.search(self.reports[n].claim.text)]
        if counted and points.toll.search(self.told):
            return counted
        if pair := points.pair.search(self.told):
            return self._both(since, bool(pair["sides"]))
        if self.facets == {Facet.ACTOR} and points.done_by.search(self.told) and (blamed := self._blamed()):
            return blamed
        if self.check and self.check.about_speaker:
            return said_last(self.reports, since, self.text)
        return since if self.check and points.all.match(self.check.object) else ()

    def shown_beside(self, meant: Collection[int]) -> Collection[int]:
        """What is meant, and of a recording what the sentences next to it tell of it too."""
        starts = sorted({self.reports[n].sentence.start for n in self.before})
        shown = {n: starts.index(self.reports[n].sentence.start) for n in self.before
                 if self.of_footage and self.reports[n].act != CHECKS and self.films(self.reports[n].claim.text)}
        return {*meant, *(n for n, place in shown.items() if any(abs(place - shown.get(m, -9)) == 1 for m in meant))}

    def _since(self) -> list[int]:
        """What others claimed since the last check."""
        checks = [n for n in self.before[:-1] if self.reports[n].act == CHECKS and self.reports[n].verification]
        return [n for n in self.earlier() if n > max(checks, default=-1)]

    def _both(self, since: Sequence[int], of_sides: bool) -> Collection[int]:
        """What the last two who spoke said, for "the Lornish or the Velian account" of those on sides if any are."""
        since = [n for n in since if of_sides and self.reports[n].chain[-1].side] or since
        last = said_last(self.reports, since, self.text)
        others = [n for n in since if self.reports[n].chain[-1].name != self.reports[last[-1]].chain[-1].name]
        return (*last, *said_last(self.reports, others, self.text))

    def _blamed(self) -> list[int]:
        """What those claimed who accuse, deny or admit, for a check of who did it."""
        reports, earlier = self.reports, self.earlier()
        blaming = [reports[n].chain[-1] for n in earlier
                   if reports[n].act in _BLAMES or reports[n].stance is Stance.DENIES]
        theirs = {link.name for link in blaming} | {link.side for link in blaming if link.side}
        return [n for n in earlier if theirs & {reports[n].chain[-1].name, reports[n].chain[-1].side}]
