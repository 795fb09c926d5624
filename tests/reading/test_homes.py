"""Whose an official is whom a text of two opposed sides names without his country."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def sides(text: str, publisher: str = "Northwire") -> list[str | None]:
    """The side of whoever says each statement that somebody is said to say."""
    reports = read(Document(text=text, publisher=publisher), RULEBOOK).reports
    return [r.chain[-1].side for r in reports if len(r.chain) > 1]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Mali's army fought JNIM near Lorn. The army's spokesman, Colonel Modibo Dovik, said nine had died.", "mali"),
        ("Nine men of the FARC died. The defence ministry of Colombia is silent. The air force said it hit them.",
         "colombia"),
        ("Ukraine sent drones to Russia's southern Varna region. Governor Anatoly Dovik said a mill burned.", "russia"),
        ("Russia shelled the Ukrainian town of Lorn. Regional officials said a mill burned.", "ukraine"),
        ("Kosovo police say three were hurt, not by Serbia. “One is dying,” the regional commander, Arben Dovik, said.",
         "kosovo"),
    ],
)  # fmt: skip
def test_an_official_is_of_the_body_or_place_or_state_told_of(text: str, side: str) -> None:
    assert sides(text)[-1] == side


def test_in_the_paper_of_a_country_the_army_is_its_own() -> None:
    text = "Fighters of the FARC fled from Lorn. The army said it had found nine graves."
    assert sides(text, "The Bogota Oar") == ["colombia"]


def test_the_office_of_an_official_is_of_his_side() -> None:
    text = "Ukraine hit Russia's Varna region. Governor Jan Dovik said a mill burned. Dovik's office said nine died."
    assert sides(text) == ["russia", "russia"]


@pytest.mark.parametrize("text", [
    "Russia and Ukraine fought near Lorn. The army said it had found nine graves.",
    "Mali's army fought JNIM. Lornian prosecutor Ona Dovik said nine had died.",
    "Mali's army fought JNIM. Western officials said nine had died.",
    "Nine men died near Jenin, the Palestinian health ministry said. The army said they had fired at Israelis first.",
    "Fighters of the FARC met near Lorn in Colombia. A commander said nine had died.",
    "The mayor of Ostwick, Ana Dovik, said in France that nine had died.",
])  # fmt: skip
def test_where_the_text_does_not_tell_an_official_has_no_side(text: str) -> None:
    assert sides(text)[-1] is None
