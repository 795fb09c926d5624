"""What a check is about: the statements that it names together, else those near it that are most likely meant."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import ReadReport, Record
from rules.reading.checks.nearness import NOBODY, Nearness, Told
from rules.reading.checks.surroundings import Surroundings
from rules.reading.checks.verification import CheckFinder
from rules.rulebook import Rulebook

FILE = "en/check_aims.json"


class AimWeights(Record, frozen=True, kw_only=True):
    """Utilities of the features, learnt from many checks; what is less than `beside` below the best is meant too."""

    weights: dict[str, float]
    beside: float


class Aims:
    """Finds what checks are about."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._model, self._finder = rulebook.trained(FILE, AimWeights), rulebook.part(CheckFinder)

    def of(self, index: int, reports: Sequence[ReadReport], text: str) -> tuple[int, ...]:
        """The indexes of the reports that the check at `index` is about; checks before it know what they are about."""
        at = Surroundings(index, reports, text, self._finder)
        if together := at.together():
            return tuple(sorted(together))
        found = {n: self._utility(told) for n, told in Nearness(at).candidates().items()}
        most = max(found.values())
        meant = (n for n, utility in found.items() if utility >= most - self._model.beside and n != NOBODY)
        return () if found.get(NOBODY) == most else tuple(sorted(at.shown_beside({*meant})))

    def _utility(self, told: Told) -> float:
        return sum(self._model.weights.get(name, 0.0) * value for name, value in told.items())
