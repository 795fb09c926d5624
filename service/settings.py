"""What can be set from outside: by arguments, else by environment variables named CORROBORA_ and the field."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints


class SettingsError(Exception):
    """A setting that cannot be used; its text is one sentence for a person."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How this server runs. Sizes in bytes, lengths in characters, times in seconds."""

    database: str = "sqlite:///var/corrobora.db"
    rulebook: Path | None = None
    cors_origins: tuple[str, ...] = ()
    max_body: int = 2_000_000
    max_reports: int = 1_000
    max_text: int = 100_000
    max_batch: int = 2_000_000_000
    max_batch_lines: int = 1_000_000
    busy_timeout: float = 10.0
    event_streams: int = 32
    event_poll: float = 1.0
    event_lifetime: float = 300.0
    source_poll: float = 1.0
    proxies: int = 0

    @classmethod
    def load(cls, environ: Mapping[str, str] = os.environ, **given: Any) -> Settings:
        """Settings from arguments, else the environment, else the defaults.

        >>> Settings.load({"CORROBORA_MAX_REPORTS": "5"}, max_text=80).max_reports
        5
        """
        kinds = get_type_hints(cls)
        found = {f.name: _read(f.name, kinds[f.name], environ) for f in fields(cls) if _variable(f.name) in environ}
        return cls(**found | {name: value for name, value in given.items() if value is not None})


def _variable(name: str) -> str:
    return f"CORROBORA_{name.upper()}"


def _read(name: str, kind: Any, environ: Mapping[str, str]) -> Any:
    text = environ[_variable(name)].strip()
    if kind in (int, float):
        return _number(_variable(name), kind, text)
    if kind == tuple[str, ...]:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text if kind is str else (Path(text) if text else None)


def _number(variable: str, kind: type[Any], text: str) -> Any:
    try:
        number = kind(text)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise SettingsError(f"{variable} must be a {'' if kind is float else 'whole '}number, 0 or more, not “{text}”")
    return number
