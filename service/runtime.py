"""What one worker holds: settings, rulebook, database; made once by the app factory."""

from __future__ import annotations

from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import cast

from flask import current_app

from rules import Rulebook
from service.schemas.limits import Limits
from service.settings import Settings
from service.store.database import Database


@dataclass(frozen=True)
class Runtime:
    """Everything that views hand to use cases."""

    settings: Settings
    rulebook: Rulebook
    limits: Limits
    database: Database
    streams: BoundedSemaphore


def runtime() -> Runtime:
    """The runtime of the app that answers the present request."""
    return cast(Runtime, current_app.extensions["corrobora"])
