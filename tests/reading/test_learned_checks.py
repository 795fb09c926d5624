"""Checks told in words that no frame has, which a model learnt from many texts."""

from __future__ import annotations

import pytest

from rules import read
from rules.model import Document, ReadReport, Stance
from rules.provenance.classes import INDEPENDENT_VERIFICATION
from rules.reading.checks.verification import CheckFinder
from rules.rulebook import Rulebook

RULEBOOK = Rulebook()
STORY = (
    "Rebels say they hold Ostwick\n\n"
    "A video posted on Sunday shows rebels raising a flag over the mill in Ostwick. {}\n\n"
    "Northwire has not verified who is seen in it."
)


def reports(sentence: str) -> tuple[ReadReport, ...]:
    return read(Document(text=STORY.format(sentence), publisher="Northwire"), RULEBOOK).reports


def of_sentence(sentence: str) -> ReadReport | None:
    found = reports(sentence)
    start = STORY.index("{}")
    return next((r for r in found if r.verification and r.sentence.start == start), None)


@pytest.mark.parametrize(("sentence", "stance", "held", "failed"), [
    ("The chimney and the river bend in the clip match satellite pictures of the place taken in May.",
     Stance.SUPPORTS, ["place"], []),
    ("But a search for frames of the video leads to a film uploaded in Lestovia in 2016.",
     Stance.DENIES, [], ["place", "time"]),
    ("The scene was in fact filmed during a drill in 2014, as the longer version of the clip shows.",
     Stance.DENIES, [], ["time"]),
])
def test_evidence_beside_a_recording_is_a_check_of_it(
    sentence: str, stance: Stance, held: list[str], failed: list[str]
) -> None:
    check = of_sentence(sentence)
    assert check is not None and check.verification is not None
    assert CheckFinder(RULEBOOK).find(sentence) is None, "a frame finds it already"
    assert (check.stance, [*check.verification.facets], [*check.verification.failed]) == (stance, held, failed)
    assert check.chain[-1].class_ == INDEPENDENT_VERIFICATION
    assert ["raising a flag" in reports(sentence)[i].claim.text for i in check.applies_to] == [True]


@pytest.mark.parametrize("sentence", [
    "The mayor opened the fair on Friday.",
    "Police checked the papers of everybody who crossed the bridge on Friday.",
    "The rebels posted pictures of the men on their channel.",
])
def test_what_is_only_told_checks_nothing(sentence: str) -> None:
    assert of_sentence(sentence) is None


def test_who_has_a_stake_checks_nothing() -> None:
    told = "The army said the chimney in the clip matches satellite pictures of the place taken in May."
    assert of_sentence(told) is None


def test_a_heading_only_repeats_a_check() -> None:
    text = "The chimney in the clip matches satellite pictures of the place taken in May"
    assert not any(r.verification for r in read(Document(text=text, publisher="Northwire"), RULEBOOK).reports)


def test_a_check_is_about_nobody_where_nothing_near_it_is_likely() -> None:
    text = "The fair has opened. But a search for frames of the video leads to a film uploaded in Lestovia in 2016."
    found = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports
    assert all(not r.applies_to for r in found)
