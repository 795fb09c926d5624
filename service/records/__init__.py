"""What goes out, besides assessments: the records behind every answer and behind the OpenAPI document.

Fields that hold stored JSON carry it as `msgspec.Raw`, bytes that were made by this service and are not parsed again.
"""

from __future__ import annotations

from typing import Any

import msgspec


class Out(msgspec.Struct, kw_only=True):
    """Base of what goes out."""


def raw(data: bytes) -> Any:
    """Stored JSON as a field of a record."""
    return msgspec.Raw(data)
