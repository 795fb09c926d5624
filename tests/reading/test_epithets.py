"""What a text calls a body that it has named is that body: no second origin."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def origins(text: str) -> list[str]:
    reports = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports
    return [r.chain[-1].name for r in reports if len(r.chain) > 1]


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ("Hamas", "the Palestinian militant group"),
        ("Hezbollah", "the Iran-backed movement"),
        ("Human Rights Watch", "the rights group"),
        ("Human Rights Watch", "the New York-based group"),
        ("Doctors Without Borders", "the medical charity"),
        ("Syrian Observatory for Human Rights", "the war monitor"),
        ("International Crisis Group", "the Brussels-based think tank"),
    ],
)
def test_a_body_is_called_by_what_it_is(named: str, called: str) -> None:
    text = f"{named} said nine people had died. Three were children, {called} said on Monday."
    assert origins(text) == [named, named]


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ("Human Rights Watch", "the militant group"),
        ("Hamas", "the rights group"),
        ("Hamas", "a Palestinian militant group"),
        ("Hamas", "the Lozova group"),
        ("Siberian Battalion", "the pro-Russian militia"),
        ("Ana Dovik, a rights campaigner,", "the rights group"),
    ],
)
def test_another_class_side_or_name_is_another_body(named: str, called: str) -> None:
    text = f"{named} said nine people had died. Three were children, {called} said on Monday."
    first, second = origins(text)
    assert second != first
