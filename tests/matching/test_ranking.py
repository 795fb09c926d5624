import pytest

from bench._retrieval import Retriever
from rules.matching import Claim
from rules.matching.posts import read_post

CLAIMS = [
    Claim(id="bridge", text="The old bridge of Tarnau collapsed in May 2021.", title="Did Tarnau's bridge collapse?"),
    Claim(id="mayor", text="The mayor of Tarnau said bridges are a waste.", title="Did a mayor call bridges a waste?"),
    Claim(id="shark", text="A shark swam up the river to Tarnau.", title="Was a shark seen in Tarnau?"),
]


@pytest.fixture(scope="module")
def retriever(rulebook):
    filled = Retriever(rulebook)
    for claim in CLAIMS:
        filled.add(claim)
    return filled


@pytest.mark.parametrize(
    ("post", "claim"),
    [
        ("The bridge in #Tarnau just collapsed!! pic.twitter.com/a1B2 — Ada (@ada) May 3, 2021", "bridge"),
        ("So is that shark in the river real? https://t.co/xyz", "shark"),
    ],
)
def test_a_post_finds_the_claim_it_is_about(retriever, post, claim):
    assert retriever.query(post, 1)[0].claim == claim


def test_at_most_k_matches_best_first(retriever):
    matches = retriever.query("bridge in Tarnau", 2)
    assert len(matches) == 2
    assert matches[0].score >= matches[1].score


def test_nothing_stored_gives_nothing(rulebook):
    assert Retriever(rulebook).query("anything at all", 3) == []


def test_a_post_is_taken_apart():
    post = read_post("Look at this https://t.co/q1 — Jo van Dam (@jovd) June 7, 2019")
    assert post == ("Look at this", "Jo van Dam", "June 7, 2019")


@pytest.mark.parametrize("text", ["The village — a small one — was taken.", "Prices rose 3 - 4 per cent (again)."])
def test_a_dash_in_a_sentence_is_no_signature(text):
    assert read_post(text) == (text, "", "")
