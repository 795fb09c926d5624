"""The source registry as it is answered."""

from __future__ import annotations

import msgspec

from service.records import Out


class SourceEntry(Out):
    """A source as the rulebook's registry knows it (`own` false) or as this organisation entered it (`own` true)."""

    id: str
    name: str
    class_: str = msgspec.field(name="class")
    side: str | None
    reliability: str | None
    aliases: list[str]
    people: list[str]
    domains: list[str]
    family: str | None
    own: bool


class SourcePage(Out):
    """One page of sources."""

    items: list[SourceEntry]
    next_cursor: str | None
