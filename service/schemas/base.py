"""The parts that every schema of the contract shares."""

from __future__ import annotations

import difflib
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, post_load


class Input(Schema):
    """A JSON object with known fields only. Null means the same as leaving a field out."""

    class Meta:
        unknown = RAISE

    error_messages = {"type": "must be a JSON object", "unknown": "is not a known field"}

    @post_load
    def _without_nulls(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {key: value for key, value in data.items() if value is not None}

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **kwargs: Any) -> None:
        """Name the nearest valid field where an unknown one was sent."""
        known = sorted(field.data_key or name for name, field in self.load_fields.items())
        messages = error.messages if isinstance(error.messages, dict) else {}
        for key in set(messages) - set(known) - {"_schema"}:
            near = difflib.get_close_matches(str(key), known, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"known are: {', '.join(known)}"
            messages[key] = [f"is not a known field; {hint}"]
