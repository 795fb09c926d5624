"""Those of whom the claim tells are parties to it, whatever else is known of them."""

import pytest

import rules
from rules.model import Case, Interest, Report, Source, Stance, Status

THEFT = "Hackers stole customer data from Tello."


def origin(claim: str, text: str, **given: object):
    report = Report(text=text, publisher="lorn.example", **given)
    [found] = rules.assess(Case(text=claim, reports=(report,)), rules.load_rulebook()).origins
    return found


@pytest.mark.parametrize(("claim", "text", "class_"), [
    (THEFT, "Tello said no customer data had been taken.", "party"),
    (THEFT, "Falk said that customer data had been stolen.", "unattributed"),
    ("Renn said that Tello lost customer data.", "Renn said that customer data had been lost.", "unattributed"),
    (THEFT, "Somebody said that no customer data had been taken.", "unattributed"),
])  # fmt: skip
def test_somebody_of_unknown_standing_is_a_party_where_the_claim_tells_of_him(claim, text, class_):
    assert origin(claim, text).class_ == class_


def test_who_denies_what_is_told_of_him_serves_himself_unless_the_request_says_otherwise():
    denial = "Tello said no customer data had been taken."
    assert (origin(THEFT, denial).stance, origin(THEFT, denial).interest) == (Stance.DENIES, Interest.SELF_SERVING)
    assert origin(THEFT, denial, source=Source(name="Tello", interest=Interest.NEUTRAL)).interest is Interest.NEUTRAL


def test_an_admission_of_whom_the_claim_tells_confirms_it():
    report = Report(text="Tello admitted that hackers had stolen customer data.", publisher="lorn.example")
    assert rules.assess(Case(text=THEFT, reports=(report,)), rules.load_rulebook()).status is Status.CONFIRMED


@pytest.mark.parametrize(("text", "status"), [
    ("The army admitted that nearly thirty villagers had died.", Status.CONFIRMED),
    ("The army admitted that it had probably hit the school.", Status.SINGLE_SOURCE),
    ("The army has yet to apologise for having shelled the market.", Status.UNVERIFIED),
    ("Petra Moll admitted that she had sold the seal.", Status.CONFIRMED),
    ("In court, Petra Moll admitted selling the seal.", Status.CONFIRMED),
    ("Petra Moll confessed to the theft.", Status.CONFIRMED),
    ("Petra Moll admitted that the seal was old.", Status.SINGLE_SOURCE),
    ("The clerk accepted the party's nomination.", Status.UNVERIFIED),
])  # fmt: skip
def test_only_an_admission_of_what_happened_confirms_it(text, status):
    assert rules.assess(Case(text=text), rules.load_rulebook()).status is status


DRUNK = "The mayor of Pell crashed her car while drunk."


@pytest.mark.parametrize(("texts", "origins"), [
    (["Police said the mayor of Pell had been drunk.", "The mayor admitted that she had been drunk."], 2),
    (["Officials said the mayor of Pell had been drunk.", "The mayor admitted that she had been drunk."], 1),
    (["Police said the mayor of Pell had been drunk.", "The sheriff said the mayor of Pell had been drunk."], 1),
])  # fmt: skip
def test_a_body_without_a_name_that_admits_it_is_not_another_that_says_so_of_it(texts, origins):
    reports = tuple(Report(text=text, publisher=f"outlet{n}.example") for n, text in enumerate(texts))
    assert len(rules.assess(Case(text=DRUNK, reports=reports), rules.load_rulebook()).origins) == origins
