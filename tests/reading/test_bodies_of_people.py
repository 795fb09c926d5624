"""Whose somebody is tells what he is, and whoever has an army or a government is a state."""

import pytest

import rules
from rules.model import Document

RULEBOOK = rules.load_rulebook()

TOLD = [
    ("Analysts at Fenn Capital say it is a problem. It is serious, Fenn's Ana Dovik wrote.", "Ana Dovik", "expert"),
    ("The Vessel Safety Agency stopped the boat after a tip. It said the hull was rotten.", "Vessel Safety Agency",
     "official"),
    ("Vessia's naval command spoke of losses. Vessia denied that the port was shut.", "Vessia", "official"),
    ("Vessia's cheese is loved. Vessia denied that the port was shut.", "Vessia", "unattributed"),
]


@pytest.mark.parametrize(("text", "name", "class_"), TOLD)
def test_who_somebody_is_of(text: str, name: str, class_: str) -> None:
    link = rules.read(Document(text=text, publisher="The Daily Oar"), RULEBOOK).reports[-1].chain[-1]
    assert (link.name, link.class_) == (name, class_)
