"""One sentence for a person: who says so, who denies it, what has been checked."""

from __future__ import annotations

from collections.abc import Sequence

from rules.explanation.checked import verification
from rules.explanation.left_out import left_out
from rules.explanation.wording import count, listed, verb
from rules.findings import Scene
from rules.model import FacetState, Stance, TracedBy
from rules.origins import OriginGroup
from rules.provenance import NOBODY, Identity
from rules.provenance.classes import NAMELESS, UNATTRIBUTED

_ASIDE = ", not named here"
ROUGHLY = 0.1  # the strength of "some 300", which says nothing of how sure the claim is


def summary(scene: Scene, facets: dict[str, FacetState]) -> str:
    """The case in one sentence; likelihood and confidence stay out of it, as ICD 203 demands."""
    supporting, denying = scene.supporting, scene.denying
    parts = [
        _support(supporting, scene), _denial(denying, scene), _both(scene), _wording(supporting),
        verification(scene, facets),
    ] if supporting or denying else [_silence(scene)]
    beside = _undecided(scene) if supporting or denying else ""
    aside = (beside, _newer(scene), *left_out(scene))
    return _sentence("; ".join([part for part in (*parts, *aside) if part]))


def _silence(scene: Scene) -> str:
    """Why there is nothing to judge by."""
    if undecided := _undecided(scene):
        return f"nobody stands for the claim; {undecided}"
    if _newer(scene):
        return "nobody stands for the claim as it is worded"
    return "no report bears on the claim, so there is nothing to judge by"


def _undecided(scene: Scene) -> str:
    """Who neither stands for the claim nor against it."""
    undecided = [o for o in scene.origins if o.stance is Stance.CANNOT_VERIFY]
    return f"{_subject(undecided, scene)} neither confirmed nor denied it" if undecided else ""


def _support(origins: Sequence[OriginGroup], scene: Scene) -> str:
    if not origins:
        return "nobody stands for the claim"
    voices = _voices(origins)
    if len(voices) > 1:
        return _several(voices)
    outlets = len({carrier for o in origins for carrier in o.carriers})
    carried = f", carried by {count(outlets, 'outlet')}" if outlets > 1 else ""
    return f"one origin, {_who(voices[0], scene)}{carried}"


def _voices(origins: Sequence[OriginGroup]) -> list[OriginGroup]:
    """Each source once: its check is an origin beside what it says in its own voice, but nobody else's word."""
    return list({(o.identity.id, o.identity.side): o for o in origins}.values())


def _several(origins: Sequence[OriginGroup]) -> str:
    """How many stand for the claim, and what keeps them from being independent of each other."""
    for_it = f"{count(len(origins), 'origin')} for the claim, {listed([o.identity.name for o in origins])}"
    [voice, *others] = {(o.identity.side, o.identity.family) for o in origins}
    if any(voice) and not others:
        return f"{for_it}, all of one side or owner"
    quoted_by = {carrier for o in origins for carrier in o.carriers if carrier != o.identity.id}
    quoting = [o.identity.name for o in origins if o.identity.id in quoted_by]
    if not quoting:
        return for_it
    return f"{for_it}, though {listed(quoting)} quoted others for it"


def _who(origin: OriginGroup, scene: Scene) -> str:
    """A source by name, with what there is to say of it."""
    identity, unresolved = origin.identity, origin.traced_by == (TracedBy.UNRESOLVED,)
    unnamed = not (identity.named or unresolved or identity.class_ in NAMELESS)
    about = [_kind(identity), "unnamed" if unnamed else "", _side(identity, scene)]
    known = ", ".join(filter(None, about))
    name = f"“{identity.name}”" if unresolved else identity.name
    return f"{name}{f' ({known})' if known else ''}{_ASIDE if unresolved else ''}"


def _kind(identity: Identity) -> str:
    """The kind of source, unless its name says so: "two experts", "somebody not named"."""
    if identity.class_ == UNATTRIBUTED:
        return "of unknown standing" if identity.named else "" if identity.name == NOBODY else "unattributed"
    kind = identity.class_.replace("_", " ")
    return "" if kind in identity.name.lower() else kind


def _side(identity: Identity, scene: Scene) -> str:
    """The side that somebody is on, unless he is that side himself."""
    if identity.side is None or scene.registry.side_name(identity.side) == identity.name:
        return ""
    return f"on the side of {scene.registry.side_name(identity.side, in_sentence=True)}"


def _denial(origins: Sequence[OriginGroup], scene: Scene) -> str:
    if not origins:
        return ""
    withdrawn = [o for o in origins if o.withdrawn]
    if withdrawn:
        return f"withdrawn by {_named(withdrawn, scene)}"
    voices = _voices(origins)
    return f"{count(len(voices), 'origin')} {verb(voices, 'denies', 'deny')} it, {_named(voices, scene)}"


def _named(origins: Sequence[OriginGroup], scene: Scene) -> str:
    """One with its kind, several by their names alone."""
    return _who(origins[0], scene) if len(origins) == 1 else listed([o.identity.name for o in origins])


def _subject(origins: Sequence[OriginGroup], scene: Scene) -> str:
    """The same before a verb, with the comma that ends an aside."""
    named = _named(origins, scene)
    return f"{named}," if named.endswith(_ASIDE) else named


def _wording(origins: Sequence[OriginGroup]) -> str:
    found = [(o.hedge[1].strength, o.id, o.hedge[1].words) for o in origins if o.hedge]
    hedges = [hedge for hedge in found if hedge[0] > ROUGHLY]
    return f"the wording hedges (“{max(hedges)[2]}”)" if hedges else ""


def _both(scene: Scene) -> str:
    """Of whom both are reported."""
    wavering = [f"{o.identity.name}: {o.wavers}" for o in scene.origins if o.wavers]
    return wavering[0] if wavering else ""


def _newer(scene: Scene) -> str:
    """Who tells what has become of it since, or how many there are by now."""
    newer = [o for o in scene.origins if o.stance is Stance.UPDATES]
    return f"{_subject(newer, scene)} told of another figure or a newer state" if newer else ""


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
