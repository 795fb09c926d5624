"""What goes out, besides assessments: the records behind every answer and behind the OpenAPI document.

Fields that hold stored JSON carry it as `msgspec.Raw`, bytes that were made by this service and are not parsed again.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class Out(msgspec.Struct, kw_only=True):
    """Base of what goes out."""


def raw(data: bytes) -> Any:
    """Stored JSON as a field of a record."""
    return msgspec.Raw(data)


def opened(field: T, kind: type[T]) -> T:
    """A field of a record to be looked into, which may hold a record of that kind or its stored JSON."""
    return msgspec.json.decode(field, type=kind) if isinstance(field, msgspec.Raw) else field
