"""Which cases of articles are about a claim that was sent by itself."""

from __future__ import annotations

import pytest

from rules.linking import PairLinker, Statement, about
from rules.rulebook import Rulebook


def said(name: str, day: int | None = None) -> Statement:
    days = (day, day) if day else None
    return Statement(id=name, document=name, text=name, denies=False, published_at=None, places=(), days=days)


@pytest.mark.parametrize(
    ("odds", "is_about"),
    [
        ({"a": 2.0, "b": 1.0}, True),  # of the others nothing is known
        ({"a": 2.0, "b": 1.0, "c": -9.0, "d": -9.0}, True),  # other words for it, or other sides of it
        ({"a": 2.0}, False),  # one likeness among four statements
        ({}, False),
    ],
)
def test_the_likest_half_of_a_case_decides(rulebook: Rulebook, odds: dict[str, float], is_about: bool) -> None:
    group = [said(name) for name in "abcd"]
    assert bool(about(odds, [group], rulebook.part(PairLinker))) is is_about


def test_of_cases_of_different_days_only_the_likest_is_taken(rulebook: Rulebook) -> None:
    groups = [[said("a", 100)], [said("b", 200)], [said("c", 201)]]
    taken = about({"a": 1.0, "b": 2.0, "c": 0.5}, groups, rulebook.part(PairLinker))
    assert [place for place, _ in taken] == [1, 2]
