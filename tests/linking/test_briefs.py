"""Short articles on one story: what they say in words of their own meets within half a day, or by an equal figure."""

from __future__ import annotations

import msgspec
import pytest

from rules.linking import PairLinker
from rules.linking.bearing import Bearing
from rules.linking.stories import brevity, one_edition
from tests.linking.conftest import Desk, told

FERRY = "The ferries Alma and Berta collided in fog off Tormouth on Friday, the harbour office said. "
CRASH = "In thick fog the ferries Berta and Alma have run into each other near Tormouth, said the harbour office. "
RADAR = "The Berta had no working radar.", "One of the two sailed without radar."
MORNING, EVENING, NEXT = "2025-03-04T08:00:00Z", "2025-03-04T19:00:00+00:00", "2025-03-05T21:00:00Z"


def test_what_two_of_them_say_within_half_a_day_is_likelier_one_claim_than_what_comes_later(desk: Desk) -> None:
    linker = desk.rulebook.part(PairLinker)
    one, *others = (linker.prepare(told(desk, article, day)[-1]) for article, day in (
        (FERRY + RADAR[0], MORNING), (CRASH + RADAR[1], EVENING), (CRASH + RADAR[1], NEXT)))
    soon, later = (linker.log_odds(one, other) for other in others)
    assert soon > later


@pytest.mark.parametrize(("counted", "one"), [("There were 340 people", True), ("There were 120 cars", False)])
def test_an_equal_figure_joins_them_whenever_they_appear(desk: Desk, counted: str, one: bool) -> None:
    articles = (desk.article(FERRY + "Some 340 travellers were on board.", "a.example", MORNING),
                desk.article(f"{CRASH}{counted} on the boats.", "b.example", NEXT))
    cases = desk.link(*articles)
    assert (desk.about(cases, "travellers") == desk.about(cases, counted)) is one


def test_the_more_pairs_of_statements_the_less_it_tells(desk: Desk) -> None:
    one, other = (told(desk, article + " ".join(RADAR))[0] for article in (FERRY, CRASH))
    one = msgspec.structs.replace(one, total=1)
    sizes = [brevity(one, msgspec.structs.replace(other, total=total)) for total in (1, 8, 40, 64, 0)]
    assert sizes == pytest.approx([1 - 1 / 64, 1 - 8 / 64, 1 - 40 / 64, 0, 0])
    assert brevity(one, one) == 0  # two statements of one article
    assert brevity(one, msgspec.structs.replace(other, total=1, story=("fog", "ferry"))) == 0


def test_what_they_mean_in_words_of_their_own_is_one_claim_and_in_long_ones_chance(desk: Desk) -> None:
    linker = desk.rulebook.part(PairLinker)
    given, got = (told(desk, article + said, day)[-1] for article, said, day in (
        (FERRY, "Passengers were given blankets and tea, a nurse said.", MORNING),
        (CRASH, "The travellers got tea and warm blankets, said a nurse.", NEXT)))
    odds = [linker.log_odds(*(linker.prepare(msgspec.structs.replace(item, total=total)) for item in (given, got)))
            for total in (3, 10, 16, 40)]
    assert odds[0] > odds[1] > 0 > odds[2] == odds[3]


def test_moments_are_compared_in_whatever_zone_and_unknown_ones_are_never_near(desk: Desk) -> None:
    one, *_ = told(desk, FERRY)
    at = [msgspec.structs.replace(one, published_at=moment) for moment in (MORNING, EVENING, NEXT, "2025-03-04", None)]
    assert [one_edition(at[0], other) for other in at] == [True, True, False, True, False]


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("14 boats", "14 crates", True), ("two sailors", "two people", True), ("two boats", "two crates", False),
    ("one boat", "one boat", False), ("14 boats", "15 boats", False),
])
def test_small_figures_are_one_only_of_what_may_be_the_same(desk: Desk, one: str, other: str, alike: bool) -> None:
    mine, yours = (told(desk, f"The harbour office counted {what}.")[0] for what in (one, other))
    assert desk.rulebook.part(Bearing).count_alike(mine, yours) is alike
