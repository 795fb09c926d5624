"""News of every sort: one event in other words is one case, and another of its kind on the same day is another."""

from __future__ import annotations

import pytest

from rules.model import Stance
from tests.linking.conftest import Desk

STORIES = {
    "election": ("Mayor Ilda Brandt won the election in Northaven on Sunday with 54 per cent of the vote.",
                 "Voters in Northaven re-elected Ilda Brandt for a second term as mayor.",
                 "Oskar Venn won the election for mayor of Easterby on Sunday with 51 per cent of the vote."),
    "court": ("A court in Lindow sentenced the banker Piet Harrow to seven years in prison for fraud.",
              "Piet Harrow, a former banker, was jailed after a jury in Lindow found him guilty of fraud.",
              "A court in Marsham sentenced the driver Colm Reyes to two years in prison for fraud."),
    "company": ("The carmaker Velox said on Monday that it would lay off 3,000 people at its plant in Harwell.",
                "Velox announced 3,000 job cuts in Harwell as demand for vans falls.",
                "The retailer Quillon said on Monday that it would lay off 900 people in Dunmore."),
    "resignation": ("Finance minister Greta Solano resigned on Monday over a tax scandal.",
                    "The finance minister of Tarvia, Greta Solano, has stepped down after questions about taxes.",
                    "Health minister Anton Keel resigned on Monday over a hospital contract."),
    "outbreak": ("Twelve people in Westbrook have been infected with measles, most of them children.",
                 "There is an outbreak of measles in Westbrook with twelve cases.",
                 "Nine people in Cannery Row have been infected with cholera, most of them children."),
    "protest": ("Thousands of teachers marched through Belmora on Monday to demand higher pay.",
                "Teachers in Belmora took to the streets on Monday in a protest over pay.",
                "Farmers marched through Santrup on Monday to demand lower prices for fuel."),
    "law": ("The parliament of Osmark passed a law that bans smoking in cars on Monday.",
            "Lawmakers in Osmark approved the ban on smoking in cars.",
            "The parliament of Tarvia passed a law that bans fishing in rivers on Monday."),
    "death": ("The singer Maro Vance died at the age of 81 in Kestrel Bay on Sunday.",
              "Maro Vance, whose songs filled dance halls for decades, has passed away aged 81.",
              "The painter Ole Strand died at the age of 90 in Kestrel Bay on Sunday."),
}


@pytest.mark.parametrize("story", STORIES)
def test_one_event_in_other_words_is_one_case_and_another_of_its_kind_is_not(desk: Desk, story: str) -> None:
    articles = [desk.article(text, f"outlet-{number}.example") for number, text in enumerate(STORIES[story])]
    told = [{member.report.publisher for member in case.members} for case in desk.link(*articles)]
    assert {"outlet-0.example", "outlet-1.example"} in told
    assert {"outlet-2.example"} in told


def test_what_comes_of_a_trial_excludes_its_contrary(desk: Desk) -> None:
    case = desk.one("Harrow", *(desk.article(text, f"outlet-{number}.example") for number, text in enumerate((
        "A jury in Lindow found the banker Piet Harrow guilty of fraud on Monday.",
        "The banker Piet Harrow was acquitted of fraud by a jury in Lindow on Monday."))))
    assert set(map(str, desk.stances(case).values())) == {"supports", "denies"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry described the raiders as “mercenaries of the worst kind” who burn crops.",
        "Its spokesman called the vote in Lorn “a farce from the first ballot to the last”.",
        "The Oak Legion shared a photo of a white flag on the bridge at Ostwick.",
    ],
)
def test_what_somebody_is_called_or_shown_is_worded_as_a_whole_sentence(desk: Desk, sentence: str) -> None:
    assert [case.case.text for case in desk.link(desk.article(sentence))] == [sentence]


def test_who_confirms_that_somebody_is_no_longer_coach_backs_the_dismissal(desk: Desk) -> None:
    sacked = desk.article("Lunt Rovers have dismissed their coach Ivo Karr, the club announced.", "outlet-0.example")
    gone = desk.article("Ivo Karr is no longer coach of Lunt Rovers, president Ana Moll confirmed.", "outlet-1.example")
    (case,) = desk.link(sacked, gone)
    assert set(desk.stances(case).values()) == {Stance.SUPPORTS}
