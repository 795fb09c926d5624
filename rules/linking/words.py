"""What English needs for linking statements, as `en/linking.yaml` gives it."""

from __future__ import annotations

from rules.model import Record


class LinkWords(Record, frozen=True, kw_only=True):
    """Words that mean footage, verbs that take no clause, and ends of clauses that refute."""

    footage: frozenset[str]
    clauseless: frozenset[str]
    refutations: tuple[str, ...]
