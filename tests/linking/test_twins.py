"""What many outlets carry word for word is one thing that weighs as many, and stays together."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.linking import Odds, Read, Statement, Twins, cluster, pair
from rules.model import Document

KINDS = 5


def said(kind: int, document: int, text: str | None = None, day: str = "2026-03-01") -> Statement:
    return Statement(id=f"{document:03d}-{kind:04d}", document=f"{document}", text=text or f"kind {kind}", denies=False,
                     published_at=day, places=(), days=None)


def partition(groups: list[tuple[Statement, ...]]) -> set[frozenset[str]]:
    return {frozenset(item.id for item in group) for group in groups}


class Drawn:
    """Which articles carry which kinds of statements, and what any two kinds are to each other, beside and apart."""

    def __init__(self, seed: int) -> None:
        chance = Random(seed)
        self.items = [said(kind, document) for document in range(chance.randint(1, 9))
                      for kind in range(KINDS) if chance.random() < 0.6]
        self._odds = {(*key, beside): chance.uniform(-6, 6) for key in combinations(range(KINDS), 2)
                      for beside in (True, False)}

    def odds(self, items: list[Statement]) -> Odds:
        return {pair(a.id, b.id): self.between(a, b) for a, b in combinations(items, 2)}

    def between(self, a: Statement, b: Statement) -> float:
        one, other = sorted((int(a.id[4:]), int(b.id[4:])))
        return 9.0 if one == other else self._odds[one, other, a.document == b.document]


@given(st.integers(0, 10**6).map(Drawn))
def test_copies_are_clustered_as_if_each_stood_for_itself(drawn: Drawn) -> None:
    alone = [said(int(item.id[4:]), int(item.document), text=item.id) for item in drawn.items]
    odds = drawn.odds(drawn.items)
    assert partition(cluster(drawn.items, odds)) == partition(cluster(alone, odds))


@given(st.integers(0, 10**6).map(Drawn))
def test_what_is_known_of_two_copies_holds_for_all(drawn: Drawn) -> None:
    """Two articles that carry everything are compared with each other, the rest with its twins in these."""
    whole = [said(kind, document) for document in (0, 1) for kind in range(KINDS)]
    rest = [item for item in drawn.items if int(item.document) > 1]
    twins = {pair(item.id, first.id): 9.0 for item in rest for first in whole[:KINDS] if item.text == first.text}
    known, everything = drawn.odds(whole) | twins, drawn.odds([*whole, *rest])
    assert partition(cluster([*whole, *rest], known)) == partition(cluster([*whole, *rest], everything))


def test_copies_that_nobody_compared_with_each_other_stay_together() -> None:
    items = [said(0, document) for document in range(400)]
    odds = {pair(items[0].id, item.id): 2.0 for item in items[1:]}
    assert len(cluster(items, odds)) == 1


@pytest.mark.parametrize("odds", [{}, {("000-0000", "001-0000"): -1.0}])
def test_what_is_not_linked_with_its_copy_stays_apart(odds: Odds) -> None:
    assert len(cluster([said(0, 0), said(0, 1)], odds)) == 2


def test_what_is_told_on_another_day_or_twice_in_one_article_is_no_copy() -> None:
    items = [said(0, 0), said(0, 1, day="2026-03-02"), said(0, 2), Statement(
        id="002-0009", document="2", text="kind 0", denies=False, published_at="2026-03-01", places=(), days=None)]
    odds = {pair(a.id, b.id): 5.0 for a, b in combinations(items, 2)}
    assert [[item.id for item in members] for members in Twins(items, odds).members.values()] == [
        ["000-0000", "002-0000"], ["002-0009"], ["001-0000"]]


def test_what_one_copy_is_to_a_claim_all_are() -> None:
    items = [said(0, 0), said(0, 1), said(0, 2), said(1, 2)]
    twins = Twins(items, {pair(items[0].id, item.id): 5.0 for item in items[1:3]})
    assert twins.spread({items[1].id: 4.0, "elsewhere": 9.0}) == {item.id: 4.0 for item in items[:3]}


@pytest.mark.parametrize("outlets", [3, 80])
def test_articles_that_many_outlets_carry_make_the_cases_of_one(outlets: int) -> None:
    """Of eighty copies more share all words with one than are compared with it."""
    rulebook = rules.load_rulebook()
    text = ("The governor of Lorn said a drone had struck the grain depot in Dolny Lug on Monday. "
            "Residents of Dolny Lug heard two blasts. The army denied that its drones had struck the depot.")
    read = [Read.of(document, rules.read(document, rulebook)) for document in (
        Document(text=text, publisher=f"{n}.example", published_at="2026-03-02") for n in range(outlets))]
    once, often = rules.link(read[:2], rulebook), rules.link(read, rulebook)
    assert [case.case.text for case in often] == [case.case.text for case in once]
    assert [2 * len(case.members) for case in often] == [outlets * len(case.members) for case in once]
