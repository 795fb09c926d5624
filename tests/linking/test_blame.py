"""Accounts that exclude each other: each side says that the other did it, and a denial answers what is said."""

from __future__ import annotations

import msgspec
import pytest

from rules.linking.bearing import Bearing
from rules.linking.blame import Blame
from rules.linking.prepared import Preparer
from rules.linking.statement import Statement
from rules.model import Stance, Status
from rules.rulebook import Rulebook
from tests.linking.conftest import Desk, told

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


@pytest.mark.parametrize(("one", "other"), [
    ("Rebels shot down a military helicopter near Lorn on Monday, a rebel spokesman said.",
     "A military helicopter crashed near Lorn on Monday because of bad weather, the army said."),
    ("Saboteurs derailed a freight train near Lorn, the governor said.",
     "A freight train derailed near Lorn because of human error, the railway said."),
    ("A drone hit the oil depot at Lorn, the army said.",
     "The fire at the oil depot in Lorn was caused by a short circuit, the governor said."),
])  # fmt: skip
def test_what_one_calls_an_attack_and_the_other_an_accident_is_contested(desk: Desk, one: str, other: str) -> None:
    (case,) = desk.link(desk.article(one, "outlet-0.example"), desk.article(other, "outlet-1.example"))
    assert desk.assess(case).status is Status.CONTESTED


def test_an_attack_and_an_accident_on_one_day_in_one_village_are_two_events(desk: Desk) -> None:
    attack, accident = "Rockets hit a school in Lorn, Ana Moll said.", "A bus crashed in Lorn by human error, it said."
    assert len(desk.link(desk.article(attack, "a.example"), desk.article(accident, "b.example"))) == 2


def test_two_words_for_one_doer_are_no_contradiction(desk: Desk) -> None:
    own = "The Freedom of Russia Legion said that its fighters had entered the village of Malye Berezy."
    enemy = "Ukrainian saboteurs entered the village of Malye Berezy, the governor of Belgorod region admitted."
    (case,) = desk.link(desk.article(own, "outlet-0.example"), desk.article(enemy, "outlet-1.example"))
    assert set(desk.stances(case).values()) == {Stance.SUPPORTS}


def test_who_words_its_own_deed_in_two_ways_blames_nobody(desk: Desk) -> None:
    one = "Russian troops took control of the village of Malye Berezy, the Russian defence ministry said."
    again = "Units of Battlegroup Oak liberated the village of Malye Berezy, the Russian defence ministry reported."
    (case,) = desk.link(desk.article(one, "outlet-0.example"), desk.article(again, "outlet-1.example"))
    assert set(desk.stances(case).values()) == {Stance.SUPPORTS}


def test_who_says_no_of_the_same_words_answers_without_denying(desk: Desk) -> None:
    minister = desk.article(
        "Three carriages of a goods train left the track near Lorn on Monday. Ivo Brandt, the minister, said that "
        "bolts had been taken out and that it looked like sabotage. Traffic on the line to Lorn stopped for a day.")
    engineers = desk.article(
        "Engineers have looked at the track near Lorn where a goods train derailed. Ana Moll, who led them, said that "
        "nobody had touched the bolts. Rust had eaten through them. The railway will replace the whole line to Lorn.",
        "outlet-1.example", "2025-03-05T13:00:00Z")
    assert desk.assess(desk.one("nobody", minister, engineers)).status is Status.CONTESTED


def test_a_denial_joins_what_it_answers_though_it_says_less(desk: Desk) -> None:
    article = desk.article(
        "The union of the Varno mill alleged that the brakes of the lift had been removed to save money. "
        "Lotus Paper, which owns the mill, denied that any brake had been removed.")
    case = desk.one("denied", article)
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.DENIES]


def test_a_common_word_behind_a_no_answers_nothing(desk: Desk) -> None:
    theft = desk.article("Hackers stole the data of a million customers, the insurer Medisana admitted. Medisana "
                         "had told the data guardian at once. Its customers were told later.", "outlet-0.example")
    other = desk.article("The city of Lorn was attacked too. No data were lost, the mayor said. Nothing pointed to the "
                         "hackers who attacked Medisana and its customers.", "outlet-1.example")
    assert len({m.document for m in desk.one("No data", theft, other).members}) == 1


def test_that_there_is_no_link_with_an_event_denies_no_event(desk: Desk) -> None:
    leak = "The minister Ivo Brandt admitted that the maths exam had been leaked."
    other = "There was no connection with the leak of the maths exam, the headmaster Jan Kolk said."
    cases = desk.link(desk.article(leak, "outlet-0.example"), desk.article(other, "outlet-1.example"))
    assert not any(member.report.stance is Stance.DENIES for case in cases for member in case.members)


def test_a_deed_to_be_blamed_for_was_done_where_its_article_last_was(desk: Desk) -> None:
    ours = "Shells hit the village of Berezy on Tuesday, a nurse said. The militia accused the army of firing shells."
    theirs = "The militia shelled the village of Orlovka on Tuesday, the army said. It denied shelling Orlovka."
    cases = desk.link(desk.article(ours, "outlet-0.example"), desk.article(theirs, "outlet-1.example"))
    assert len(desk.about(cases, "Orlovka")) == 1
    assert not any("Orlovka" in case.case.text for case in desk.about(cases, "accused"))


def test_an_outlets_line_is_no_answer_to_the_quotation_that_it_repeats(rulebook: Rulebook) -> None:
    quoted = Statement(id="q", document="d", text="Lunt Ferries will sink", doer="Lunt Ferries", speaker="Ana Moll",
                       denies=False, published_at=None, places=(), days=None)
    line = msgspec.structs.replace(quoted, id="l", text="Ana Moll said: “Lunt Ferries will sink”", doer="Ana Moll",
                                   speaker=None)
    other = msgspec.structs.replace(line, text="Ana Moll will sink Karvia Lines", speaker=None)
    bearing, prepare = rulebook.part(Bearing), rulebook.part(Preparer).prepare
    assert not bearing.opposed(prepare(quoted), prepare(line))
    assert bearing.opposed(prepare(quoted), prepare(other))


def test_no_before_a_comma_answers_the_question_and_not_the_claim(desk: Desk) -> None:
    asked = desk.article("“He is the founder of the Lunt cartel,” Ana Moll said.", "outlet-0.example")
    again = desk.article("“No, I meant that he is the founder of the Lunt cartel,” Ana Moll said.", "outlet-1.example")
    assert set(desk.stances(desk.one("founder", asked, again)).values()) == {Stance.SUPPORTS}


def test_an_agency_that_tells_of_one_people_is_not_blamed_by_what_that_people_did(desk: Desk) -> None:
    blame = desk.rulebook.part(Blame)
    said = told(desk, "The dam at Lorn broke, Ana Moll said.")[0]
    one = msgspec.structs.replace(said, doer="American soldiers", speaker=None)
    other = msgspec.structs.replace(said, doer="Rebels", speaker="United Press International")
    assert not blame.excludes(one, other)
    assert blame.excludes(one, msgspec.structs.replace(other, speaker="the Pentagon"))
