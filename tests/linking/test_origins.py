"""Origins across documents: credits, links, one video and reprints lead to one origin, likeness of words never."""

from __future__ import annotations

import pytest

import rules
from rules.model import Case, Origin, Report, Stance
from tests.linking.conftest import Desk

FIRE = "A fire broke out in the market hall of Dolny Lug on Monday."
RETOLD = "The market hall in Dolny Lug caught fire on Monday."


def origins(desk: Desk, word: str, *texts: str) -> tuple[Origin, ...]:
    """The origins of the one case of these articles, each by an outlet of its own, of which a report has a word."""
    articles = [desk.article(text, f"outlet-{number}.example") for number, text in enumerate(texts)]
    return desk.assess(desk.one(word, *articles)).origins


def test_two_outlets_that_credit_one_agency_are_one_origin(desk: Desk) -> None:
    credited = f"LORN, March 4 (Reuters) - {FIRE}", f"{RETOLD}\nAdditional reporting by Reuters"
    (origin,) = origins(desk, "market", *credited)
    assert (origin.name, origin.reports, origin.traced_by) == ("Reuters", (0, 1), ("wire credit",))


def test_a_reprint_without_the_credit_is_the_agencys_all_the_same(desk: Desk) -> None:
    story = f"{FIRE[:-1]} after a gas bottle had burst in a kitchen behind the stalls."
    (origin,) = origins(desk, "market", story, f"LORN (AFP) - {story}")
    assert (origin.name, origin.traced_by) == ("Agence France-Presse", ("near-verbatim text", "wire credit"))


def test_a_picture_of_one_agency_makes_no_origin_of_two_texts(desk: Desk) -> None:
    found = origins(desk, "market", f"{FIRE}\nAna Dovik/AFP via Getty Images", f"{RETOLD}\nRon Calloway/AFP")
    assert {origin.traced_by for origin in found} == {("the outlet's own voice",)}
    assert len(found) == 2


def test_likeness_of_words_alone_makes_no_origin_of_two(desk: Desk) -> None:
    assert len(origins(desk, "market", FIRE, RETOLD)) == 2


def test_two_outlets_that_link_to_one_post_have_one_origin(desk: Desk) -> None:
    (origin,) = origins(desk, "market", f"{FIRE[:-1]} (https://t.me/riverwatch/7).", f"{RETOLD}\nhttp://t.me/riverwatch/7")
    assert (origin.name, origin.class_, origin.traced_by) == ("t.me/riverwatch", "social", ("link",))


def test_the_channel_itself_and_who_links_to_it_are_one(desk: Desk) -> None:
    channel = desk.article(FIRE, "t.me/riverwatch")
    linking = desk.article(f"{RETOLD} (https://t.me/riverwatch/7)", "northwire.example")
    (origin,) = desk.assess(desk.one("market", channel, linking)).origins
    assert origin.reports == (0, 1)


def test_two_videos_without_an_account_are_two_origins(desk: Desk) -> None:
    texts = (f"{text[:-1]} (https://youtube.com/watch?v={key})." for text, key in ((FIRE, "q1"), (RETOLD, "q2")))
    assert len(origins(desk, "market", *texts)) == 2


def test_one_video_told_of_by_two_outlets_is_its_publishers_and_a_check_of_it_stands_by_itself(desk: Desk) -> None:
    texts = ("A video posted on the Telegram channel River Watch shows that a fire broke out in Dolny Lug.",
             "Footage shared by the River Watch Telegram channel showed a blaze in Dolny Lug. "
             "Lantern geolocated the footage to Dolny Lug.")
    check, video = origins(desk, "Lug", *texts)
    assert (video.name, video.class_, video.reports, video.traced_by) == (
        "River Watch", "social", (0, 1), ("the same video or post",))
    assert (check.name, check.class_) == ("Lantern", "independent_verification")


def test_one_address_is_one_origin_whatever_its_publisher_is_called(desk: Desk) -> None:
    at, names = "https://lantern.example/fire", ("Oar", "Rudder")
    reports = tuple(Report(text="It burned.", publisher=name, url=at, stance=Stance.SUPPORTS) for name in names)
    (origin,) = rules.assess(Case(text="The hall burned down.", reports=reports), desk.rulebook).origins
    assert origin.reports == (0, 1)


def test_a_sentence_that_says_it_twice_in_one_voice_is_one_report(desk: Desk) -> None:
    text = ("The army denied that the village of Dolny Lug had been captured, saying that its troops had not lost the "
            "village of Dolny Lug.")
    (case,) = desk.link(desk.article(text))
    assert (len(case.statements), len(case.members)) == (2, 1)


DEATHS = "Two bakers died in a fire in Dolny Lug on Monday"


@pytest.mark.parametrize(("told", "retold", "origin"), [
    (f"{DEATHS}, carter Rena Holt told the Oar.", f"The Oar reported that t{DEATHS[1:]}.", "Rena Holt"),
    (f"{DEATHS}.", f"{DEATHS}, the Oar reported, citing the governor.", "the governor"),
])  # fmt: skip
def test_an_outlet_and_who_cites_it_have_it_from_the_same(desk: Desk, told: str, retold: str, origin: str) -> None:
    (found,) = desk.assess(desk.one("bakers", desk.article(told, "Oar"), desk.article(retold, "Bell"))).origins
    assert (found.name, found.reports) == (origin, (0, 1))
