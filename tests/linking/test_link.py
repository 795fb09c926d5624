"""What linking promises: one claim is one case in whatever words and order, another event is another case."""

from __future__ import annotations

from itertools import permutations
from random import Random

import msgspec
import pytest

from rules.linking import Read
from rules.model import Stance, Status
from tests.linking.conftest import Desk, told

SEIZED = "The Freedom of Russia Legion said on Telegram that it had seized the village of Malye Berezy."
DENIED = "Russia's defence ministry denied that Malye Berezy had been taken."
BURNED = "Two houses burned down in Dolny Lug, the mayor said. Nobody was hurt, he added."
RETOLD = (
    SEIZED,
    "Fighters took control of Malye Berezy, according to the Freedom of Russia Legion.",
    "The Freedom of Russia Legion claimed that Malye Berezy had been captured.",
    "Malye Berezy is in the hands of its fighters, the Freedom of Russia Legion wrote.",
    "The village of Malye Berezy has been liberated, the Freedom of Russia Legion announced.",
)


def outlets(desk: Desk, *texts: str) -> list[Read]:
    return [desk.article(text, f"outlet-{number}.example") for number, text in enumerate(texts)]


def test_three_articles_give_the_same_bytes_in_every_order(desk: Desk) -> None:
    articles = outlets(desk, SEIZED, DENIED, BURNED)
    found = {msgspec.json.encode(desk.link(*order)) for order in permutations(articles)}
    assert len(found) == 1
    assert len(desk.link(*articles)) == 3  # the capture, the fire, that nobody was hurt


def test_five_articles_give_the_same_bytes_in_any_order(desk: Desk) -> None:
    articles, dice = outlets(desk, *RETOLD[:3], DENIED, BURNED), Random(3)
    orders = [dice.sample(articles, 5) for _ in range(12)]
    assert len({msgspec.json.encode(desk.link(*order)) for order in orders}) == 1


def test_five_outlets_with_one_origin_are_one_vote(desk: Desk) -> None:
    articles = outlets(desk, *RETOLD)
    case, alone = desk.one("Berezy", *articles), desk.one("Berezy", articles[0])
    five, one = desk.assess(case), desk.assess(alone)
    assert len(case.members) == 5
    assert [origin.name for origin in five.origins] == ["Freedom of Russia Legion"]
    assert five.status is Status.SINGLE_SOURCE
    assert five.score <= one.score


def test_a_case_has_the_wording_that_is_likest_to_the_others(desk: Desk) -> None:
    (case,) = desk.link(*outlets(
        desk, "A drone struck the grain depot in Dolny Lug at dawn, injuring nobody, the governor said.",
        "A drone struck the depot in Dolny Lug, officials said.",
        "The depot in Dolny Lug was struck by a drone, residents told reporters."))
    assert case.case.text == "A drone struck the depot in Dolny Lug"


def test_a_denial_by_the_other_side_contests_the_claim(desk: Desk) -> None:
    case = desk.one("Berezy", *outlets(desk, SEIZED, DENIED))
    assert desk.stances(case) == {"outlet-0.example": Stance.SUPPORTS, "outlet-1.example": Stance.DENIES}
    assert desk.assess(case).status is Status.CONTESTED


def test_opposed_sides_that_agree_score_well_above_what_one_of_them_denies(desk: Desk) -> None:
    raiders, defenders = outlets(
        desk, "The Freedom of Russia Legion said its fighters had crossed the border into Belgorod region. "
              "It claimed that it had captured the village of Malye Berezy.",
        "The governor of Belgorod region admitted that Ukrainian saboteurs had entered the region. "
        "Russia's defence ministry denied that Malye Berezy had been captured.")
    crossing = desk.assess(desk.one("saboteurs", raiders, defenders))
    capture = desk.assess(desk.one("captured", raiders, defenders))
    assert {origin.side for origin in crossing.origins} == {"ukraine", "russia"}
    assert crossing.status in (Status.CONFIRMED, Status.CORROBORATED)
    assert capture.status is Status.CONTESTED
    assert crossing.score > capture.score + 0.3


