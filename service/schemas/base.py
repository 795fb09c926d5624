"""The parts that every schema of the contract shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, post_load

from rules.errors import perhaps


class Input(Schema):
    """A JSON object with known fields only. Null means the same as leaving a field out."""

    class Meta:
        unknown = RAISE

    error_messages = {"type": "must be a JSON object", "unknown": "is not a known field"}

    @post_load
    def _without_nulls(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {key: value for key, value in data.items() if value is not None}

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **kwargs: Any) -> None:
        """Name the nearest valid field where an unknown one was sent, in the order in which they were sent."""
        known = {field.data_key or name for name, field in self.load_fields.items()}
        if not (isinstance(error.messages, dict) and isinstance(data, Mapping)):
            return
        for key in [key for key in data if key in error.messages and key not in known]:
            del error.messages[key]
            error.messages[key] = [", ".join(filter(None, ("is not a known field", perhaps(key, known))))]
