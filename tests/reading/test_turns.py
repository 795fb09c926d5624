"""Interviews: who answers says what stands in the answers, and who asks for the outlet claims nothing by asking."""

from __future__ import annotations

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read
from rules.reading.reports.turns import Turns

RULEBOOK = load_rulebook()
LETTERED = (
    "Ana Dovik has run the Lorn ferry since 2016. She spoke to us about the new bridge.\n\n"
    "Q: The ministry says the bridge will be safe. Do you believe that?\n\n"
    "A: No. The piers stand on sand.\n\n"
    "Q: What should be done?\n\n"
    "A: I told them that the piers must be moved. The harbour office says that can be done.\n\n"
    "Work on the bridge begins in May."
)
NAMED = (
    "The mayor of Orlund, Peter Hasse, visited our studio.\n\n"
    "JO BANKS: Engineers warned about the dam. Why did you wait?\n\n"
    "PETER HASSE: We did not wait. The repair was ordered in March.\n\n"
    "BANKS: Did anybody die?\n\n"
    "HASSE: The valley was empty."
)
UNLABELLED = (
    "Nils Berg runs the shelter in Oslind.\n\n"
    "How many people sleep here?\n\n"
    "Between forty and fifty. In January we had seventy.\n\n"
    "Did the council offer you another house?\n\n"
    "It offered a barn without heating, and I refused it.\n\n"
    "What happens in May?\n\n"
    "We will close."
)


def said(text: str) -> dict[str, list[str]]:
    """The names in the chain of each claim."""
    reports = read(Document(text=text), RULEBOOK).reports
    return {report.claim.text: [link.name for link in report.chain] for report in reports}


def test_answers_are_those_of_whom_the_text_named_before_the_first_question() -> None:
    reports = said(LETTERED)
    assert reports["The piers stand on sand."] == ["Ana Dovik"]
    assert reports["the piers must be moved"] == ["Ana Dovik"]


def test_what_an_answer_says_that_others_say_is_theirs() -> None:
    assert said(LETTERED)["that can be done"] == ["Ana Dovik", "The harbour office"]


def test_a_question_makes_the_outlet_say_nothing_and_others_what_it_says_they_say() -> None:
    reports = said(LETTERED)
    assert reports["the bridge will be safe"] == ["The ministry"]
    assert not [claim for claim in reports if "?" in claim or claim.startswith(("Q:", "A:"))]


def test_the_article_goes_on_in_its_own_voice_after_the_last_answer() -> None:
    assert said(LETTERED)["Work on the bridge begins in May."] == []


def test_labels_that_are_names_are_who_the_article_says_they_are() -> None:
    reports = read(Document(text=NAMED), RULEBOOK).reports
    answers = {r.claim.text: [(link.name, link.class_) for link in r.chain] for r in reports}
    assert answers["The repair was ordered in March."] == [("Peter Hasse", "official")]
    assert answers["The valley was empty."] == [("Peter Hasse", "official")]


def test_a_speaker_stays_who_he_was_after_others_are_told_of() -> None:
    text = ("SPOKESPERSON ANA DOVIK: We have 41 cases.\n\nQUESTION: The charity Fairhand says there are 100.\n\n"
            "SPOKESPERSON ANA DOVIK: Our figure is right.\n\nQUESTION: Is it safe?\n\n"
            "SPOKESPERSON ANA DOVIK: It is safe.")
    chains = {r.claim.text: r.chain for r in read(Document(text=text), RULEBOOK).reports}
    assert {chains[claim][-1].class_ for claim in ("We have 41 cases.", "Our figure is right.")} == {"official"}


def test_questions_with_a_line_of_their_own_need_no_label() -> None:
    assert said(UNLABELLED)["In January we had seventy."] == ["Nils Berg"]


def test_an_outlet_that_quotes_others_below_its_headings_is_nobody_who_is_asked() -> None:
    text = ("We looked at nine clips.\n\nWhat do the two sides say?\n\nThe army told us it was “not there”.\n\n"
            "What does the footage show?\n\nWe found the mill. “I saw no crater,” said Ana Dovik, an engineer.\n\n"
            "Who fired?\n\nWe do not know.\n\nWhat do you want us to check?")
    assert RULEBOOK.part(Turns).find(text) == ()


@pytest.mark.parametrize("text", [
    "Lorn: 547 votes.\nOrlund: 40 votes.\nLorn: 12 seats.\nOrlund: 3 seats.",
    "Place: Lorn\nTime: noon\nThe mayor said: we waited.",
    "Who sank it?\n\nThe ferry had holes.\n\nWho knew?\n\nThe owner knew.\n\nWho paid?\n\nNobody paid.",
])
def test_lists_and_asides_are_no_interviews(text: str) -> None:
    assert RULEBOOK.part(Turns).find(text) == ()


BROADCAST = (
    "PRESENTER: The toll of Sunday's fire in Orrin keeps rising. The mayor now speaks of nine dead. Our correspondent "
    "Ana Dovik has the latest. Ana, what do we know?\n\n"
    "DOVIK: The fire service says a stove exploded. I met the owner, who would not talk.\n\n"
    "PRESENTER: And the survivors?\n\n"
    "DOVIK: A nurse told me that all of them are out of danger."
)


def test_the_staff_of_a_broadcast_speak_for_the_outlet() -> None:
    reports = said(BROADCAST)
    assert reports["a stove exploded"] == ["The fire service"]
    assert reports["all of them are out of danger"] == ["A nurse"]
    assert reports["The toll of Sunday's fire in Orrin keeps rising."] == []


def test_the_role_of_a_label_is_no_part_of_what_is_said() -> None:
    text = BROADCAST.replace("PRESENTER:", "JO BANKS, HOST:").replace("DOVIK:", "ANA DOVIK, BYLINE:")
    reports = said(text)
    assert reports["a stove exploded"] == ["The fire service"]
    assert not any("BANKS" in claim or "BYLINE" in claim for claim in reports)


def test_who_is_heard_once_in_a_transcript_speaks_too() -> None:
    reports = said("JO BANKS, HOST: The mill in Orrin burned down.\n\nANA DOVIK, BYLINE: The owner shut it in May.\n\n"
                   "OTTO BRANDT: We heard a bang.\n\nDOVIK: The fire service says a stove exploded.")
    assert reports["We heard a bang."] == ["Otto Brandt"]
    assert reports["a stove exploded"] == ["The fire service"]
    assert reports["The owner shut it in May."] == []
