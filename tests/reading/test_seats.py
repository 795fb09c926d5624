"""Whose an office is that a text names without its country: of the place that begins the sentence, or named before."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def sides(text: str) -> list[str | None]:
    reports = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports
    return [r.chain[-1].side for r in reports if len(r.chain) > 1]


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("In neighbouring Burkina Faso, the army said it had found nine bodies.", "burkina_faso"),
        ("In Damascus, interior ministry spokesman Tarek Dovik said a bridge had fallen.", "syria"),
        ("Meanwhile in Tehran, officials said two bridges had fallen.", "iran"),
        ("In Damascus, the ambassador said a bridge had fallen.", None),
        ("In Lozova, the mayor said a bridge had fallen.", None),
    ],
)
def test_an_office_is_of_the_place_that_begins_its_sentence(sentence: str, side: str | None) -> None:
    assert sides(f"Mali's army said a camp had burned. {sentence}") == ["mali", side]


def test_an_office_is_the_one_of_its_name_however_far_above() -> None:
    between = " ".join(f"{name} Dovik said bread was dear." for name in ("Ana", "Ines", "Jan", "Olga", "Piet") * 4)
    between += " France's defence ministry said so."
    text = f"Gaza's health ministry said nine had died. {between} The health ministry said ten had died."
    assert (sides(text)[0], sides(text)[-1]) == ("hamas", "hamas")
