"""Wordings as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.patterns import filled


class Wording(Record, frozen=True, kw_only=True):
    """A regular expression, used in any case, with the texts that it must and must not fit, which are its tests."""

    id: str
    pattern: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]


W = TypeVar("W", bound=Wording)


def wordings(rulebook: Rulebook, file: str, kind: type[W]) -> tuple[W, ...]:
    """The entries of a file, whose patterns may have parts of `en/wording_parts.yaml`: "reject (?:{claims})"."""
    return in_full(rulebook, rulebook.entries(file, kind))


def in_full(rulebook: Rulebook, entries: Iterable[W]) -> tuple[W, ...]:
    """The entries with those parts in their patterns."""
    parts = in_parts(rulebook)
    return tuple(msgspec.structs.replace(entry, pattern=filled(entry.pattern, parts)) for entry in entries)


def in_parts(rulebook: Rulebook) -> dict[str, str]:
    """What each part, with its name in braces, stands for."""
    return {f"{{{name}}}": part for name, part in rulebook.table("en/wording_parts.yaml", dict[str, str]).items()}
