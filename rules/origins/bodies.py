"""Unnamed bodies and officers that everybody calls by one name: "police", "the mayor".

Nobody can show that an unnamed source who denies is the one who made the statement; for such a body it can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.model import Interest, Record, Stance
from rules.origins.resolve import ResolvedReport
from rules.provenance import Identity
from rules.provenance.classes import NAMELESS, SOCIAL, WITNESS
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

FILE = "en/bodies.yaml"
_PEOPLE = NAMELESS | {WITNESS, SOCIAL}


class BodyWords(Record, frozen=True, kw_only=True):
    """`en/bodies.yaml`, where comments say what each list is for."""

    pointers: tuple[str, ...]
    several: tuple[str, ...]
    plurals: tuple[str, ...]
    ties: tuple[str, ...]


class Bodies:
    """Tells unnamed bodies that can be shown to be one from people who may be anybody."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table(FILE, BodyWords)
        self._pointer = re.compile(rf"^(?:{any_of(words.pointers)}) ")
        self._several = re.compile(
            rf"(?:{any_of(words.several)})\b"
            rf"|(?:\S+ )*?\S*(?:[^s]s|{any_of(words.plurals)})(?: (?:{any_of(words.ties)}) .*)?$")

    def name(self, identity: Identity) -> str:
        """The name of a single unnamed body or officer ("police", "the mayor"); "" for "officials" and "a mayor"."""
        called = self._pointer.sub("", identity.name.lower())
        one = identity.class_ not in _PEOPLE and not self._several.match(called)
        return called if one else ""

    def of_two_minds(self, reports: Sequence[ResolvedReport]) -> frozenset[str]:
        """The names of unnamed bodies that some reports quote for the claim and others against it."""
        said: dict[Stance, set[str]] = {Stance.SUPPORTS: set(), Stance.DENIES: set()}
        for report in reports:
            if report.stance in said and not report.identity.named:
                said[report.stance].add(self.name(report.identity))
        return frozenset(said[Stance.SUPPORTS] & said[Stance.DENIES] - {""})

    def admitting(self, reports: Sequence[ResolvedReport]) -> frozenset[str]:
        """The names of unnamed bodies that admit the claim in some report; "" for officials who may be of any of them.

        A statement about such a body is somebody else's: "police said that the mayor was drunk", "the mayor admitted
        it".
        """
        found = {self.name(report.identity) for report in reports if _admits(report)}
        return frozenset(found | {""}) if found else frozenset()


def _admits(report: ResolvedReport) -> bool:
    against = report.stance is Stance.SUPPORTS and report.interest is Interest.AGAINST_INTEREST
    return report.admits and against and not report.identity.named
