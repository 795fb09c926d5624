"""What a check of a recording is about: what is told near by of what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Extent, Facet
from rules.reading.checks.check_words import CheckOutcome
from rules.reading.checks.vicinity import Vicinity

_NEAR = 3
"""Reports before a check in which footage is looked for."""
OF_FILM = frozenset({Facet.PLACE, Facet.TIME, Facet.AUTHENTICITY})
"""What a recording alone can be checked for."""


class FootageTargets:
    """Finds them for the check of a vicinity."""

    def __init__(self, near: Vicinity) -> None:
        self._near = near

    def found(self) -> Sequence[int]:
        """What is told near by of the footage that is checked; what the footage itself is said to show first."""
        check = self._near.check
        if check.outcome is CheckOutcome.NO_ANSWER or not (check.about_footage or self._is_bare()):
            return []
        start = self._near.reports[self._near.index].claim.start
        near = [i for i in range(max(0, self._near.index - _NEAR), min(len(self._near.reports), self._near.index + 2))
                if i != self._near.index and self._near.reports[i].claim.start < start]
        return self._showing(near) or self._of_footage(near)

    def _showing(self, near: Sequence[int]) -> Sequence[int]:
        """What the last sentence tells that says what a recording shows, and what goes on to tell of footage."""
        reports = self._near.reports
        shown = [i for i in near if self._near.points.shows.search(self._near.within(reports[i].sentence))]
        last = [i for i in shown if reports[i].sentence == reports[shown[-1]].sentence]
        later = [i for i in near if last and i > last[-1] and self._shows(reports[i].sentence)]
        return self._itself([*last, *later]) if later else self._near.told(last)

    def _of_footage(self, near: Sequence[int]) -> Sequence[int]:
        return self._itself([i for i in near if self._shows(self._near.reports[i].sentence)])

    def _itself(self, shown: Sequence[int]) -> Sequence[int]:
        """Of what tells of footage what the footage shows, and not what else its sentences tell."""
        reports = self._near.reports
        itself = {reports[i].sentence for i in shown if self._shows(reports[i].claim)}
        shown = [i for i in shown if reports[i].sentence not in itself or self._shows(reports[i].claim)]
        return self._near.told(shown)

    def _is_bare(self) -> bool:
        """Whether only "the location" or "the date" was checked, of which nothing else is told."""
        verification = self._near.check.verification
        checked, of_film = {*verification.facets, *verification.failed}, self._near.points.of_film
        return bool(checked) and checked <= OF_FILM and of_film.search(self._near.sentence) is not None

    def _shows(self, part: Extent) -> bool:
        return self._near.shows_footage(self._near.within(part))