def test_raids_of_two_years_never_meet(desk: Desk) -> None:
    years = [desk.article(SEIZED, f"outlet-{year}.example", f"{year}-06-02T12:00:00Z") for year in (2023, 2025)]
    events = [case.case.event for case in desk.link(*years)]
    assert [event.date for event in events if event] == ["2023-06-02", "2025-06-02"]


def test_one_deed_in_two_villages_is_two_cases(desk: Desk) -> None:
    cases = desk.link(*outlets(desk, SEIZED, SEIZED.replace("Malye Berezy", "Dolny Lug")))
    assert sorted(str(case.case.event.place) for case in cases if case.case.event) == ["Dolny Lug", "Malye Berezy"]


def test_villages_in_no_list_keep_evacuations_apart_however_they_are_named(desk: Desk) -> None:
    told = "Residents of {0} were evacuated. All residents had to leave {0}, the mayor of {0} said."
    cases = desk.link(*outlets(desk, told.format("Ostrelka"), told.format("Ostrelka"), told.format("Yarvino")))
    assert {"Ostrelka" in case.case.text for case in cases} == {True, False}
    for case in cases:
        assert len({name for name in ("Ostrelka", "Yarvino") for m in case.members if name in m.report.text}) == 1


def test_a_village_in_no_list_may_lie_in_the_region_that_another_outlet_names(desk: Desk) -> None:
    told = ("A dam burst in the village of Malye Berezy on Tuesday, Ana Moll said.",
            "A dam burst in the Belgorod region on Tuesday, Ana Moll said.")
    assert len(desk.link(*outlets(desk, *told))) == 1


def test_a_headline_without_a_place_tells_of_where_its_first_sentence_is(desk: Desk) -> None:
    lead = "Kidnapped nurses free after three weeks\n\nFour nurses kidnapped in Dolny Lug are free, the mayor said."
    other = "Two engineers who were kidnapped in Malye Berezy last week are still missing, the mayor said."
    first, second = outlets(desk, lead, other)
    (sentence, *_) = told(desk, "Two suspects have been held.\nIn Dolny Lug a nurse was beaten.")
    assert sentence.places == ()  # no headline ends in a stop
    assert all(len({member.document for member in case.members}) == 1 for case in desk.link(first, second))


def test_two_spellings_of_a_village_in_no_list_are_one_place(desk: Desk) -> None:
    told = "Rebels seized the village of {}, officials said on Monday."
    assert len(desk.link(*outlets(desk, told.format("Vyshelka"), told.format("Vishelka")))) == 1


def test_a_statement_without_a_date_may_be_of_any_day(desk: Desk) -> None:
    undated = desk.article(SEIZED, "outlet-0.example", None)
    case = desk.one("Berezy", undated, desk.article(RETOLD[1], "outlet-1.example"))
    assert len(case.members) == 2
    assert case.case.event is not None and case.case.event.date == "2025-03-04"


def test_the_same_article_twice_counts_once(desk: Desk) -> None:
    articles = outlets(desk, SEIZED, DENIED)
    assert desk.link(*articles, articles[0]) == desk.link(*articles)


def test_what_could_not_be_verified_stays_so(desk: Desk) -> None:
    checked = desk.article(f"{SEIZED} Northwire could not independently verify the claim.")
    case = desk.one("Berezy", checked)
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.CANNOT_VERIFY]
    assert desk.assess(case).status is Status.SINGLE_SOURCE


def test_who_tried_to_enter_did_not(desk: Desk) -> None:
    case = desk.one("entered", *outlets(
        desk, "The Freedom of Russia Legion said its men had entered the village of Malye Berezy.",
        "The governor of Belgorod region said saboteurs had tried to enter the village of Malye Berezy."))
    assert desk.stances(case) == {"outlet-0.example": Stance.SUPPORTS, "outlet-1.example": Stance.DENIES}


