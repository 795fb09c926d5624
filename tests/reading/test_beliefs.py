"""What people say they believe or do not: their own word, and a denial where they do not."""

from __future__ import annotations

import pytest

import rules
from rules.model import Document, Stance

RULEBOOK = rules.load_rulebook()


@pytest.mark.parametrize(
    ("text", "source", "stance", "claim"),
    [
        ("Oak Front boasted of the raid, but Lornian officials have said they do not believe the gunman had help.",
         "Lornian officials", Stance.DENIES, "the gunman had help"),
        ("The union attacked the firm, and the mayor said she believed that jobs were at risk.",
         "the mayor", Stance.SUPPORTS, "jobs were at risk"),
        ("The harbour master doesn't think the pier will hold.", "The harbour master", Stance.DENIES,
         "the pier will hold"),
        ("Investigators no longer believe that the fire was set.", "Investigators", Stance.DENIES, "the fire was set"),
        ("Investigators believe that the fire was set.", "Investigators", Stance.SUPPORTS, "the fire was set"),
    ],
)  # fmt: skip
def test_who_believes_what(text: str, source: str, stance: Stance, claim: str) -> None:
    told = rules.read(Document(text=text), RULEBOOK).reports[-1]
    assert ([link.name for link in told.chain], told.stance, told.claim.text) == ([source], stance, claim)


def test_what_somebody_else_believes_stays_his() -> None:
    (told,) = rules.read(Document(text="The clerk said the mayor believed that the pier would hold."), RULEBOOK).reports
    assert [link.name for link in told.chain] == ["The clerk", "the mayor"]
