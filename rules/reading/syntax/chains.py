"""Reporting clauses as spans, and the chain of sources that nested clauses make."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Extent, Record, Span


class Clause(Record, frozen=True, kw_only=True):
    """Who says what in one clause, the outermost source first."""

    sources: tuple[Span, ...]
    cue: Span
    content: Span


def chain_of(clause: Clause, clauses: Sequence[Clause]) -> tuple[Span, ...]:
    """The sources of a clause, outermost first: those of the clauses that it is the content of come before its own."""
    outer = [c for c in clauses if c is not clause and holds(c.content, clause.cue)]
    outer.sort(key=lambda c: (c.content.start - c.content.end, c.content.start))
    return tuple(dict.fromkeys(source for c in (*outer, clause) for source in c.sources))


def holds(outer: Extent, inner: Extent) -> bool:
    """Whether one extent contains the other."""
    return outer.start <= inner.start and inner.end <= outer.end
