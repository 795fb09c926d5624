"""What one worker holds: settings, rulebook, database; made once by the app factory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app

from rules.rulebook import Rulebook
from service.schemas.limits import Limits
from service.settings import Settings


@dataclass(frozen=True)
class Runtime:
    """Everything that views hand to use cases."""

    settings: Settings
    rulebook: Rulebook
    limits: Limits


def runtime() -> Runtime:
    """The runtime of the app that answers the present request."""
    return cast(Runtime, current_app.extensions["corrobora"])
