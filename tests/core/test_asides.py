"""Hedges that stand in a report beside the claim, and so take nothing from it."""

from __future__ import annotations

import re

import pytest

from rules import load_rulebook
from rules.model import Report
from rules.origins.asides import FILE, AsideWords

GRANTED = load_rulebook().table(FILE, AsideWords).granted


def _is_hedged(assess, claim: str, text: str) -> bool:
    return "the wording hedges" in assess(Report(text=text, publisher="north.example"), text=claim).summary


@pytest.mark.parametrize(("claim", "text"), [
    ("The mayor was arrested.", "The mayor was arrested on Monday and may face charges."),
    ("The mayor was arrested.", "The mayor, who could face ten years in prison, was arrested."),
    ("The mayor was arrested.", "Police arrested the mayor over alleged bribes."),
    ("The mayor was arrested.", "The mayor was arrested on suspicion of fraud."),
    ("A ferry sank off Ilva.", "A ferry sank off Ilva and forty people are feared dead."),
    ("A ferry sank off Ilva.", "A ferry sank off Ilva, possibly because of a storm."),
    ("A ferry sank off Ilva.", "In what may be the worst loss in years, a ferry sank off Ilva."),
    ("A ferry sank off Ilva.", "The owner blamed fog for the loss of the ferry that sank off Ilva."),
    ("A mill burned in Lorn.", "The fire that burned a mill in Lorn was blamed on a heater."),
    ("A mill burned in Lorn.", "Police accused a cook of starting the fire that burned a mill in Lorn."),
])  # fmt: skip
def test_what_may_be_besides_leaves_the_claim_alone(assess, claim, text):
    assert not _is_hedged(assess, claim, text)


@pytest.mark.parametrize(("claim", "text"), [
    ("The mayor was arrested.", "The mayor may have been arrested and his deputy has fled."),
    ("The mayor was arrested.", "The mayor was arrested, neighbours fear."),
    ("The mayor was arrested.", "The mayor was arrested on Monday. It may have been a joke."),
    ("Nine people died in Selm.", "People died in Selm, possibly nine of them."),
    ("Rebels hold Kesh.", "Kesh fell on Monday and rebels may hold it."),
    ("Rebels hold Kesh.", "Rebels hold Kesh (unconfirmed)."),
    ("Rebels bombed a market in Kesh.", "The mayor blamed rebels for the bombing of a market in Kesh."),
    ("A market in Kesh was bombed.", "The mayor accused rebels of bombing a market in Kesh."),
])  # fmt: skip
def test_what_may_be_the_claim_itself_hedges_it(assess, claim, text):
    assert _is_hedged(assess, claim, text)


@pytest.mark.parametrize("entry", GRANTED, ids=lambda entry: entry.id)
def test_what_is_taken_for_granted_is_found_in_its_hits_alone(entry):
    assert all(re.search(entry.pattern, hit, re.IGNORECASE) for hit in entry.hits)
    assert not any(re.search(entry.pattern, miss, re.IGNORECASE) for miss in entry.misses)


@pytest.mark.parametrize(("text", "stance"), [
    ("The mayor was arrested, but it is unclear why.", "supports"),
    ("It is unclear why the mayor was arrested.", "cannot_verify"),
    ("The mayor left, but it is unclear whether he was arrested.", "cannot_verify"),
])  # fmt: skip
def test_what_is_not_known_beside_the_claim_leaves_it_alone(assess, text, stance):
    report = Report(text=text, publisher="north.example")
    assert assess(report, text="The mayor was arrested.").origins[0].stance == stance


@pytest.mark.parametrize(("claim", "text", "origin"), [
    ("Schools in Pell were shut.", "Schools in Pell were shut by a flu that doctors expect to last.", "north.example"),
    ("Rebels freed nine divers.", "Rebels freed nine divers and allegedly received a ransom.", "north.example"),
    ("Rebels freed nine divers.", "Rebels allegedly freed nine divers.", "somebody not named"),
    ("Cooks burned a mill in Hest.", "A mill in Hest burned in a fire that police said cooks had lit.", "police"),
])  # fmt: skip
def test_who_speaks_but_beside_the_claim_is_not_its_origin(assess, claim, text, origin):
    assert assess(Report(text=text, publisher="north.example"), text=claim).origins[0].name == origin
