"""Numbers, times and places as news writes them, with their values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import load_rulebook
from rules.facets import Gazetteer, NumberReader, TimeReader, name_key

RULEBOOK = load_rulebook()
PUBLISHED = "2024-03-12T08:00:00Z"  # a Tuesday

NUMBERS = [
    ("six people were hurt", "6", "exact", "people"),
    ("at least six people were hurt", "6", "at_least", "people"),
    ("more than two dozen drones flew", "24", "at_least", "drones"),
    ("up to 1,250 soldiers marched", "1250", "at_most", "soldiers"),
    ("about 50 armed men crossed", "50", "about", "armed men"),
    ("twenty-five houses burned", "25", "exact", "houses"),
    ("hundreds of residents left", "200", "at_least", "residents"),
    ("it cost $2.5 billion", "2500000000", "exact", None),
    ("some 40% of homes lost power", "40", "about", "%"),
    ("a dozen tanks rolled in", "12", "about", "tanks"),
]


@pytest.mark.parametrize(("text", "value", "qualifier", "counted"), NUMBERS)
def test_a_number_has_a_value_and_what_it_counts(text: str, value: str, qualifier: str, counted: str | None) -> None:
    (found,) = RULEBOOK.part(NumberReader).find(text)
    assert (found.value, found.qualifier, found.counted) == (value, qualifier, counted)


NOTHING_COUNTED = ["one of them", "no one knew", "a 35-year-old", "at 5 a.m. today", "on 12 March", "an Il-76 jet"]


@pytest.mark.parametrize("text", NOTHING_COUNTED)
def test_ages_dates_hours_and_the_pronoun_one_count_nothing(text: str) -> None:
    assert list(RULEBOOK.part(NumberReader).find(text)) == []


TIMES = [
    ("on Monday", "2024-03-11", 1),
    ("on Tuesday morning", "2024-03-12", 1),
    ("last Tuesday", "2024-03-05", 1),
    ("voting will start on Friday", "2024-03-15", 1),
    ("the king will give up his seat in the council on 1 September", "2024-09-01", 1),
    ("it will end; he was freed by a jury in Lindow on Monday", "2024-03-11", 1),
    ("a sample given by Mark on 8 March", "2024-03-08", 1),
    ("to be paid by the end of June", "2024-06", 4),
    ("in June", "2023-06", 4),
    ("in March", "2024-03", 4),
    ("in May last year", "2023-05", 4),
    ("on 3 May next year", "2025-05-03", 1),
    ("in late 2019", "2019", 5),
    ("the bridge will open by 2031", "2031", 5),
    ("on 22 May 2023", "2023-05-22", 1),
    ("on May 22", "2023-05-22", 1),
    ("the strike called from March 25", "2024-03-25", 1),
    ("on 2023-05-22", "2023-05-22", 1),
    ("last summer", "2023-06/2023-08", 5),
    ("earlier today", "2024-03-12", 1),
    ("yesterday", "2024-03-11", 1),
    ("three days ago", "2024-03-09", 1),
    ("a year ago", "2023", 5),
    ("last week", "2024-W10", 3),
    ("next month", "2024-04", 4),
    ("in 2014", "2014", 5),
]


@pytest.mark.parametrize(("text", "value", "precision"), TIMES)
def test_a_time_is_resolved_against_the_day_of_publication(text: str, value: str, precision: int) -> None:
    (found,) = RULEBOOK.part(TimeReader).find(text, PUBLISHED)
    assert (found.value, found.precision) == (value, precision)


def test_a_relative_day_without_a_day_of_publication_has_no_value() -> None:
    (found,) = RULEBOOK.part(TimeReader).find("on Monday")
    assert found.value is None


@pytest.mark.parametrize("text", ["it may rain", "they march on", "May he rest", "31 February 2023", "the mar of it"])
def test_words_that_look_like_months_and_days_that_do_not_exist_have_no_date(text: str) -> None:
    assert all(found.value is None for found in RULEBOOK.part(TimeReader).find(text, PUBLISHED))


PLACES = [
    ("they entered Tyotkino", "Tetkino", 1),
    ("smoke near Grayvoron", "Graivoron", 2),
    ("in the Belgorod region", "Belgorod region", 4),
    ("in Ukraine", "Ukraine", 6),
    ("the village of Vastrovo", "Vastrovo", 1),
    ("a fire in Lower Marsh", "Lower Marsh", 1),
    ("the Northmoor district", "Northmoor district", 3),
]


@pytest.mark.parametrize(("text", "value", "precision"), PLACES)
def test_a_place_has_its_listed_name_and_precision(text: str, value: str, precision: int) -> None:
    (found,) = RULEBOOK.part(Gazetteer).find(text)
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize("text", ["Moscow said so", "in March", "a post on Telegram", "the head of the Harbour Legion"])
def test_governments_months_and_bodies_are_no_places(text: str) -> None:
    assert list(RULEBOOK.part(Gazetteer).find(text)) == []


@pytest.mark.parametrize("text, places", [
    ("schools in the Belgorod and Kursk regions closed", ["Belgorod region", "Kursk region"]),
    ("shells fell in the regions of Belgorod and Kursk", ["Belgorod region", "Kursk region"]),
    ("a raid on Belgorod and the Kursk region", ["Belgorod", "Kursk region"]),
    ("shots were heard in Belgorod and Kursk", ["Belgorod", "Kursk"]),
])
def test_regions_named_together_are_no_towns(text: str, places: list[str]) -> None:
    assert [mention.value for mention in RULEBOOK.part(Gazetteer).find(text)] == places


def test_a_place_lies_in_its_region_and_country() -> None:
    assert RULEBOOK.part(Gazetteer).within("Kosinka") == ("Belgorod region", "Russia")


SPELLINGS = [("Grayvoron", "Graivoron"), ("Zelenskyy", "Zelenskiy"), ("Lugansk", "Luhansk")]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_transliterations_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@given(st.text(max_size=150) | st.text("2 May10,-th/Monday$%", max_size=60), st.none() | st.dates().map(str))
def test_spans_of_numbers_times_and_places_are_what_stands_there(text: str, published: str | None) -> None:
    times = RULEBOOK.part(TimeReader).find(text, published)
    for found in (*RULEBOOK.part(NumberReader).find(text), *RULEBOOK.part(Gazetteer).find(text), *times):
        assert text[found.start : found.end] == found.text