def test_the_villages_are_those_named_before(desk: Desk) -> None:
    case = desk.one("Gora-Podol", desk.article(
        "The Freedom of Russia Legion said it had captured Kozinka and Gora-Podol. "
        "Russia's defence ministry said it had full control of the villages."))
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.DENIES]


def test_a_party_only_described_is_the_one_group_that_its_article_names(desk: Desk) -> None:
    case = desk.one("Berezy", desk.article(
        "Ukraine-backed Russian militants claimed they had seized the village of Malye Berezy. "
        "The Freedom of Russia Legion said it had taken control of Malye Berezy."))
    assert {origin.name for origin in desk.assess(case).origins} == {"Freedom of Russia Legion"}


def test_a_case_is_worded_by_who_says_so_before_who_says_no(desk: Desk) -> None:
    none = desk.article("Police said there was no evidence that the fire at the Orvik mill was started on purpose.")
    some = desk.article("The fire at the Orvik mill was started on purpose by a miller, residents said.", "b.example")
    assert desk.one("mill", none, some).case.text == "The fire at the Orvik mill was started on purpose by a miller"


@pytest.mark.parametrize(("said", "no"), [
    ("Rebels captured Orm on Monday, a rebel said.",
     "There is no sign that rebels have captured Orm, the governor said."),
    ("The dam at Orm was breached on Monday, villagers said.",
     "Nothing suggests that the dam at Orm was breached, officials said."),
    ("The fire at the mill in Orvik was started on purpose, residents said.",
     "The fire at the mill in Orvik was not started on purpose, police said."),
    ("The mayor of Orm took bribes from a builder, a clerk said.",
     "Prosecutors have found no evidence that the mayor of Orm took bribes from a builder."),
])
def test_that_there_is_no_sign_of_it_speaks_against_a_claim(desk: Desk, said: str, no: str) -> None:
    (case,) = desk.link(*outlets(desk, said, no))
    assert desk.stances(case) == {"outlet-0.example": Stance.SUPPORTS, "outlet-1.example": Stance.DENIES}
    assert desk.assess(case).status is Status.CONTESTED


def test_that_nothing_shows_one_thing_does_not_speak_against_another(desk: Desk) -> None:
    case = desk.one("purpose", *outlets(
        desk, "Seven people were killed in the fire at the mill in Orvik, the mayor said.",
        "Police said there was no evidence that the fire at the mill in Orvik had been started on purpose."))
    assert Stance.DENIES not in desk.stances(case).values()


@pytest.mark.parametrize("claim, refuted", [
    ("The evacuation of Malye Berezy is a lie, the mayor of Belgorod said.", "The evacuation of Malye Berezy"),
    ("The mayor of Belgorod denied that Malye Berezy had been evacuated.", "Malye Berezy had been evacuated"),
])
def test_a_claim_that_is_only_denied_is_worded_without_the_denial(desk: Desk, claim: str, refuted: str) -> None:
    case = desk.one("Berezy", desk.article(claim))
    assert (case.case.text, case.members[0].report.stance) == (refuted, Stance.DENIES)
    assert desk.assess(case).score < 0.5


def test_who_agrees_with_a_negative_supports_it(desk: Desk) -> None:
    case = desk.one("Kyiv", *outlets(
        desk, "Kyiv had nothing to do with a raid on Malye Berezy, a Ukrainian presidential adviser said.",
        "Kyiv had nothing to do with a raid on Malye Berezy, Ukraine's foreign ministry said."))
    assert set(desk.stances(case).values()) == {Stance.SUPPORTS}


