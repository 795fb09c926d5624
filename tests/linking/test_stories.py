"""Articles of one story: what they say in other words meets, and what else happens in the same town does not."""

from __future__ import annotations

import pytest

from rules.linking.stories import Stories, one_story
from rules.model import Stance
from rules.rulebook import Rulebook
from tests.linking.conftest import Desk, told

STRIKE = "Bus drivers in Tormouth walked out on Friday, said their union, Rota. "
WALKOUT = "The walkout of the drivers of Tormouth goes into its second day, Rota said. "
SCHOOL = "Tormouth is to get a third primary school on the site of the old mill, the council decided. "


def test_articles_tell_one_story_by_more_than_the_town_that_they_are_about(rulebook: Rulebook) -> None:
    strike, walkout, school = map(rulebook.part(Stories).of, (STRIKE, WALKOUT, SCHOOL))
    assert one_story(strike, walkout) and one_story(walkout, strike)
    assert not one_story(strike, school)
    assert not one_story((), ())


def test_an_agency_that_tells_of_both_makes_no_story_of_two(rulebook: Rulebook) -> None:
    tell = rulebook.part(Stories).of
    storm, trial = "a storm took the roof off the school", "a baker was cleared of arson"
    assert not one_story(tell(f"LUGOVO, March 4 (Reuters) - In the town {storm}."),
                         tell(f"BRUSK, March 4 (Reuters) - In the town {trial}."))


def test_a_short_article_that_begins_with_a_disaster_is_about_it(desk: Desk) -> None:
    begins = "Nine people were killed when the mill at Lugovo burned. "
    rest = " ".join(f"{who} will meet on Friday, the council said." for who in (
        "Engineers", "Teachers", "Bakers", "Farmers", "Drivers", "Doctors", "Painters"))
    assert [item.topics for item in told(desk, begins + rest)][0] == ()
    assert [item.topics for item in told(desk, f"{rest} {begins}")][-1] == ("deaths",)


@pytest.mark.parametrize(("one", "other"), [
    ("Thirty-five pickets were arrested.", "Police took 35 people into custody."),
    ("The pickets were put on trial.", "The police are prosecuting pickets."),
    ("The talks had to be postponed.", "The talks were put off by a day."),
])
def test_one_kind_of_action_in_other_words_is_one_claim_within_a_story(desk: Desk, one: str, other: str) -> None:
    case = desk.one(one[:-1], desk.article(STRIKE + one, "a.example"), desk.article(WALKOUT + other, "b.example"))
    assert desk.stances(case) == {"a.example": Stance.SUPPORTS, "b.example": Stance.SUPPORTS}


def test_what_a_place_is_to_one_article_it_is_to_the_other(desk: Desk) -> None:
    march = desk.article("Thousands demonstrated in the capital, Brusk, against the press law.", "a.example")
    crowd = desk.article("In Brusk the union Rota took to the streets against the new law.", "b.example")
    assert len(desk.link(march, crowd)) == 1


def test_what_has_not_been_done_since_a_year_is_so_until_today(desk: Desk) -> None:
    told = "Farmers of {} said that the dike of Lower Harm had not been repaired since 2019."
    denied = "The water board of Lower Harm denied that the dike had not been repaired."
    assert len(desk.link(desk.article(told.format("Olm"), "a.example"), desk.article(denied, "b.example"))) == 1


def test_a_town_that_is_called_by_its_name_is_not_the_one_before(desk: Desk) -> None:
    first = desk.article("Rain fell in Kandrel. The hospital in the town of Zirl collapsed.", "a.example")
    second = desk.article("In Zirl the hospital has collapsed.", "b.example")
    assert len(desk.one("Zirl", first, second).members) == 2


def test_two_things_of_one_kind_in_one_town_stay_apart(desk: Desk) -> None:
    foundry = desk.article("The maker of bells Corvin will shut its Tormouth foundry in June, it said.", "a.example")
    library = desk.article("The old library in Tormouth will close for lack of readers.", "b.example")
    assert len(desk.link(foundry, library)) == 2


def test_who_finds_no_sign_of_it_is_against_it(desk: Desk) -> None:
    case = desk.one("twice", desk.article("Clara Venn said that ballots in Tormouth had been counted twice. "
                                          "The election board of Tormouth said there was no sign of double counting."))
    assert {member.report.stance for member in case.members} == {Stance.SUPPORTS, Stance.DENIES}


def test_an_announcement_without_its_day_meets_the_one_that_names_it(desk: Desk) -> None:
    dated = desk.article("The ferry company Lunt will close its Tormouth office in November 2025.", "a.example")
    plain = desk.article("Lunt said the office in Tormouth would be shut.", "b.example")
    assert len(desk.link(dated, plain)) == 1


def test_an_outlet_with_the_name_of_what_did_it_is_not_blamed(desk: Desk) -> None:
    county = desk.article("The river Lenn burst its banks at Tormouth on Monday, the county said.", "a.example")
    outlet = desk.article("Streets in Tormouth stood in water after the Lenn overflowed.", "Lenn Echo")
    case = desk.one("Lenn", county, outlet)
    assert set(desk.stances(case).values()) == {Stance.SUPPORTS}


@pytest.mark.parametrize(("said", "stance"), [
    ("Torvia lifted sanctions on Tormouth, the governor said.", Stance.UPDATES),
    ("The governor denied that Torvia had imposed sanctions on Tormouth.", Stance.DENIES),
])
def test_what_is_over_denies_nobody_who_told_of_it(desk: Desk, said: str, stance: Stance) -> None:
    case = desk.one("sanctions", desk.article("Torvia imposed sanctions on Tormouth, the mayor said.", "a.example"),
                    desk.article(said, "b.example"))
    assert desk.stances(case) == {"a.example": Stance.SUPPORTS, "b.example": stance}


def test_a_road_that_opens_again_was_closed(desk: Desk) -> None:
    case = desk.one("tunnel", desk.article("The Tormouth tunnel will be closed for two weeks, Rota said.", "a.example"),
                    desk.article("The Tormouth tunnel will reopen on Friday, Rota said.", "b.example"))
    assert desk.stances(case) == {"a.example": Stance.SUPPORTS, "b.example": Stance.UPDATES}
