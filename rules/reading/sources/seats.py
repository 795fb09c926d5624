"""Where a sentence says that its officials sit: "In Lorn, the army said …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from rules.model import Record, Span
from rules.provenance import Identity, Registry
from rules.provenance.classes import OFFICIAL


class SeatTable(Record, frozen=True, kw_only=True):
    """`en/seats.yaml`: expressions for what begins a sentence with a place, and for those who are sent elsewhere."""

    seat: str
    abroad: str


class Seats:
    """The places that begin the sentences of one text, and whose officials those are that sit there.

    Of a place that the registry does not know the side nothing follows, nor for whoever may be there for another.
    """

    def __init__(self, table: SeatTable, registry: Registry, text: str, sentences: Sequence[int]) -> None:
        self._registry = registry
        seat, self._abroad = re.compile(table.seat), re.compile(table.abroad)
        found = ((start, seat.match(text, start)) for start in sentences)
        self._places = {start: match[1] for start, match in found if match}
        self._sentences = sentences

    def seated(self, span: Span, identity: Identity) -> Identity:
        """An official of no side as one of the place that begins his sentence."""
        if identity.class_ != OFFICIAL or identity.side or not self._places or self._abroad.search(span.text):
            return identity
        index = bisect_right(self._sentences, span.start)
        place = self._places.get(self._sentences[index - 1]) if index else None
        there = self._registry.identify(f"{span.text.partition(',')[0]} in {place}") if place else identity
        if there.side is None or there.class_ != identity.class_:
            return identity
        return msgspec.structs.replace(identity, side=there.side) if identity.named else there
