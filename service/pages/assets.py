"""Addresses of stylesheets, scripts and fonts that change with their content, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import url_for

STATIC = Path(__file__).resolve().parent.parent / "static"


def asset(name: str) -> str:
    """The address of a static file with a digest of what is in it."""
    return url_for("static", filename=name, v=_digest(name))


@lru_cache
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
