"""What two statements tell was done: one deed, its victims, or the topic of an article, which says nothing."""

from __future__ import annotations

import msgspec
import pytest

from rules.linking.beside import Beside, Comparison
from rules.linking.data import LinkWeights
from rules.linking.deeds import Deeds
from rules.linking.prepared import Preparer
from rules.linking.statement import Statement
from tests.linking.conftest import Desk, told

STORY = "The Ostwick council met in the Ostwick town hall over the Ostwick budget on Monday. "
LEFT = STORY + "Ana Dovik resigned as treasurer of Ostwick."
QUIT = STORY + "Treasurer Ana Dovik has stepped down in Ostwick."


def beside(desk: Desk, one: Statement, other: Statement) -> Beside:
    prepare = desk.rulebook.part(Preparer).prepare
    return desk.rulebook.part(Comparison).of(prepare(one), prepare(other))


@pytest.fixture
def deeds(desk: Desk) -> Deeds:
    return desk.rulebook.part(Deeds)


def test_one_deed_is_a_kind_that_both_tell_of_unless_either_article_goes_on_about_it(desk: Desk, deeds: Deeds) -> None:
    left, quit_ = (told(desk, text)[-1] for text in (LEFT, QUIT))
    topical = msgspec.structs.replace(quit_, topics=("resignation",))
    pair, same = beside(desk, left, quit_), beside(desk, left, topical)
    assert len(deeds.one(pair.a, pair.b)) == 1
    assert not deeds.one(same.a, same.b)


def test_two_statements_of_one_article_tell_of_two_deeds_of_ordinary_news(desk: Desk, deeds: Deeds) -> None:
    left, quit_ = (told(desk, text)[-1] for text in (LEFT, QUIT))
    pair = beside(desk, left, msgspec.structs.replace(quit_, document=left.document))
    assert not deeds.one(pair.a, pair.b)


def test_within_one_story_a_deed_speaks_the_more_for_one_claim(desk: Desk, deeds: Deeds) -> None:
    pair = beside(desk, *(told(desk, text)[-1] for text in (LEFT, QUIT)))
    one = deeds.one(pair.a, pair.b)
    assert pair.told
    assert deeds.log_odds(pair, one) > deeds.log_odds(pair, frozenset()) > 0
    apart = msgspec.structs.replace(pair, told=False)
    assert deeds.log_odds(apart, one) == deeds.log_odds(pair, frozenset())


@pytest.mark.parametrize(("one", "other", "weight"), [
    ("Troops entered Ostwick.", "Four people were killed in Ostwick.", "other_action"),
    ("Troops entered Ostwick.", "Ana Dovik resigned as treasurer of Ostwick.", "no_action"),
    ("Troops entered Ostwick.", "It was a quiet day in Ostwick.", "no_action"),
])
def test_another_deed_of_war_speaks_against_one_claim_and_ordinary_news_does_not(
    desk: Desk, deeds: Deeds, one: str, other: str, weight: str
) -> None:
    pair = beside(desk, told(desk, one)[0], told(desk, other)[0])
    assert not pair.told
    weights = desk.rulebook.table("linking.yaml", LinkWeights)
    assert deeds.log_odds(pair, deeds.one(pair.a, pair.b)) == getattr(weights, weight)


@pytest.mark.parametrize(("text", "counts"), [
    ("Four people died in Ostwick.", True),
    ("Four people were killed and nine wounded in Ostwick.", True),
    ("Four people were killed and nine wounded as troops entered Ostwick.", False),
])
def test_whoever_counts_the_victims_tells_of_no_further_deed(desk: Desk, deeds: Deeds, text: str, counts: bool) -> None:
    blast = told(desk, "An explosion in Ostwick killed four people and wounded nine.")[0]
    pair, turned = (beside(desk, *items) for items in ((blast, told(desk, text)[0]), (told(desk, text)[0], blast)))
    bare = beside(desk, blast, msgspec.structs.replace(blast, id="another"))
    one = deeds.one(pair.a, pair.b)
    assert (deeds.log_odds(pair, one) == deeds.log_odds(bare, one)) is counts
    assert deeds.log_odds(turned, one) == deeds.log_odds(pair, one)
