"""Who says what by a noun of saying, of which the sentence then tells something else."""

from __future__ import annotations

import pytest

import rules
from rules.model import Document, ReadReport

RULEBOOK = rules.load_rulebook()


def read(text: str) -> tuple[ReadReport, ...]:
    return rules.read(Document(text=text, publisher="Northwire"), RULEBOOK).reports


@pytest.mark.parametrize(("text", "source", "said"), [
    ("The Hill Legion's claim that it holds Orrin has not been verified.", "The Hill Legion", "it holds Orrin"),
    ("The ministry's assertion that nobody died has angered nurses.", "The ministry", "nobody died"),
    ("A claim by the rebels that they had taken Orrin could not be verified.", "the rebels", "they had taken Orrin"),
    ("The firm's insistence that the dam is safe and will hold has calmed nobody.", "The firm",
     "the dam is safe and will hold"),
])  # fmt: skip
def test_what_is_said_ends_where_the_sentence_goes_on(text: str, source: str, said: str) -> None:
    (report,) = (report for report in read(text) if not report.verification)
    assert (report.chain[-1].name, report.claim.text, report.stance) == (source, said, "supports")


def test_that_a_claim_could_not_be_verified_is_a_check_of_it() -> None:
    said, check = read("The Hill Legion's claim that it holds Orrin could not be verified.")
    assert (said.claim.text, check.stance, check.applies_to) == ("it holds Orrin", "cannot_verify", (0,))


def test_whoever_calls_it_wrong_denies_it() -> None:
    (report,) = read("The army's claim that it holds Orrin was disputed by monitors.")
    assert (report.chain[-1].name, report.stance) == ("monitors", "denies")


def test_what_somebody_did_is_no_noun_of_saying() -> None:
    (report,) = read("Roads by the river that floods had cut are open.")
    assert report.cue is None


@pytest.mark.parametrize("text", [
    "A Reuters witness heard", "Unconfirmed reports suggest that", "The army acknowledged that", "“It sank,” she said",
    "The mayor of Orvik, Ana Dovik, wrote", "It sank, according to", "The army's claim that",
])  # fmt: skip
def test_a_text_that_is_cut_off_is_answered(text: str) -> None:
    assert rules.assess(rules.model.Case(text=text), RULEBOOK).summary
    assert read(text)


def test_a_name_in_the_possessive_says_something_too() -> None:
    (report,) = read("Dovik's said that it would close nine shops.")
    assert (report.cue and report.cue.text, report.chain[-1].name) == ("said", "Dovik")
