"""What English needs for linking statements, as `en/linking.yaml` gives it."""

from __future__ import annotations

from rules.model import Record


class LinkWords(Record, frozen=True, kw_only=True):
    """Words that mean footage, verbs that take no clause, ends of clauses that refute, and nouns for what joins two
    things: who says that there is none denies neither of these.
    """

    footage: frozenset[str]
    clauseless: frozenset[str]
    refutations: tuple[str, ...]
    relations: frozenset[str]
