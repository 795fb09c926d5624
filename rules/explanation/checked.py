"""What a summary says of checks and admissions; it agrees with the status, which looks at the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.explanation.wording import listed, verb
from rules.findings import Scene
from rules.findings.corroboration import admission
from rules.model import FacetState
from rules.origins import OriginGroup
from rules.provenance.classes import INDEPENDENT_VERIFICATION


def verification(scene: Scene, facets: Mapping[str, FacetState]) -> str:
    """What was verified and what was not, contradicted or admitted, for a sentence."""
    verified = [name for name, state in facets.items() if state.status == "verified"]
    if any(o.checked for o in scene.denying):
        return "an independent check contradicts it"
    if not verified:
        admitting = [o for o in scene.supporting if admission(o, scene)]
        return _admission(admitting) if admitting else _unchecked(scene)
    missing = [name for name in facets if name not in verified]
    return f"{listed(verified)} independently verified" + (f", {listed(missing)} not" if missing else "")


def _admission(origins: Sequence[OriginGroup]) -> str:
    admitted = [o.identity.name for o in origins if o.admits]
    if admitted:
        return f"admitted by the side that it damages ({listed(admitted)})"
    seeming = listed([o.identity.name for o in origins])
    return f"nobody has verified it independently, but it seems to damage the side that says so itself ({seeming})"


def _unchecked(scene: Scene) -> str:
    """That nothing was verified, though somebody tried, or one whose trade it is told of the claim in passing."""
    failed = sorted({facet for o in scene.supporting if o.checked for facet in o.failed})
    if failed:
        return f"a check could not establish the {listed(failed)}, and nobody has verified anything else"
    told = [o.identity.name for o in scene.supporting if o.identity.class_ == INDEPENDENT_VERIFICATION]
    if told:
        return f"{listed(told)} {verb(told, 'tells', 'tell')} of no check, and nobody else has verified it"
    return "nobody has verified it independently"