def test_reprints_in_an_outlets_own_voice_are_one_origin_and_say_so(desk: Desk) -> None:
    flood = ("Flood water covered the lower streets of Dolny Lug on Tuesday morning and forced the closing of two "
             "schools, a bridge and the weekly market.")
    (origin,) = desk.assess(desk.one("Lug", *outlets(desk, flood, flood, flood))).origins
    assert origin.reports == (0, 1, 2)
    assert origin.traced_by == ("near-verbatim text", "the outlet's own voice")


def test_a_source_that_a_text_names_says_so(desk: Desk) -> None:
    (origin,) = desk.assess(desk.one("Berezy", *outlets(desk, SEIZED))).origins
    assert origin.traced_by == ("named in the text",)


def test_a_denial_of_the_allegation_joins_the_case_of_what_was_alleged(desk: Desk) -> None:
    (case,) = desk.link(desk.article(f"{SEIZED} Russia's defence ministry denied the claim."))
    assert [linked.report.stance for linked in case.members] == [Stance.SUPPORTS, Stance.DENIES]
    assert desk.assess(case).status is Status.CONTESTED


@pytest.mark.parametrize("headline", [
    "Village of Malye Berezy seized", "Fighters say Malye Berezy has been seized",
    "Frontier Village of Malye Berezy Seized by Fighters.",
])
def test_a_headline_is_the_word_of_whom_the_article_quotes_for_it(desk: Desk, headline: str) -> None:
    case = desk.one("Malye", desk.article(f"{headline}\n\n{SEIZED}"))
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.SUPPORTS]
    assert [origin.name for origin in desk.assess(case).origins] == ["Freedom of Russia Legion"]


def test_a_headline_over_the_word_of_somebody_unnamed_is_no_second_voice(desk: Desk) -> None:
    case = desk.one("sank", desk.article("Barge sank off Dolny Lug\n\nA barge sank off Dolny Lug, fishermen said."))
    assert [(origin.name, origin.reports) for origin in desk.assess(case).origins] == [("fishermen", (0, 1))]


def test_a_party_of_no_side_that_is_only_described_is_not_the_one_person_named(desk: Desk) -> None:
    told = "Ana Dovik, a shop owner, said it had burned down. The Front accused the army of a massacre in Velisk."
    case = desk.one("massacre", desk.article(told))
    assert [origin.name for origin in desk.assess(case).origins] == ["the Front"]


ADMITTED = [
    ("Russia's defence ministry said its troops had retreated from Velisk.", Status.SINGLE_SOURCE),
    ("Russia's defence ministry admitted that its troops had retreated from Velisk.", Status.CONFIRMED),
    ("A company called Velmoor admitted that it had hidden losses.", Status.CONFIRMED),
]


@pytest.mark.parametrize(("text", "status"), ADMITTED)
def test_only_what_is_said_to_be_an_admission_confirms(desk: Desk, text: str, status: Status) -> None:
    (case,) = desk.link(desk.article(text))
    assert desk.assess(case).status is status


def test_what_an_outlet_says_itself_below_its_headline_stays_its_own(desk: Desk) -> None:
    text = f"Village of Malye Berezy seized\n\nMalye Berezy was seized on Tuesday. {SEIZED}"
    case = desk.one("Malye", desk.article(text))
    assert {origin.name for origin in desk.assess(case).origins} == {"Freedom of Russia Legion", "northwire.example"}


def test_two_nights_of_attacks_on_one_town_are_two_cases(desk: Desk) -> None:
    told = "Drones hit a {} in Velisk on {}, the governor said."
    first = desk.article(told.format("fuel depot", "Tuesday"), "outlet-0.example")
    second = desk.article(told.format("power station", "Wednesday"), "outlet-1.example", "2025-03-05T12:00:00Z")
    assert len(desk.link(first, second)) == 2


def test_a_claim_that_says_no_deed_by_itself_is_worded_by_its_sentence(desk: Desk) -> None:
    sentence = "The opposition accused the ministry of hiding the true number of the dead."
    (case,) = desk.link(desk.article(sentence))
    assert case.case.text == sentence


