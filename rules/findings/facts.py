"""The registry of facts: small pure functions that count and classify. Rules combine them; only the scorer weighs.

A new fact is one function under `@fact("origin")` (or "report", "case") and a line in its table test. Its name is
what rules call it; its first docstring line is what `corrobora rules explain` shows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from rules.model import Case, Facet, Stance
from rules.origins import OriginGroup, ResolvedReport
from rules.provenance import Registry

_SUPPORTS, _DENIES = Stance.SUPPORTS, Stance.DENIES


class Scene(msgspec.Struct, frozen=True):
    """All that a fact may look at: the case, the facets it asserts, its reports and its origins, and who is who.

    Of the origins, those for the claim and those against it are kept besides, for nearly everything asks for them.
    """

    case: Case
    asserted: tuple[Facet, ...]
    reports: tuple[ResolvedReport, ...]
    origins: tuple[OriginGroup, ...]
    registry: Registry
    supporting: tuple[OriginGroup, ...]
    denying: tuple[OriginGroup, ...]

    @classmethod
    def of(
        cls, case: Case, asserted: tuple[Facet, ...], reports: tuple[ResolvedReport, ...],
        origins: tuple[OriginGroup, ...], registry: Registry,
    ) -> Scene:
        """A scene with its origins told apart by stance."""
        supporting = tuple([o for o in origins if o.stance is _SUPPORTS])
        denying = tuple([o for o in origins if o.stance is _DENIES])
        return cls(case, asserted, reports, origins, registry, supporting, denying)

    def one_voice(self, a: OriginGroup, b: OriginGroup) -> bool:
        """Whether two origins are one voice's worth: of one side, of allied sides or of one owner."""
        mine, other = a.identity, b.identity
        if mine.side and other.side and self.registry.allied(mine.side, other.side):
            return True
        return mine.family is not None and mine.family == other.family

    def independent(self, a: OriginGroup, b: OriginGroup) -> bool:
        """Whether each could know without the other. An outlet that quotes somebody for what it says itself may not."""
        quotes = a.identity.id in b.carriers or b.identity.id in a.carriers
        return not quotes and not self.one_voice(a, b)


Fact = Callable[[Any, Scene], Any]
FACTS: dict[str, dict[str, Fact]] = {"report": {}, "origin": {}, "rank": {}, "case": {}}


def fact(subject: str) -> Callable[[Fact], Fact]:
    """Register a function `(subject, scene) -> value` as the fact of its own name (a trailing `_` is dropped)."""

    def register(function: Fact) -> Fact:
        FACTS[subject][function.__name__.rstrip("_")] = function
        return function

    return register
