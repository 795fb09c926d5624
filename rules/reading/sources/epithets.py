"""What a text calls a body that it has named before: "the Iran-backed group", "the rights group"."""

from __future__ import annotations

import re

from rules.model import Record, Span
from rules.provenance import Registry
from rules.provenance.classes import EXPERT, NGO, PARTY
from rules.reading.sources.antecedents import Antecedents
from rules.reading.sources.names import Voice
from rules.rulebook import Rulebook

_SEAT = re.compile(r"\w+ (?:[A-Z]\w+ )?[\w.]+-based [\w -]+")
_SEATED = (PARTY, NGO, EXPERT)
"""Classes of a body of which but its seat is told: "the Paris-based group"."""


class EpithetTable(Record, frozen=True, kw_only=True):
    """`en/epithets.yaml`: `nouns` for one body, and what may stand before them with a capital (`marks`)."""

    nouns: tuple[str, ...]
    marks: tuple[str, ...]


class Epithets:
    """Tells whom a definite noun with adjectives means: the last of its class who spoke or was named.

    The adjectives say little of the side: the Palestinian group is of no Palestinian government. But an enemy of the
    side that they name it is not.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        table = rulebook.table("en/epithets.yaml", EpithetTable)
        capital = "|".join((*table.marks, r"(?:[A-Z]\w+ )?[A-Z][\w.]*-\w+", r"[A-Z]\w+(?:an|ese|ish|ch|i)"))
        self._shape = re.compile(rf"[Tt]h(?:e|at) (?:(?:{capital}|[a-z][\w-]+) )+(?:{'|'.join(table.nouns)})")
        self._registry = rulebook.part(Registry)

    def meant(self, span: Span, others: Antecedents) -> Voice | None:
        """The body that an epithet stands for, among the voices before it."""
        if self._shape.fullmatch(span.text) is None:
            return None
        called = self._registry.identify(span.text)
        classes = _SEATED if _SEAT.fullmatch(span.text) else (called.class_,)

        def fits(voice: Voice) -> bool:
            body = voice.kind != "person" and voice.identity.named and voice.identity.class_ in classes
            return body and not self._registry.opposed(voice.identity.side, called.side)

        return next(filter(fits, others.before(span)), None)
