"""How much memory that is free glibc keeps for itself."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
LARGE, FREE = 1 << 20, 16 << 20
"""Bytes from which a piece is returned as soon as it is freed, and how many may lie free at the end of the heap."""


def bound_heap() -> None:
    """Keep both bounds, which glibc raises with every large piece that is freed; elsewhere nothing happens."""
    with suppress(AttributeError, OSError, TypeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(_MMAP_THRESHOLD, LARGE)
        libc.mallopt(_TRIM_THRESHOLD, FREE)
