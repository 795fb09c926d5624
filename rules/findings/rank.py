"""Facts of rank: how many stronger origins stand before this one, of its kind and on its own side."""

from __future__ import annotations

import msgspec

from rules.findings.facts import Scene, fact
from rules.model import Stance
from rules.origins import OriginGroup


class Rank(msgspec.Struct, frozen=True):
    """The place of an origin among those of its stance, the strongest first."""

    origin: OriginGroup
    earlier_origins: int
    earlier_of_side: int


@fact("rank")
def name(rank: Rank, scene: Scene) -> str:
    """The origin's name as the registry has it."""
    return rank.origin.identity.name


@fact("rank")
def vote(rank: Rank, scene: Scene) -> str:
    """What the origin gives, in plain words: a vote for the claim or one against it."""
    return f"vote {'against' if rank.origin.stance is Stance.DENIES else 'for'} the claim"


@fact("rank")
def earlier_origins(rank: Rank, scene: Scene) -> int:
    """How many stronger origins of its kind hold the same stance: of posts, or of all other sources."""
    return rank.earlier_origins


@fact("rank")
def earlier_of_side(rank: Rank, scene: Scene) -> int:
    """How many of these belong to the same side, an allied side or the same owner."""
    return rank.earlier_of_side
