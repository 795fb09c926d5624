"""On which days something may have happened: stated, guessed from when it was said, or long before an answer to it."""

from __future__ import annotations

from datetime import date

import pytest

from rules.model import Status
from tests.linking.conftest import Desk, told

SHELLED = "Shelling of the town of Dolny Lug killed {} people, the governor said."


@pytest.mark.parametrize("text", [SHELLED, f"On Tuesday s{SHELLED[1:]}"])
def test_shelling_reported_four_days_later_without_a_day_is_another_shelling(desk: Desk, text: str) -> None:
    first = desk.article(text.format("two"), "outlet-0.example", "2025-03-04T12:00:00Z")
    again = desk.article(SHELLED.format("three"), "outlet-1.example", "2025-03-08T12:00:00Z")
    assert len(desk.link(first, again)) == 2


def test_shelling_reported_on_the_next_day_without_a_day_may_be_the_same(desk: Desk) -> None:
    first = desk.article(SHELLED.format("two"), "outlet-0.example", "2025-03-04T12:00:00Z")
    again = desk.article(SHELLED.format("three"), "outlet-1.example", "2025-03-05T12:00:00Z")
    assert len(desk.link(first, again)) == 1


@pytest.mark.parametrize(("text", "first"), [
    ("The bridge at Dolny Lug collapsed on Tuesday, the mayor said.", "2025-03-04"),
    ("The bridge at Dolny Lug had collapsed, the mayor said on Tuesday.", "2025-03-02"),
    ("The mayor admitted on Tuesday that the bridge at Dolny Lug had collapsed.", "2025-02-18"),
    ("The mayor denied that the bridge at Dolny Lug had collapsed.", "2025-02-19"),
])
def test_what_is_said_on_a_day_has_happened_by_then(desk: Desk, text: str, first: str) -> None:
    (statement,) = told(desk, text, "2025-03-05T12:00:00Z")
    assert statement.days is not None and date.fromordinal(statement.days[0]).isoformat() == first


def test_an_admission_a_week_later_confirms_the_claim(desk: Desk) -> None:
    claim = "The Volkan chemical works spilled mercury into the Lomra river, a group of fishermen said."
    admission = "The Volkan chemical works admitted on Friday that it had spilled mercury into the Lomra river."
    case = desk.one("fishermen", desk.article(claim, "outlet-0.example", "2025-03-04T12:00:00Z"),
                    desk.article(admission, "outlet-1.example", "2025-03-14T12:00:00Z"))
    assert desk.assess(case).status is Status.CONFIRMED


BURNED = "Five residents died when the home for the elderly at Dolny Lug burned, the fire brigade said."
CHARGED = "Police arrested the head of the home at Dolny Lug that burned on {}. Seven residents died, they said."


def test_a_short_article_that_names_an_earlier_day_tells_of_it_without_saying_so_again(desk: Desk) -> None:
    first = desk.article(BURNED, "outlet-0.example", "2025-03-04T12:00:00Z")
    later = desk.article(CHARGED.format("4 March"), "outlet-1.example", "2025-03-13T12:00:00Z")
    assert [len({member.document for member in case.members})
            for case in desk.about(desk.link(first, later), "residents")] == [2]


def test_an_article_that_names_another_earlier_day_tells_of_another_fire(desk: Desk) -> None:
    first = desk.article(BURNED, "outlet-0.example", "2025-03-04T12:00:00Z")
    later = desk.article(CHARGED.format("11 March"), "outlet-1.example", "2025-03-13T12:00:00Z")
    assert len(desk.about(desk.link(first, later), "residents")) == 2
