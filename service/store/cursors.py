"""Cursors: where a page of a list ended, as text that a client hands back and need not understand."""

from __future__ import annotations

import base64
from typing import Any

import orjson


def cursor(place: Any) -> str:
    """Where a page ended, as text for an address.

    >>> cursor(["-score", 0.5, 7])
    'WyItc2NvcmUiLDAuNSw3XQ'
    """
    return base64.urlsafe_b64encode(orjson.dumps(place)).decode().rstrip("=")


def place(text: str) -> Any:
    """What a cursor was made of; None for text that is none.

    >>> place("WyItc2NvcmUiLDAuNSw3XQ")
    ['-score', 0.5, 7]
    """
    try:
        return orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError:
        return None
