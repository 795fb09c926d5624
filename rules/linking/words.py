"""What English needs for linking statements, as `en/linking.yaml` gives it."""

from __future__ import annotations

from rules.model import Record


class LinkWords(Record, frozen=True, kw_only=True):
    """Words that begin background; that begin what is only said aside; that look like an action and are none; that may
    stand between "not" and its verb; that mean footage; and ends of clauses that refute.
    """

    background: tuple[str, ...]
    aside: tuple[str, ...]
    idle: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    footage: frozenset[str]
    refutations: tuple[str, ...]
