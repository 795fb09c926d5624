"""Unison: what people are said to say in one breath is one statement; bodies, outlets and two sides stay two."""

from __future__ import annotations

from rules.model import Status
from tests.linking.conftest import Desk

PAPER = "Ana Moll and Ivo Brandt wrote that the old dam above Lorn had cracked."


def origins(desk: Desk, word: str, *texts: str) -> set[str]:
    """The names of the origins of the one case of these articles of which a report has a word."""
    articles = [desk.article(text, f"outlet-{number}.example") for number, text in enumerate(texts)]
    return {origin.name for origin in desk.assess(desk.one(word, *articles)).origins}


def test_two_people_who_write_one_thing_together_are_one_voice(desk: Desk) -> None:
    case = desk.one("dam", desk.article(PAPER))
    assert (len(case.statements), len(case.members)) == (2, 1)
    assert desk.assess(case).status is Status.SINGLE_SOURCE


def test_who_says_it_elsewhere_too_has_what_was_said_together(desk: Desk) -> None:
    alone = "Ivo Brandt said the old dam above Lorn had cracked."
    assert origins(desk, "dam", PAPER, alone) == {"Ivo Brandt"}


def test_two_who_each_say_it_elsewhere_too_are_two_voices(desk: Desk) -> None:
    alone = (f"{who} said the old dam above Lorn had cracked." for who in ("Ana Moll", "Ivo Brandt"))
    assert origins(desk, "dam", PAPER, *alone) == {"Ana Moll", "Ivo Brandt"}


def test_bodies_that_are_named_together_know_it_each_for_themselves(desk: Desk) -> None:
    said = "The Red Cross and Amnesty International said that the old dam above Lorn had cracked."
    assert len(origins(desk, "dam", said)) == 2
