"""Tolls: a later and higher one brings the claim up to date, another at the same time is in conflict with it."""

from __future__ import annotations

import pytest

from rules.facets import NumberReader
from rules.linking.bearing import Bearing
from rules.linking.prepared import Preparer
from rules.matching.figures import Figure, Figures, figure_of
from rules.model import Stance, Status
from rules.rulebook import Rulebook
from tests.linking.conftest import Desk, told

EARLY, LATE = "2025-03-04T09:00:00Z", "2025-03-05T09:00:00Z"


@pytest.mark.parametrize("stated, other, published, stance", [
    (Figure(value=6), Figure(value=9), (EARLY, LATE), Stance.UPDATES),
    (Figure(value=6, qualifier="at_least"), Figure(value=9), (EARLY, LATE), Stance.UPDATES),
    (Figure(value=9), Figure(value=6), (LATE, EARLY), Stance.UPDATES),
    (Figure(value=6), Figure(value=9), (EARLY, EARLY), Stance.DENIES),
    (Figure(value=6), Figure(value=9), (None, LATE), Stance.DENIES),
    (Figure(value=9), Figure(value=6), (EARLY, LATE), Stance.DENIES),
    (Figure(value=6), Figure(value=6), (EARLY, LATE), Stance.SUPPORTS),
    (Figure(value=6, qualifier="at_least"), Figure(value=9), (EARLY, EARLY), Stance.SUPPORTS),
    (Figure(value=9, qualifier="at_most"), Figure(value=6), (EARLY, EARLY), Stance.SUPPORTS),
    (Figure(value=50, qualifier="about"), Figure(value=55), (EARLY, LATE), Stance.SUPPORTS),
    (Figure(value=50, qualifier="about"), Figure(value=90), (EARLY, EARLY), Stance.DENIES),
    (Figure(value=300), Figure(value=200, qualifier="at_least"), (EARLY, EARLY), Stance.SUPPORTS),
])
def test_a_figure_is_like_newer_than_or_against_another(
    rulebook: Rulebook, stated: Figure, other: Figure, published: tuple[str | None, str | None], stance: Stance
) -> None:
    assert rulebook.part(Figures).between(stated, other, published) is stance


@pytest.mark.parametrize("a, b, same", [
    ("people", "residents", True), ("wooden houses", "houses", True), ("people", "houses", False),
    (None, "people", False), ("flooded houses", "flooded roads", False), ("people killed", "dead", True),
    ("percent of the vote", "per cent", True),
])
def test_figures_are_compared_where_they_count_the_same(
    rulebook: Rulebook, a: str | None, b: str | None, same: bool
) -> None:
    pair = [Figure(value=3, counted=counted) if counted else None for counted in (a, b)]
    assert rulebook.part(Figures).comparable(*pair) is same


@pytest.mark.parametrize("a, b, one", [
    ("80 striking dockers", "80 people", True), ("dozens of dockers", "80 people", True),
    ("20 dockers", "80 people", False), ("3 women", "8 people", False), ("80 dockers", "80 nurses", False),
    ("80 people", "80 houses", False), ("500 dockers", "80 people", True), ("over 500 dockers", "80 arrests", True),
])
def test_as_many_people_or_more_with_a_name_of_their_own_may_be_those_that_are_just_called_people(
    rulebook: Rulebook, a: str, b: str, one: bool
) -> None:
    numbers, figures = rulebook.part(NumberReader), rulebook.part(Figures)
    first, other = (figure_of(mention) for text in (a, b) for mention in numbers.find(text))
    assert first and other
    assert figures.may_be_one(first, other) is one


def test_the_further_apart_two_tolls_are_the_less_they_speak_for_one_event(desk: Desk) -> None:
    prepare, bearing = desk.rulebook.part(Preparer).prepare, desk.rulebook.part(Bearing)
    texts = (f"In Malye Berezy {n} people were killed, the mayor said." for n in (26, 25, 3))
    first, near, far = (prepare(statement) for text in texts for statement in told(desk, text))
    assert bearing.one_toll(first, first) == 1
    assert bearing.one_toll(first, near) > 0.9
    assert bearing.one_toll(first, far) < 0.5


