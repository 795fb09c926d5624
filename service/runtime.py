"""What one worker holds: settings, rulebook, database; made once by the app factory."""

from __future__ import annotations

import mmap
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import cast

from flask import current_app

from rules import Rulebook, load_rulebook
from rules.model import RulebookStamp
from service import collector
from service.rulebooks import RulebookInForce
from service.schemas.limits import Limits
from service.settings import Settings
from service.store.database import Database
from service.store.migrate import migrate


@dataclass(frozen=True)
class Runtime:
    """Everything that views hand to use cases."""

    settings: Settings
    rulebooks: RulebookInForce
    limits: Limits
    database: Database
    streams: BoundedSemaphore
    _told: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, 1))
    """A byte that all workers share since the fork: 1 once the server is told to stop."""

    @classmethod
    def start(cls, settings: Settings, create: bool = True) -> Runtime:
        """Load the rulebook and bring the database up to date; without `create` there must be one."""
        rulebook = load_rulebook(settings.rulebook)
        database = Database(settings.database, settings.busy_timeout)
        if not create:
            database.require()
        migrate(database)
        collector.release()
        return cls(settings, RulebookInForce(rulebook, database, settings.source_poll), Limits.of(settings), database,
                   BoundedSemaphore(settings.event_streams))

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook to judge by now."""
        return self.rulebooks.present()

    @property
    def stamp(self) -> RulebookStamp:
        """Which rulebook that is."""
        book = self.rulebook
        return RulebookStamp(version=book.version, sha256=book.sha256)

    @property
    def stopping(self) -> bool:
        """Whether the server was told to stop."""
        return bool(self._told[0])

    def stop(self) -> None:
        """Tell all workers that the server stops, so that streams end."""
        self._told[0] = 1


def runtime() -> Runtime:
    """The runtime of the app that answers the present request."""
    return cast(Runtime, current_app.extensions["corrobora"])
