import random

import pytest

from rules.matching import Index

CLAIMS = {
    "depot": "Drones hit the oil depot in Veldorf.",
    "mayor": "The mayor of Veldorf resigned.",
    "shark": "A shark was seen in the canal.",
    "canal": "The canal froze over for the first time in years.",
}


@pytest.fixture
def index(rulebook):
    filled = Index(rulebook)
    for claim, text in CLAIMS.items():
        filled.add(claim, text)
    return filled


def ids(found):
    return [claim for claim, _ in found]


def test_the_claim_that_shares_most_comes_first(index):
    assert ids(index.query("A drone strike on an oil depot near Veldorf", 2)) == ["depot", "mayor"]


def test_claims_that_share_no_word_are_not_proposed(index):
    assert index.query("The choir sang beautifully", 5) == []
    assert index.query("the of and", 5) == []
    assert index.query("", 5) == []


def test_the_order_of_adding_does_not_change_what_is_found(rulebook, index):
    shuffled = Index(rulebook)
    for claim in sorted(CLAIMS, key=lambda c: random.Random(c).random()):
        shuffled.add(claim, CLAIMS[claim])
    for text in (*CLAIMS.values(), "oil in the canal of Veldorf"):
        assert shuffled.query(text, 4) == index.query(text, 4)


def test_other_claims_do_not_change_a_score(rulebook, index):
    before = dict(index.query("oil depot", 5))["depot"]
    index.add("more", "Another oil price record.")
    assert dict(index.query("oil depot", 5))["depot"] == before


def test_ties_are_ordered_by_id(rulebook):
    index = Index(rulebook)
    for claim in ("b", "c", "a"):
        index.add(claim, "The lighthouse went dark.")
    assert ids(index.query("lighthouse", 2)) == ["a", "b"]