def test_of_several_figures_the_toll_is_compared_with_the_toll(desk: Desk) -> None:
    full = "A ferry carrying 60 people sank off Garva on Monday and nine people died, the coastguard said."
    case = desk.one("ferry", *outlets(desk, full, "A ferry sank off Garva on Monday, killing nine people."))
    assert set(desk.stances(case).values()) == {Stance.SUPPORTS}


def test_whom_an_attack_struck_is_contested_between_civilians_and_a_target_of_war(desk: Desk) -> None:
    monitor = "At least 17 civilians were killed in an airstrike on Dolny Lug, the Hill Monitor said."
    army = "The army said its airstrike on Dolny Lug had hit a command post and killed dozens of fighters."
    case = desk.one("civilians", *outlets(desk, monitor, army))
    assert desk.stances(case).get("outlet-1.example") is not Stance.SUPPORTS


def test_that_an_earlier_figure_was_wrong_denies_that_figure_and_no_other(desk: Desk) -> None:
    toll = "Three people are missing after the flood in Dolny Lug, the mayor said."
    wrong = "An earlier report that four people were missing in Dolny Lug was wrong, police said."
    case = desk.one("Three", *outlets(desk, toll, wrong))
    assert Stance.DENIES not in desk.stances(case).values()


@pytest.mark.parametrize(("time", "day"), [
    ("this year", "2025-03-04"), ("in February", "2025-02-28"), ("in March", "2025-03-04"),
])  # fmt: skip
def test_what_is_reported_has_happened_by_then(desk: Desk, time: str, day: str) -> None:
    (case,) = desk.link(desk.article(f"The port authority said that no inspector had boarded the ferry {time}."))
    assert case.case.event is not None and case.case.event.date == day
    assert desk.assess(case).status is Status.SINGLE_SOURCE


def test_a_planned_day_is_no_reason_to_disbelieve_who_announces_it(desk: Desk) -> None:
    (case,) = desk.link(desk.article("The port authority said that the bridge would be closed on 9 April 2025."))
    assert case.case.event is None or case.case.event.date is None
    assert desk.assess(case).status is Status.SINGLE_SOURCE


def test_a_claim_is_worded_without_markup(desk: Desk) -> None:
    (case,) = desk.link(desk.article("<p>The old ferry was <b>reportedly</b> overloaded, the coastguard said.</p>"))
    assert case.case.text == "The old ferry was reportedly overloaded"


def test_a_claim_that_says_no_is_supported_by_who_says_it(desk: Desk) -> None:
    (case,) = desk.link(desk.article("There is no second way across the river Lenn."))
    assert desk.assess(case).origins[0].stance is Stance.SUPPORTS


def test_a_claim_keeps_both_marks_of_a_quotation_at_its_end(desk: Desk) -> None:
    told = desk.one("negligence", desk.article('The Oak Legion said the depot fire was caused by "negligence".'))
    assert told.case.text.endswith('"negligence"')


@pytest.mark.parametrize("heading", ["Summary", "Evacuations", "Good morning.", "The victims", "## Analysis"])
def test_a_heading_is_no_claim(desk: Desk, heading: str) -> None:
    cases = desk.link(desk.article(f"{heading}\n\nTwo fishermen of Orlo are missing, police said."))
    assert [case.case.text for case in cases] == ["Two fishermen of Orlo are missing"]


@pytest.mark.parametrize("line", ["Four killed", "Mayor resigns", "Bridge closed"])
def test_a_short_headline_that_tells_a_deed_is_one(desk: Desk, line: str) -> None:
    cases = desk.link(desk.article(f"{line}\n\nTwo fishermen of Orlo are missing, police said."))
    assert line in [case.case.text for case in cases]


def test_a_text_of_two_words_is_its_claim(desk: Desk) -> None:
    (case,) = desk.link(desk.article("Fire again."))
    assert case.case.text == "Fire again."
