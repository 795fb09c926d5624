"""What each report of a case tells of the claim: an article in several statements, a sentence in one or two.

It is remembered, for a case is scored again with each report that joins it, and an article is long to read. Texts are
not: reports are known by digests.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from threading import Lock

import msgspec

from rules.linking.excerpts import Excerpt, excerpts, may_be_article
from rules.linking.voices import retold
from rules.model import Case, Report
from rules.rulebook import Rulebook

REMEMBERED = 4096  # reports


class Told:
    """`rulebook.part(Told).of(report, 0, claim)`; a claim is a case without reports."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook, self._lock = rulebook, Lock()
        self._known: OrderedDict[bytes, tuple[Excerpt, ...]] = OrderedDict()

    def of(self, report: Report, place: int, claim: Case) -> list[Excerpt]:
        """What the report at `place` of a case tells of its claim."""
        key = sha256(msgspec.json.encode((claim, report))).digest()
        with self._lock:
            found = self._known.pop(key, None)
        if found is None:
            found = self._read(report, claim)
        with self._lock:
            self._known[key] = found
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return [one._replace(place=place) for one in found] or [Excerpt(report, place)]

    def _read(self, report: Report, claim: Case) -> tuple[Excerpt, ...]:
        """What it tells; nothing where that is itself, as it stands."""
        read = excerpts if may_be_article(report) else retold
        found = tuple(read(report, 0, claim, self._rulebook))
        return () if found == (Excerpt(report, 0),) else found
