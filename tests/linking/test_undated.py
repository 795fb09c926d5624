"""Articles without a date, as people paste them: what they tell of is told apart by where it happened."""

from __future__ import annotations

from datetime import date

import pytest

from rules.facets import Gazetteer
from rules.linking.days import days_of
from rules.linking.settings import Settings
from rules.linking.stating import statements
from rules.rulebook import Rulebook
from tests.linking.conftest import Desk

SPRING = (
    "Militants crossed the border into Lornia at dawn, the army said. They shelled the village of Ostry Brod.\n\n"
    "Two people were wounded in the village of Ostry Brod, its mayor said."
)
SPRING_AGAIN = (
    "The army said that militants had crossed the border into Lornia. The village of Ostry Brod was hit by mortars."
)
AUTUMN = (
    "Militants crossed the border into Lornia on Tuesday, the army said. They fired on the village of Dalny Mys.\n\n"
    "Five people were wounded in the village of Dalny Mys, its mayor said. A raid had hit Ostry Brod last year."
)


def test_two_raids_of_one_kind_are_told_apart_by_their_villages(desk: Desk) -> None:
    spring, again, autumn = (desk.article(text, f"{number}.example", day=None)
                             for number, text in enumerate((SPRING, SPRING_AGAIN, AUTUMN)))
    crossings = desk.about(desk.link(spring, again, autumn), "crossed the border")
    told = sorted(sorted({member.document for member in case.members}) for case in crossings)
    assert told == sorted([sorted([spring.key, again.key]), [autumn.key]])


def test_a_date_in_one_of_two_articles_does_not_join_them(desk: Desk) -> None:
    cases = desk.link(desk.article(SPRING, "a.example"), desk.article(AUTUMN, "b.example", day=None))
    assert all(len({member.document for member in case.members}) == 1 for case in cases)


def test_what_is_recalled_is_not_the_news(desk: Desk) -> None:
    news = desk.article("Militants crossed the border near Ostry Brod, the army said.", day=None)
    recalled = desk.article("In March militants crossed the border near Ostry Brod, it said.", "b.example", day=None)
    assert len(desk.about(desk.link(news, recalled), "crossed")) == 2


def test_a_toll_in_a_district_meets_that_of_its_region(desk: Desk) -> None:
    village = desk.article("Two people were wounded in Kozinka, the mayor said.", "a.example")
    region = desk.article("Two people were hurt in the Belgorod region, doctors said.", "b.example")
    elsewhere = desk.article("Two people were hurt in the Kursk region, doctors said.", "c.example")
    told = sorted(len(case.members) for case in desk.link(village, region, elsewhere))
    assert told == [1, 2]


@pytest.mark.parametrize(
    ("told", "is_past"),
    [
        ("The mill at Ostwick burned on Monday.", False),
        ("The mill at Ostwick burned on 5 June.", False),
        ("The mill at Ostwick burned in March.", True),
        ("The mill at Ostwick burned last summer.", True),
        ("The mill at Ostwick burned two months ago.", True),
        ("The mill at Ostwick has been shut since March.", False),
        ("The mill at Ostwick burned.", False),
    ],
)
def test_past_is_what_was_over_weeks_before(desk: Desk, told: str, is_past: bool) -> None:
    article = desk.article(told, day=None)
    (said,) = statements(article.reading, article.document, article.key, desk.rulebook)
    assert said.past is is_past


def test_a_setting_has_the_places_named_most_and_no_seat_of_power(rulebook: Rulebook) -> None:
    text = "Kyiv denied it. Fighters left Belgorod for Tetkino and Kozinka; Kozinka was shelled."
    assert rulebook.part(Settings).of(rulebook.part(Gazetteer).find(text)) == ("Kozinka", "Tetkino")


def test_the_voice_of_an_article_without_a_publisher_is_nobody_whom_it_mentions(desk: Desk) -> None:
    text = "A tank crossed the border as the Sons of Lorn claimed to have seized a village.\n\nNobody else saw it."
    case = next(case for case in desk.link(desk.article(text, None, day=None)) if "crossed" in case.case.text)
    assert [origin.class_ for origin in desk.assess(case).origins] == ["unattributed"]


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2024-03-12", date(2024, 3, 12), date(2024, 3, 12)),
        ("2024-W11", date(2024, 3, 11), date(2024, 3, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12/2024-02", date(2023, 12, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_stated_time_covers_whole_days(stated: str, first: date, last: date) -> None:
    assert days_of(stated) == (first.toordinal(), last.toordinal())
