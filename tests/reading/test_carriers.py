"""Who carries what somebody says stands in the chain between the publisher and whoever says it."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def chains(text: str, publisher: str = "Northwire") -> list[list[str]]:
    """The names of each chain without its publisher."""
    reports = read(Document(text=text, publisher=publisher), RULEBOOK).reports
    return [[link.name for link in r.chain[1:]] for r in reports if len(r.chain) > 1]


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("The mayor of Ostwick told Agence France-Presse that the ferry had sunk.", "Agence France-Presse"),
        ("“It sank,” the mayor of Ostwick told state broadcaster ORTM.", "ORTM"),
        ("The mayor of Ostwick told Radio Ostwick on Monday it had sunk.", "Radio Ostwick"),
        ("The mayor of Ostwick told Norvik that the ferry had sunk.", "Norvik"),
        ("In a statement carried by Xinhua, the mayor of Ostwick said the ferry had sunk.", "Xinhua"),
        ("The mayor of Ostwick said in remarks aired on state television that it had sunk.", "state television"),
        ("Speaking to Radio Ostwick, the mayor of Ostwick said the ferry had sunk.", "Radio Ostwick"),
        ("The mayor of Ostwick said in an interview with the Kathmandu Post that it sank.", "Kathmandu Post"),
        ("The militia said in a video released by its Al-Norvik media arm that the ferry had sunk.", "Al-Norvik"),
    ],
)
def test_an_outlet_between_publisher_and_source_is_a_link_of_the_chain(text: str, carrier: str) -> None:
    (found,) = chains(text)
    assert found[0] == carrier and len(found) == 2


@pytest.mark.parametrize("text", [
    "The mayor of Ostwick told reporters on Monday that the ferry had sunk.",
    "The mayor of Ostwick said on Monday that the ferry had sunk.",
    "The mayor of Ostwick told Ana Dovik that the ferry had sunk.",
    "The mayor of Ostwick told Dovik that the ferry had sunk. Piet Dovik owned it.",
    "The mayor of Ostwick told Northwire that the ferry had sunk.",
    "The mayor of Ostwick said a clip shared by Xinhua showed the ferry.",
])  # fmt: skip
def test_no_one_else_carries_it(text: str) -> None:
    assert [len(chain) for chain in chains(text)[:1]] == [1]


def test_what_the_same_source_says_next_in_the_paragraph_is_carried_by_the_same() -> None:
    text = "“It sank,” the mayor of Ostwick told Xinhua. “Nine are lost.”\n\nThe mayor said the port was shut."
    assert [len(chain) for chain in chains(text)] == [2, 2, 1]


def test_the_paper_is_the_one_named_before() -> None:
    text = "Le Monde reported that the ferry had sunk. “It hit a rock,” a diver told the paper."
    assert chains(text)[-1] == ["Le Monde", "a diver"]
