"""Facts of provenance: where an origin stands and what it is known for."""

from __future__ import annotations

from rules.findings.facts import Scene, fact
from rules.model import Interest, Stance
from rules.origins import OriginGroup

_SERVES = {
    Interest.SELF_SERVING: "in the interest of", Interest.AGAINST_INTEREST: "against the interest of",
    Interest.NEUTRAL: "neither for nor against", Interest.UNKNOWN: "of unknown use to",
}


@fact("origin")
def name(origin: OriginGroup, scene: Scene) -> str:
    """The origin's name as the registry has it."""
    return origin.identity.name


@fact("origin")
def class_(origin: OriginGroup, scene: Scene) -> str:
    """The origin's source class."""
    return origin.identity.class_


@fact("origin")
def class_name(origin: OriginGroup, scene: Scene) -> str:
    """The source class in plain words."""
    return origin.identity.class_.replace("_", " ")


@fact("origin")
def side(origin: OriginGroup, scene: Scene) -> str:
    """The side an origin speaks for, or `none`."""
    return origin.identity.side or "none"


@fact("origin")
def named(origin: OriginGroup, scene: Scene) -> bool:
    """Whether the source is named, so that it can be told from others of its kind."""
    return origin.identity.named


@fact("origin")
def reliability(origin: OriginGroup, scene: Scene) -> str:
    """Admiralty reliability, A to F, from class and track record."""
    return origin.identity.reliability


@fact("origin")
def interest(origin: OriginGroup, scene: Scene) -> str | None:
    """Whether the statement serves the side that makes it; missing where that cannot be told."""
    return None if origin.interest is Interest.UNKNOWN else origin.interest


@fact("origin")
def interest_words(origin: OriginGroup, scene: Scene) -> str:
    """Whom the origin's statement or denial serves, in plain words."""
    return f"the {'denial' if origin.stance is Stance.DENIES else 'statement'} is {_SERVES[origin.interest]}"


@fact("origin")
def admits(origin: OriginGroup, scene: Scene) -> bool:
    """Whether the statement is declared, or said in the text, to be an admission."""
    return origin.admits
