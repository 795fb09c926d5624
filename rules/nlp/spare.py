"""Keeps spaCy from loading its command line, with its downloader and clients of the network: a tenth of its start."""

from __future__ import annotations

import sys
from types import ModuleType

_COMMAND = ModuleType("spacy.cli.info")
_COMMAND.info = None  # type: ignore[attr-defined]  # all that importing spaCy takes from its commands
sys.modules.setdefault(_COMMAND.__name__, _COMMAND)
