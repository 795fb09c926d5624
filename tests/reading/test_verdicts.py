"""Fact checks: the verdict is a check of the claim that the article states, by its publisher."""

from __future__ import annotations

import pytest

import rules
from rules.linking import Read
from rules.model import Document, ReadReport, Stance, Status

RULEBOOK = rules.load_rulebook()
CLAIM = "CLAIM: A video shared on Facebook claims to show the mayor of Lorn in a burning bus."


def read(verdict: str, claim: str = CLAIM) -> tuple[ReadReport, ...]:
    text = f"Was the mayor in the bus?\n\n{claim}\n\n{verdict} The film was made abroad.\n\nThe bus had no driver."
    return rules.read(Document(text=text, publisher="lornpost.example"), RULEBOOK).reports


@pytest.mark.parametrize(("verdict", "stance"), [
    ("VERDICT: FALSE.", Stance.DENIES),
    ("Our ruling: The claim is false.", Stance.DENIES),
    ("**Rating:** Pants on fire!", Stance.DENIES),
    ("Verdict - Misleading.", Stance.CANNOT_VERIFY),
    ("Rating: Mostly true.", Stance.SUPPORTS),
    ("Lorn Post Fact check: False.", Stance.DENIES),
])
def test_a_verdict_is_a_check_of_what_the_line_of_the_claim_says(verdict: str, stance: Stance) -> None:
    claim, check = read(verdict)[:2]
    assert claim.chain[-1].class_ == "social"
    assert (check.stance, check.applies_to) == (stance, (0,))
    assert check.chain[-1].class_ == "independent_verification"
    assert check.verification and check.verification.method == "fact check"


@pytest.mark.parametrize("verdict", ["Verdict: guilty.", "The jury's verdict was false.", "Rating: four stars."])
def test_other_verdicts_check_nothing(verdict: str) -> None:
    assert not any(report.verification for report in read(verdict))


def test_without_a_claim_there_is_nothing_to_judge() -> None:
    assert not any(report.verification for report in read("VERDICT: FALSE.", "The mayor was in the bus."))


def test_a_claim_that_a_fact_check_finds_false_is_discounted() -> None:
    document = Document(text=f"{CLAIM}\n\nVERDICT: FALSE. The film was made abroad.", publisher="lornpost.example")
    cases = rules.link([Read.of(document, rules.read(document, RULEBOOK))], RULEBOOK)
    statuses = {rules.assess(case.case, RULEBOOK).status for case in cases if "burning bus" in case.case.text}
    assert statuses == {Status.DISCOUNTED}
