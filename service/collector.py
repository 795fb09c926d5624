"""Python's collector of garbage, held back while a process loads what then stays."""

from __future__ import annotations

import gc

USUAL = gc.get_threshold()
LOADING = 100_000
"""How many more objects must have been made than freed before the collector looks through them, while loading."""


def hold() -> None:
    """Let the collector look seldom: of half a million objects that a start makes it would find hardly one to free."""
    gc.set_threshold(LOADING, *USUAL[1:])


def release() -> None:
    """Let it look as often as usual."""
    gc.set_threshold(*USUAL)
