"""What joins two statements beside their wording, or keeps them apart: days, rival accounts, answers, crowds."""

from __future__ import annotations

import pytest

from rules.model import Stance
from tests.linking.conftest import Desk

REPORTS = "Ana Moll said that the ferry company had hidden the reports from inspectors."
LETTERS = "Ivo Brandt said that the ferry company had hidden the letters from the crew."
BERTHS = ("painted", "swept", "closed", "dredged", "rented", "lit", "fenced", "cleared", "measured", "sold", "named")


def apart(desk: Desk, *texts: str) -> bool:
    """Whether no case has reports of two of these articles."""
    articles = [desk.article(text, f"outlet-{number}.example") for number, text in enumerate(texts)]
    return all(len({member.report.publisher for member in case.members}) == 1 for case in desk.link(*articles))


@pytest.mark.parametrize(("day", "another"), [("Sunday", True), ("Tuesday", False)])
def test_the_like_of_two_days_before_is_another_event(desk: Desk, day: str, another: bool) -> None:
    told = "A drone hit a fuel depot in Velisk on {}, the governor said."
    assert apart(desk, told.format("Tuesday"), told.format(day)) is another


def test_that_it_fell_by_itself_is_a_rival_account_of_what_was_shot_down(desk: Desk) -> None:
    shot = "The Oak Legion said its fighters had shot down a transport plane near Lorn."
    assert not apart(desk, shot, "The ministry said a plane had crashed near Lorn in bad weather.")


def test_a_denial_answers_what_somebody_else_says_with_its_verb_in_the_same_article(desk: Desk) -> None:
    case = desk.one("barns", desk.article(
        "Villagers said soldiers had burned their barns in Dolny Lug. "
        "The army denied that its troops had burned houses."))
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.DENIES]


def test_two_voices_of_a_long_article_say_two_things_unless_one_answers_the_other(desk: Desk) -> None:
    filler = " ".join(f"The harbour office said that berth {n} had been {done}." for n, done in enumerate(BERTHS, 2))
    case = desk.one("letters", desk.article(f"{REPORTS} {filler} {LETTERS}"))
    assert len(case.members) == 1


def test_two_voices_of_one_article_need_more_than_a_kind_of_victims_in_common(desk: Desk) -> None:
    cases = desk.link(desk.article(
        "The Hill Brigade said the enemy ran and left his dead behind.\n"
        "Colonel Ivo Brandt put the losses of the regiment at four dead and nine wounded."))
    assert all(len({member.report.source.name for member in case.members}) == 1 for case in cases)


def test_whoever_denies_backing_somebody_does_not_answer_people_who_go_back(desk: Desk) -> None:
    cases = desk.link(desk.article(
        "They told us to go back to the mill, a weaver said in Orlo.\nThe ministry denied backing the brigade."))
    assert all(len(case.members) == 1 for case in cases)
