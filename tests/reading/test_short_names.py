"""Bodies that are named in full come again by their noun alone, wherever in a sentence the name stood."""

import pytest

import rules
from rules.model import Document

RULEBOOK = rules.load_rulebook()


def source(text: str) -> tuple[str, str | None]:
    """The innermost link of the last report."""
    link = rules.read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports[-1].chain[-1]
    return link.name, link.class_


@pytest.mark.parametrize(("text", "name", "class_"), [
    ("The study was paid for by the Lorn Salt Council, a trade body. The council said it had no say in it.",
     "Lorn Salt Council", "party"),
    ("They marched to the house of the Lorn River Board. The board said it would meet them.",
     "Lorn River Board", "official"),
    ("The prize went to the Orlund Institute. The institute said it was glad.", "Orlund Institute", "expert"),
    ("She left the University of Orlund. The university said it was sorry.", "University of Orlund", "expert"),
])
def test_the_noun_stands_for_the_body_named_before(text: str, name: str, class_: str) -> None:
    assert source(text) == (name, class_)


@pytest.mark.parametrize("text", [
    "Ana Baker came. The baker said it was cold.",
    "They read the Orlund College Poll. The poll found that most were cold.",
    "The council said it was cold. The Lorn Salt Council, a trade body, met on Monday.",
])
def test_people_things_and_bodies_named_later_are_not_meant(text: str) -> None:
    assert not {"Ana Baker", "Orlund College Poll", "Lorn Salt Council"} & {source(text)[0]}
