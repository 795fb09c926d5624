"""Bodies and officers that nobody names but everybody calls the same: "police", "the mayor".

Of sources without a name nobody can show that who denies is who said it. Of one body that both are told of, one can.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.model import Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import NAMELESS, Identity

_ARTICLE = re.compile(r"^(?:the|its|his|her|their) ")
_SEVERAL = re.compile(
    r"(?:an?|one|two|three|some|many|several|other|another)\b"
    r"|(?:\S+ )*?\S*(?:[^s]s|people|men)(?: (?:of|in|from|for|at|near|on) .*)?$"
)
_PEOPLE = NAMELESS | {"witness", "social"}


def of_two_minds(reports: Sequence[ResolvedReport]) -> frozenset[str]:
    """The bodies without a name that some reports have saying it and others denying it."""
    said: dict[Stance, set[str]] = {Stance.SUPPORTS: set(), Stance.DENIES: set()}
    for report in reports:
        if report.stance in said and not report.identity.named:
            said[report.stance].add(body(report.identity))
    return frozenset(said[Stance.SUPPORTS] & said[Stance.DENIES] - {""})


def body(identity: Identity) -> str:
    """What a single body or officer is called, "police", "the mayor"; nothing for "officials", "a mayor"."""
    called = _ARTICLE.sub("", identity.name.lower())
    one = identity.class_ not in _PEOPLE and not _SEVERAL.match(called)
    return called if one else ""
