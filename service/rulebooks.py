"""The rulebook in force: the one that was loaded, with this organisation's own sources entered in its registry."""

from __future__ import annotations

import hashlib
import logging
import mmap
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock
from typing import Any, TypeVar

import msgspec

from rules import Rulebook, RulebookError
from rules.provenance import Registry
from rules.provenance.records import Organisation
from service.errors import UnavailableError
from service.store import sources
from service.store.database import Database

T = TypeVar("T")
_RING = 16
log = logging.getLogger(__name__)


class OwnRulebook(Rulebook):
    """A rulebook whose registry has further organisations; one with the id of another stands in its place.

    Its hash differs from that of the rulebook it is made from, for it may judge differently.
    """

    def __init__(self, base: Rulebook, own: Sequence[Organisation]) -> None:
        self.directory, self.version = base.directory, base.version
        self.sha256 = hashlib.sha256(base.sha256.encode() + msgspec.json.encode(own)).hexdigest()
        self.own = tuple(own)
        self._parts, self._read = {}, set()

    def entries(self, pattern: str, kind: type[T]) -> tuple[T, ...]:
        """As in any rulebook, and the organisation's own where organisations are asked for."""
        found: Any = super().entries(pattern, kind)
        if kind is not Organisation:
            return found
        replaced = {entry.id for entry in self.own}
        return (*(entry for entry in found if entry.id not in replaced), *self.own)


class RulebookInForce:
    """The present rulebook of one process; notices when any process changed an own source.

    A worker of the same server is heard at once: a few bytes that all of them share since the fork change whenever
    one of them stored a source. The database, which other servers may share, is asked every `poll` seconds: doing that
    with every request would cost more than routing it.
    """

    def __init__(self, base: Rulebook, database: Database, poll: float) -> None:
        self.base, self._database, self._poll = base, database, poll
        self._changes, self._present = 0, base
        self._compiled: OwnRulebook | None = None
        self._lock = Lock()
        self._bell = mmap.mmap(-1, _RING)
        self._heard, self._ask_at = self._bell[:_RING], 0.0

    def present(self) -> Rulebook:
        """The rulebook to judge by now; the last one known where the database cannot be asked."""
        rung, now = self._bell[:_RING], time.monotonic()
        if rung != self._heard or now >= self._ask_at:
            self._ask_at = now + self._poll
            with suppress(UnavailableError):
                self._renew()
                self._heard = rung
        return self._present

    def ring(self) -> None:
        """Tell all workers that an own source was stored or removed."""
        self._bell[:_RING] = os.urandom(_RING)

    def with_own(self, own: Sequence[Organisation]) -> Rulebook:
        """The base with these organisations, compiled; raises RulebookError where they contradict it or each other."""
        if not own:
            return self.base
        if self._compiled is None or self._compiled.own != tuple(own):
            rulebook = OwnRulebook(self.base, own)
            rulebook.part(Registry)
            self._compiled = rulebook
        return self._compiled

    def fitting(self, own: Sequence[Organisation], kept: Sequence[Organisation] = ()) -> list[Organisation]:
        """Those that contradict neither the rulebook nor one before: a newer release may have the name of one itself.

        The others are told in the log. Halved until they are found, for each try compiles the registry.
        """
        try:
            self.with_own([*kept, *own])
        except RulebookError as error:
            if len(own) == 1:
                log.error("the own source “%s” contradicts the rulebook and is left out: %s", own[0].id, error.problem)
                return []
            first = self.fitting(own[: len(own) // 2], kept)
            return first + self.fitting(own[len(own) // 2 :], [*kept, *first])
        return list(own)

    def _renew(self) -> None:
        with self._lock, self._database.read() as connection:
            changes = sources.changes(connection)
            if changes == self._changes:
                return
            self._changes = changes
            self._present = self.with_own(self.fitting(own_of(sources.entries(connection))))


def own_of(bodies: dict[str, bytes]) -> list[Organisation]:
    """Stored entries as organisations."""
    return [msgspec.json.decode(body, type=Organisation) for body in bodies.values()]
