"""Who stands with whom: sides are allied or opposed both ways, whichever of the two lists the other."""

from __future__ import annotations

from rules.provenance.tables import Tables
from rules.rulebook import Rulebook


class Alliances:
    """Answers for pairs of sides; sides that the rulebook does not know are allied with themselves only."""

    def __init__(self, rulebook: Rulebook) -> None:
        sides = rulebook.part(Tables).sides.values()
        self._allied = {frozenset((s.id, other)) for s in sides for other in s.allies}
        self._opposed = {frozenset((s.id, other)) for s in sides for other in s.opponents}
        self._listed = {s.id: s.opponents for s in sides}

    def allied(self, side_a: str | None, side_b: str | None) -> bool:
        """Whether both speak for one side or for sides that are allied; False where either has no side."""
        if side_a is None or side_b is None:
            return False
        return side_a == side_b or frozenset((side_a, side_b)) in self._allied

    def opposed(self, side_a: str | None, side_b: str | None) -> bool:
        """Whether the two sides are in dispute with each other."""
        return side_a is not None and side_b is not None and frozenset((side_a, side_b)) in self._opposed

    def only_opponent(self, side: str) -> str | None:
        """The one opponent that `side` lists, else the one side that lists it; None where there is none or several."""
        opponents = self._listed.get(side) or tuple(s for s, others in self._listed.items() if side in others)
        return opponents[0] if len(opponents) == 1 else None
