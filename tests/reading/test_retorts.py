"""Retorts: what only points back at another's words bears on those words, and is no claim of its own."""

import re

import pytest

import rules
from rules.linking import Read
from rules.model import Document, Stance
from rules.reading.clauses.retorts import FILE, Retorts
from rules.reading.syntax.wording import Wording, wordings

RULEBOOK = rules.load_rulebook()
WORDINGS = wordings(RULEBOOK, FILE, Wording)


@pytest.mark.parametrize(("wording", "hit"), [(w, hit) for w in WORDINGS for hit in w.hits])
def test_a_wording_fits_its_hits_as_a_whole(wording: Wording, hit: str) -> None:
    assert re.fullmatch(wording.pattern, hit, re.IGNORECASE)
    assert RULEBOOK.part(Retorts).points_back(f"“{hit}.”")


@pytest.mark.parametrize(("wording", "miss"), [(w, miss) for w in WORDINGS for miss in w.misses])
def test_no_wording_fits_a_miss(wording: Wording, miss: str) -> None:
    assert not RULEBOOK.part(Retorts).points_back(miss)


def answers(text: str) -> list[tuple[Stance, tuple[int, ...]]]:
    """Stance and targets of each report that bears on others."""
    reading = rules.read(Document(text=text, publisher="northwire.example"), RULEBOOK)
    return [(report.stance, report.applies_to) for report in reading.reports if report.applies_to]


@pytest.mark.parametrize("text", [
    "The union said the ferry had leaked since June. The company denied the allegation.",
    "The militia said it had taken Dolny Lug. Russia's defence ministry denied this.",
    "Prosecutors accused the bank of hiding losses. The bank denied it.",
    "Prosecutors accused the bank of hiding losses. The bank denied any wrongdoing.",
    "The union said the bank had hidden losses. The bank denies involvement.",
    "The Lorn Post wrote that the bank had hidden losses. The bank said the report was inaccurate.",
    "The club said its coach had quit. “It is a lie,” his lawyer said.",
    "Police said that the driver was drunk. His lawyer rejected all the accusations against him.",
    "The mayor said three people had died.\n\nA hospital spokeswoman disputed that account.",
])
def test_who_denies_the_allegation_denies_what_was_alleged(text: str) -> None:
    assert answers(text) == [(Stance.DENIES, (0,))]


def test_whose_account_it_is_called_is_denied_wherever_he_speaks() -> None:
    text = ("All who died were farmers, the Hill Monitor said, contradicting the army's account. "
            "The army had said that it hit a depot.")
    assert answers(text) == [(Stance.DENIES, (2,))]


def test_the_report_is_that_of_whoever_spoke_in_a_report() -> None:
    text = ("The Hill Monitor said in a report that the dam was unsafe. The ministry said it was sound. "
            "The mine dismissed the report as nonsense.")
    assert answers(text) == [(Stance.DENIES, (0,))]


def test_who_confirms_the_report_stands_for_what_was_reported() -> None:
    text = "The mayor said three people had died. A hospital spokeswoman confirmed the report."
    assert answers(text) == [(Stance.SUPPORTS, (0,))]


def test_all_that_the_other_said_in_one_paragraph_is_meant_and_no_answer_in_between() -> None:
    text = ("The union said that the pumps had failed, and that the crew had been told to keep silent.\n\n"
            "The ministry denied the claims. The company rejected the accusations as baseless.")
    assert answers(text) == [(Stance.DENIES, (0, 1)), (Stance.DENIES, (0, 1))]


def test_of_all_that_the_other_said_an_accusation_rejected_means_the_accusations() -> None:
    text = ("The union said that the pumps had failed, and accused the mine of hiding a leak. "
            "The mine rejected the accusation.")
    assert answers(text) == [(Stance.DENIES, (1,))]


@pytest.mark.parametrize("text", [
    "The company denied the allegations.",
    "The ministry said that the plant was safe. The ministry repeated the claim on Monday.",
    "The union said the ferry leaked. The company denied the allegation that it had known of leaks.",
    "The union said the mill was unsafe. The mayor called it “sabotage”.",
])
def test_where_nobody_else_has_spoken_or_the_claim_has_words_of_its_own_nothing_is_answered(text: str) -> None:
    assert answers(text) == []


@pytest.mark.parametrize("retort", [
    "Ana Moll, who runs the mill, denied this: “The gates were open.”",
    "The mill's director, Ana Moll, rejected this: “The gates were open.”",
    "The mill contradicted them: the gates were open.",
])
def test_what_follows_the_colon_of_a_denial_is_stated_and_not_denied(retort: str) -> None:
    text = f"Workers said that all gates had been locked. {retort}"
    reports = rules.read(Document(text=text, publisher="northwire.example"), RULEBOOK).reports
    assert answers(text) == [(Stance.DENIES, (0,))]
    assert [r.stance for r in reports if "open" in r.claim.text] == [Stance.SUPPORTS]
    assert not any(link.name == "this" for r in reports for link in r.chain)


def test_the_reason_given_for_a_denial_tells_what_is_denied() -> None:
    text = ("Workers said that the gates had been locked. The toll has reached nine, the hospital said. "
            "The millers' guild rejected this. “No gate was locked,” its chairman, Ivo Brandt, said.")
    assert answers(text) == [(Stance.DENIES, (0,))]


def test_the_claim_denied_is_somebodys_and_not_the_outlets_own_line() -> None:
    text = ("An engineer had told the council that its cables were rusty. The bridge was busy on Sunday. "
            "The council rejected the claim. “Nobody told us that the bridge was unsafe,” Ana Moll said.")
    assert answers(text) == [(Stance.DENIES, (0,))]


def test_who_denies_what_says_no_speaks_against_the_claim_that_says_no() -> None:
    text = ("Former workers said that the tower of the Orrin mill had not been cleaned for a year. "
            "The mill rejected this: “The tower was cleaned in March.”")
    read = Read.of(document := Document(text=text, publisher="northwire.example"), rules.read(document, RULEBOOK))
    (case,) = [c for c in rules.link([read], RULEBOOK) if "not been cleaned" in c.case.text]
    assert [member.report.stance for member in case.members] == [Stance.SUPPORTS, Stance.DENIES]


def test_who_denies_being_to_blame_answers_only_what_is_said_of_him() -> None:
    assert answers("The army said the shelling had killed five. The rebels denied responsibility.") == []
