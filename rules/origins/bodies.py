"""Unnamed bodies and officers that everybody calls by one name: "police", "the mayor".

Nobody can show that an unnamed source who denies is the one who made the statement; for such a body it can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.model import Interest, Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import NAMELESS, Identity

_ARTICLE = re.compile(r"^(?:the|its|his|her|their) ")
_SEVERAL = re.compile(
    r"(?:an?|one|two|three|some|many|several|other|another)\b"
    r"|(?:\S+ )*?\S*(?:[^s]s|people|men)(?: (?:of|in|from|for|at|near|on) .*)?$"
)
_PEOPLE = NAMELESS | {"witness", "social"}


def of_two_minds(reports: Sequence[ResolvedReport]) -> frozenset[str]:
    """The names of unnamed bodies that some reports quote for the claim and others against it."""
    said: dict[Stance, set[str]] = {Stance.SUPPORTS: set(), Stance.DENIES: set()}
    for report in reports:
        if report.stance in said and not report.identity.named:
            said[report.stance].add(body(report.identity))
    return frozenset(said[Stance.SUPPORTS] & said[Stance.DENIES] - {""})


def admitting(reports: Sequence[ResolvedReport]) -> frozenset[str]:
    """The names of unnamed bodies that admit the claim in some report, and "" for officials who may be of any of them.

    A statement about such a body is somebody else's: "police said that the mayor was drunk", "the mayor admitted it".
    """
    found = {body(report.identity) for report in reports if _admits(report)}
    return frozenset(found | {""}) if found else frozenset()


def _admits(report: ResolvedReport) -> bool:
    against = report.stance is Stance.SUPPORTS and report.interest is Interest.AGAINST_INTEREST
    return report.admits and against and not report.identity.named


def body(identity: Identity) -> str:
    """The name of a single unnamed body or officer ("police", "the mayor"); "" for "officials" and "a mayor"."""
    called = _ARTICLE.sub("", identity.name.lower())
    one = identity.class_ not in _PEOPLE and not _SEVERAL.match(called)
    return called if one else ""
