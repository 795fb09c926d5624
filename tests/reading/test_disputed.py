"""Whose claim a sentence denies, or could not check, has said it: two statements where one had been read."""

from __future__ import annotations

import pytest

import rules
from rules.model import Case, Document, Report
from rules.reading import read


@pytest.mark.parametrize(
    ("text", "claimed", "answered"),
    [
        ("The mayor denied claims by the union that the mine had flooded.", "the union", "The mayor"),
        ("The ministry rejected the rebels' claim that they had taken the dam.", "the rebels", "The ministry"),
        ("The mayor dismissed as “fake” a report in the Daily Oar that he would resign.", "Daily Oar", "The mayor"),
        ("Northwire could not verify Lorn's claim that a bridge had been destroyed.", "Lorn", "Northwire"),
        ("The WHO said it could not verify reports from the Gaza health ministry that thirty patients had died.",
         "Gaza Health Ministry", "World Health Organization"),
    ],
)
def test_a_denial_or_check_of_a_claim_says_whose_it_is(rulebook, text, claimed, answered):
    reports = read(Document(text=text, publisher="Northwire"), rulebook).reports
    claim = next(r for r in reports if r.chain[-1].name == claimed)
    answer = next(r for r in reports if r.chain[-1].name == answered)
    assert claim.stance == "supports"
    assert answer.stance in ("denies", "cannot_verify")
    assert answer.applies_to == (reports.index(claim),)


@pytest.mark.parametrize(
    "text",
    ["The mayor welcomed the union's claim that the mine had flooded.",
     "The bank denied reports that it was insolvent.",
     "The mayor denied the union a permit."])
def test_who_welcomes_a_claim_denies_none(rulebook, text):
    assert len(read(Document(text=text, publisher="Northwire"), rulebook).reports) == 1


@pytest.mark.parametrize("claim", [None, "The mine had flooded."])
def test_a_claim_that_is_denied_is_contested_and_not_only_denied(rulebook, claim):
    text = "The mayor denied claims by the union that the mine had flooded."
    case = Case(text=claim, reports=(Report(text=text),)) if claim else Case(text=text)
    found = rules.assess(case, rulebook)
    assert found.status == "contested"
    assert {(o.name, o.stance) for o in found.origins} == {("the union", "supports"), ("the mayor", "denies")}


def test_a_checked_claim_of_something_else_backs_nothing(rulebook):
    text = "Northwire could not independently verify Ukraine's claim that it had destroyed a bridge at Pell."
    case = Case(text="The mayor of Lorn has resigned.", reports=(Report(text=text),))
    assert "supports" not in {origin.stance for origin in rules.assess(case, rulebook).origins}