def wounded(desk: Desk, first: str, second: str, when: str) -> dict[str | None, Stance]:
    return desk.stances(desk.one("Berezy", *(
        desk.article(f"{count} people were wounded in Malye Berezy, {who} said.", publisher, day)
        for count, who, publisher, day in ((first, "the governor of Belgorod region", "a.example", EARLY),
                                           (second, "the Freedom of Russia Legion", "b.example", when)))))


def test_the_claim_is_the_newest_toll_and_one_at_the_same_time_conflicts(desk: Desk) -> None:
    assert wounded(desk, "Six", "Nine", LATE) == {"a.example": Stance.UPDATES, "b.example": Stance.SUPPORTS}
    assert set(wounded(desk, "Six", "Thirty", EARLY).values()) == {Stance.SUPPORTS, Stance.DENIES}


def test_a_newer_figure_contradicts_nobody(desk: Desk) -> None:
    case = desk.one("Berezy", *(
        desk.article(f"{count} people were wounded in Malye Berezy, the mayor said.", f"{count}.example", day)
        for count, day in (("Six", EARLY), ("Nine", LATE))))
    assert desk.assess(case).status is not Status.CONTESTED


def test_whoever_counts_as_many_as_the_newest_toll_backs_it_and_the_first_toll_does_not(desk: Desk) -> None:
    case = desk.one("Berezy", *(
        desk.article(f"{told} in Malye Berezy, {who} said.", publisher, day) for told, who, publisher, day in (
            ("Six people were wounded", "the mayor", "a.example", EARLY),
            ("Nine people were wounded", "the governor of Belgorod region", "b.example", LATE),
            ("The number of people wounded has risen to nine", "the Red Cross", "c.example", LATE))))
    assert "nine" in case.case.text.lower()
    assert desk.stances(case) == {
        "a.example": Stance.UPDATES, "b.example": Stance.SUPPORTS, "c.example": Stance.SUPPORTS}


@pytest.mark.parametrize("article", [
    "The union said that 300 crates of vaccine had spoiled. The ministry said 40 crates had spoiled.",
    "The mayor said 300 trees would be felled for the road. The builder said 40 trees would be felled.",
    "The clinic is four hundred nurses short, the union said. A minister said the clinic was short of 120 nurses.",
])  # fmt: skip
def test_figures_of_one_thing_conflict_though_no_action_is_known_for_it(desk: Desk, article: str) -> None:
    (case,) = desk.link(desk.article(article))
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.DENIES]


def test_figures_of_one_thing_in_other_words_do_not_meet(desk: Desk) -> None:
    told = "The union said the clinic was short of 300 nurses. A minister said 120 nurses had finished school."
    assert len(desk.link(desk.article(told))) == 2


@pytest.mark.parametrize(("said", "excludes"), [
    ("Nine people died in the fire, police said.", True),
    ("At least nine people died in the fire.", False),
    ("Twelve residents died in the fire, which nine crews fought.", False),
    ("Nine crews fought the fire.", False),
    ("The fire has been put out.", False),
])
def test_another_figure_excludes_a_claim_that_counts_the_same(rulebook: Rulebook, said: str, excludes: bool) -> None:
    assert rulebook.part(Figures).exclude("Twelve people died in the fire.", said) is excludes


@pytest.mark.parametrize(("said", "excludes"), [
    ("300 jobs go.", False), ("310 jobs go.", False), ("400 jobs go.", True)])
def test_a_round_figure_stands_for_those_that_are_rounded_to_it(rulebook: Rulebook, said: str, excludes: bool) -> None:
    assert rulebook.part(Figures).exclude("The yard cuts 312 jobs.", said) is excludes
