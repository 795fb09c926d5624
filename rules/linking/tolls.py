"""Which figures of a case are out of date: a toll of five is, once somebody counts seven of the same."""

from __future__ import annotations

from collections.abc import Sequence

from rules.linking.bearing import Bearing
from rules.linking.prepared import Prepared, Preparer
from rules.linking.statement import Statement
from rules.model import Stance
from rules.rulebook import Rulebook


class Tolls:
    """Finds the statements of a case whose figures later ones overtake."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._prepare, self._bearing = rulebook.part(Preparer).prepare, rulebook.part(Bearing)

    def outdated(self, group: Sequence[Statement]) -> frozenset[str]:
        """The ids of statements that a later one overtakes with a higher count; both need a moment of publication."""
        counting = [self._prepare(item) for item in group if item.figures and item.published_at and not item.denies]
        if len(counting) < 2:
            return frozenset()
        latest = {(told.actions, told.item.figures): told  # reprints of one toll are compared once
                  for told in sorted(counting, key=lambda told: told.item.order)}
        return frozenset(told.item.id for told in counting
                         if any(self._overtakes(newer, told) for newer in latest.values()))

    def _overtakes(self, newer: Prepared, older: Prepared) -> bool:
        later = (newer.item.published_at or "") > (older.item.published_at or "")
        return later and self._bearing.by_figures(older, newer) is Stance.UPDATES
