"""A rule: a question about a report, an origin, its rank or the case, answered by a condition tree over facts.

A rule observes; it has no points. What its finding weighs stands in `weights.yaml`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

import msgspec

from rules.model import Factor, Record, Report

T = TypeVar("T")
Said = Annotated[str, msgspec.Meta(min_length=1)]
Some = Annotated[tuple[T, ...], msgspec.Meta(min_length=1)]


class Example(Record, frozen=True, kw_only=True):
    """A small case on which a rule must, or must not, come out true."""

    text: str = "The bridge at Orlovka was destroyed."
    reports: tuple[Report, ...] = ()
    date: str | None = None


class RuleEntry(Record, frozen=True, kw_only=True):
    """One rule as analysts write it.

    `when` decides between true and false (unknown where a fact is missing), `applies` between that and
    not_applicable. `measure` names a fact from 0 to 1 that scales the weight; `level` one whose value picks it.
    `reason` is a sentence with facts in braces; `words` has for some of these how each value is worded.
    """

    id: str
    factor: Factor
    per: Literal["report", "origin", "case", "rank"]
    question: Said
    when: dict[str, Any]
    reason: Said
    citation: Said
    hits: Some[Example]
    misses: Some[Example]
    applies: dict[str, Any] | None = None
    measure: str | None = None
    level: str | None = None
    words: dict[str, dict[str, str]] = {}
    evidence: Literal["source", "hedge", "none"] = "source"
