"""Answers in apposition are statements of their own, which answer what the sentence says before them."""

import pytest

import rules
from rules.model import Document, Stance

RULEBOOK = rules.load_rulebook()


def told(text: str) -> list[tuple[str, str, Stance, tuple[int, ...]]]:
    """Claim, origin, stance and targets of each report."""
    reading = rules.read(Document(text=text, publisher="northwire.example"), RULEBOOK)
    return [(r.claim.text, r.chain[-1].name, r.stance, r.applies_to) for r in reading.reports]


@pytest.mark.parametrize(("answer", "who", "stance"), [
    ("a claim the company denied", "the company", Stance.DENIES),
    ("a claim that the company has repeatedly rejected", "the company", Stance.DENIES),
    ("an allegation disputed by the harbour master", "the harbour master", Stance.DENIES),
    ("a figure the health ministry dismissed as exaggerated", "the health ministry", Stance.DENIES),
    ("an account echoed by the coast guard", "the coast guard", Stance.SUPPORTS),
    ("a claim the owners deny", "the owners", Stance.DENIES),
    ("a charge that the owners strongly denied", "the owners", Stance.DENIES),
    ("which the owners deny", "the owners", Stance.DENIES),
    ("which the company has always denied", "the company", Stance.DENIES),
    ("something the harbour master confirmed on Monday", "the harbour master", Stance.SUPPORTS),
])
def test_an_answer_in_apposition_answers_what_was_said(answer: str, who: str, stance: Stance) -> None:
    said, answered = told(f"At least nine boats had leaked since June, the dockers' union said, {answer}.")
    assert said[0] == "At least nine boats had leaked since June"
    assert answered[1:] == (who, stance, (0,))


@pytest.mark.parametrize("text", [
    "The union said that the ferry, a report says, had leaked since June.",
    "The mayor praised the crew, a number of whom had stayed on board.",
    "He paid a toll, a charge of two crowns.",
    "The union said that it had asked for a pay rise, which the company denied.",  # it may have refused it
    "The mayor visited the school, which the ministry denies money.",
    "The mayor praised the crew, which denies everything.",
])
def test_other_appositions_answer_nothing(text: str) -> None:
    assert all(not targets for *_, targets in told(text))


def test_what_hedges_the_statement_does_not_hedge_the_answer() -> None:
    text = "Nine boats had reportedly leaked, the dockers' union said, a claim the company denied."
    reading = rules.read(Document(text=text), RULEBOOK)
    assert ["reportedly" in [hedge.text for hedge in report.hedges] for report in reading.reports] == [True, False]
