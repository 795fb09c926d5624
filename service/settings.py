"""What can be set from outside: by arguments, else by environment variables named CORROBORA_ and the field."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

from rules.errors import perhaps

PREFIX = "CORROBORA_"
OF_COMMANDS = ("HOST", "WORKERS", "TRACEBACK")
"""What only the command line asks the environment for."""
_OF_CONTAINERS = re.compile(r"_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_[A-Z]+(_|$)")
_ADDRESS = re.compile(r"(tcp|udp|sctp)://")
"""Kubernetes tells each container of a service called corrobora by variables that begin like a setting."""
_SITE = re.compile(r"\*|null|[a-z][a-z0-9+.-]*://[^/\s]+")


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
        """Settings from arguments, else the environment, else the defaults; raises SettingsError.

        >>> Settings.load({"CORROBORA_MAX_REPORTS": "5"}, max_text=80).max_reports
        5
        """
        refuse_unknown(environ)
        kinds = get_type_hints(cls)
        found = {f.name: _read(f.name, kinds[f.name], environ) for f in fields(cls) if _variable(f.name) in environ}
        return cls(**found | {name: value for name, value in given.items() if value is not None})


def refuse_unknown(environ: Mapping[str, str]) -> None:
    """Raise SettingsError for a variable that looks like a setting and is none, or it would be ignored in silence.

    >>> refuse_unknown({"CORROBORA_DATABSE": "sqlite:///claims.db"})
    Traceback (most recent call last):
    service.settings.SettingsError: unknown setting “CORROBORA_DATABSE”, did you mean “CORROBORA_DATABASE”?
    """
    known = {_variable(name) for name in (*OF_COMMANDS, *(f.name for f in fields(Settings)))}
    for name in sorted(environ):
        if name.upper().startswith(PREFIX) and name not in known and not _by_kubernetes(name, environ[name]):
            raise SettingsError(f"unknown setting “{name}”, {perhaps(name.upper(), known)}")


def _by_kubernetes(name: str, value: str) -> bool:
    return bool(_OF_CONTAINERS.search(name) or _ADDRESS.match(value))


def _variable(name: str) -> str:
    return f"{PREFIX}{name.upper()}"


def _read(name: str, kind: Any, environ: Mapping[str, str]) -> Any:
    text = environ[_variable(name)].strip()
    if kind in (int, float):
        return _number(_variable(name), kind, text)
    if kind == tuple[str, ...]:
        return tuple(_site(_variable(name), part.strip()) for part in text.split(",") if part.strip())
    return text if kind is str else (Path(text) if text else None)


def _number(variable: str, kind: type[Any], text: str) -> Any:
    try:
        number = kind(text)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise SettingsError(f"{variable} must be a {'' if kind is float else 'whole '}number, 0 or more, not “{text}”")
    return number


def _site(variable: str, text: str) -> str:
    """A site as browsers name it in `Origin`; anything else would match none."""
    if not _SITE.fullmatch(text):
        raise SettingsError(f"{variable} must be sites such as https://a.example, or *, not “{text}”")
    return text
