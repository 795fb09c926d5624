"""What English needs for linking statements, as `en/linking.yaml` gives it."""

from __future__ import annotations

from rules.model import Record


class LinkWords(Record, frozen=True, kw_only=True):
    """Words that mean footage, and ends of clauses that refute."""

    footage: frozenset[str]
    refutations: tuple[str, ...]
