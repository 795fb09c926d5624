"""Accounts that exclude each other: each side says that the other did it, and a denial answers what is said."""

from __future__ import annotations

import pytest

from rules.model import Stance, Status
from tests.linking.conftest import Desk

CONTEST = {"outlet-0.example": Stance.SUPPORTS, "outlet-1.example": Stance.DENIES}


@pytest.mark.parametrize(("one", "other"), [
    ("Ostravian forces opened fire first on the border on Monday, the Luvian defence ministry said.",
     "Luvian forces opened fire first on the border on Monday, the Ostravian general staff said."),
    ("Russian forces shelled the dam at Bereznik, the Ukrainian defence ministry said.",
     "Ukrainian forces shelled the dam at Bereznik, the Russian defence ministry said."),
])  # fmt: skip
def test_who_blame_each_other_do_not_corroborate_each_other(desk: Desk, one: str, other: str) -> None:
    (case,) = desk.link(desk.article(one, "outlet-0.example"), desk.article(other, "outlet-1.example"))
    assert desk.stances(case) == CONTEST
    assert desk.assess(case).status is Status.CONTESTED


def test_two_words_for_one_doer_are_no_contradiction(desk: Desk) -> None:
    own = "The Freedom of Russia Legion said that its fighters had entered the village of Malye Berezy."
    enemy = "Ukrainian saboteurs entered the village of Malye Berezy, the governor of Belgorod region admitted."
    (case,) = desk.link(desk.article(own, "outlet-0.example"), desk.article(enemy, "outlet-1.example"))
    assert set(desk.stances(case).values()) == {Stance.SUPPORTS}


def test_a_denial_joins_what_it_answers_though_it_says_less(desk: Desk) -> None:
    article = desk.article(
        "The union of the Varno mill alleged that the brakes of the lift had been removed to save money. "
        "Lotus Paper, which owns the mill, denied that any brake had been removed.")
    case = desk.one("denied", article)
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.DENIES]


def test_a_deed_to_be_blamed_for_was_done_where_its_article_last_was(desk: Desk) -> None:
    ours = "Shells hit the village of Berezy on Tuesday, a nurse said. The militia accused the army of firing shells."
    theirs = "The militia shelled the village of Orlovka on Tuesday, the army said. It denied shelling Orlovka."
    cases = desk.link(desk.article(ours, "outlet-0.example"), desk.article(theirs, "outlet-1.example"))
    assert len(desk.about(cases, "Orlovka")) == 1
    assert not any("Orlovka" in case.case.text for case in desk.about(cases, "accused"))
