"""Facts of hedging: how much the wording of an origin's most cautious report takes back."""

from __future__ import annotations

from rules.findings.facts import Scene, fact
from rules.origins import OriginGroup


@fact("origin")
def hedge_strength(origin: OriginGroup, scene: Scene) -> float:
    """The strongest hedge, 0 to 1: the share of the commitment that it takes away."""
    return origin.hedge[1].strength if origin.hedge else 0.0


@fact("origin")
def hedge_text(origin: OriginGroup, scene: Scene) -> str:
    """The words of the strongest hedge."""
    return origin.hedge[1].words if origin.hedge else ""


@fact("origin")
def hedge_category(origin: OriginGroup, scene: Scene) -> str:
    """The category of the strongest hedge."""
    return origin.hedge[1].category if origin.hedge else "none"


@fact("origin")
def hedge_owner(origin: OriginGroup, scene: Scene) -> str:
    """Whose the strongest hedge is: the `source`'s, inside quotation marks, or the `reporter`'s."""
    return origin.hedge[1].owner if origin.hedge else "nobody"
