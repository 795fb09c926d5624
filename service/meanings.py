"""What the fields and parameters of the interface mean, written into its OpenAPI document."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import yaml
from marshmallow import class_registry

FILE = Path(__file__).with_suffix(".yaml")


def explain(schemas: dict[str, Any], calls: list[dict[str, Any]]) -> None:
    """Describe every schema, field and parameter that does not describe itself. Read when asked, not at the start."""
    meanings = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for name, schema in schemas.items():
        schema["description"] = _in_json(schema.get("description") or str(class_registry.get_class(name).__doc__))
        for field, described in schema.get("properties", {}).items():
            meaning = meanings["fields"].get(f"{name}.{field}") or meanings["fields"].get(field)
            described.setdefault("description", meaning)
    for parameter in (parameter for call in calls for parameter in call.get("parameters", ())):
        if not parameter.get("description"):
            parameter["description"] = meanings["parameters"].get(parameter["name"])


def _in_json(docstring: str) -> str:
    """What a docstring says, in JSON's words."""
    return re.sub(r"\bNone\b", "null", inspect.cleandoc(docstring))
