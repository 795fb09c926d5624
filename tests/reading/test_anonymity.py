"""Sources that speak on condition of anonymity are anonymous, wherever that is said, and admit nothing."""

import pytest

import rules
from rules.model import Case, Document
from rules.reading import read

RULEBOOK = rules.load_rulebook()

WITHHELD = [
    ("“We lost the mill,” an officer admitted on condition of anonymity.", "We lost the mill"),
    ("“We lost the mill,” said an officer, speaking on condition of anonymity.", "We lost the mill"),
    ("An officer, speaking anonymously, said the mill was lost.", "the mill was lost"),
    ("An officer said on condition of anonymity that the mill was lost.", "the mill was lost"),
    ("An officer said the mill was lost, speaking on condition of anonymity because of the war.", "the mill was lost"),
    ("An officer of the Vale council, who asked for anonymity, told a paper the mill was lost.", "the mill was lost"),
    ("An officer said the mill was lost. He spoke on condition of anonymity.", "the mill was lost"),
    ("According to an officer who was not authorized to talk about it, the mill was lost.", "the mill was lost"),
    ("An officer in Lorn, reached by phone, who did not want his name printed, said it was lost.", "it was lost"),
    ("A former officer, speaking on condition of anonymity for fear of arrest, said it was lost.", "it was lost"),
]


@pytest.mark.parametrize(("text", "claim"), WITHHELD)
def test_the_source_is_anonymous_and_the_condition_no_part_of_the_claim(text: str, claim: str) -> None:
    reports = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports
    assert [(r.chain[-1].class_, r.claim.text) for r in reports] == [("anonymous", claim)]


@pytest.mark.parametrize("text", [
    "The mayor said it had sunk, but a guard who asked not to be named told us it had not.",
    "The mayor said it had sunk. A guard, speaking on condition of anonymity, was blunt: it had been sunk.",
    "The mayor said it had sunk. But a guard, who did not want his name printed, laughed.",
    "The mayor said: “I never spoke on condition of anonymity.”",
    "The mayor said it had sunk. A guide spoke of floods on condition of anonymity, the Lorn Gazette reported.",
])  # fmt: skip
def test_another_sources_condition_leaves_the_mayor_official(text: str) -> None:
    assert read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports[0].chain[-1].class_ == "official"


def test_nobody_named_admits_anything() -> None:
    named = "The Pentagon conceded that its drone had killed civilians."
    hidden = "Pentagon officials, speaking on condition of anonymity, conceded that the drone had killed civilians."
    said, whispered = (rules.assess(Case(text=text), RULEBOOK) for text in (named, hidden))
    assert said.status == "confirmed"
    assert whispered.status == "unverified"
    assert whispered.score < said.score
    assert whispered.origins[0].side == "united_states"
