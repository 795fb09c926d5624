"""Who says it where reports tell of it in passing: revised figures, cited "what it called", those asked by phone."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def said(text: str) -> list[tuple[str, str, str]]:
    """Name and class of whoever says each statement that somebody is said to say, and the statement."""
    reports = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports
    return [(r.chain[-1].name, r.chain[-1].class_, r.claim.text) for r in reports if len(r.chain) > 1]


@pytest.mark.parametrize(
    ("text", "name", "class_", "words"),
    [
        ("The health ministry of Lebanon has revised up the toll from this morning’s raid on Lorn, in the Bala valley, "
         "to five dead.", "Ministry of Health of Lebanon", "official", "to five dead"),
        ("Lornwatch, the local monitoring group, has counted 48 raids since May.", "Lornwatch", "ngo", "48 raids"),
        ("A court in Vilnius was told by the prosecutor, Ana Dovik, that he had set a timer.", "Ana Dovik", "official",
         "he had set a timer"),
        ("The Oar website alleged, citing what it called local sources, that two men died.", "local sources",
         "anonymous", "two men died"),
        ("Residents I've spoken to by phone say they woke up to gunfire.", "Residents I've spoken to by phone",
         "witness", "they woke up to gunfire"),
        ("Other villagers put the toll higher.", "Other villagers", "witness", "the toll higher"),
        ("Footage shared online purports to show men on the fence.", "Footage shared online", "social",
         "to show men on the fence"),
        ("The ministry has in the past denied using mines.", "The ministry", "official", "using mines"),
        ("Police have for months insisted that he acted alone.", "Police", "official", "he acted alone"),
        ("The governor's version is that the mill burned by accident.", "The governor", "official", "the mill burned"),
        ("“They took him,” said Doña Ana, who asked us not to print her surname.", "Doña Ana", "witness",
         "They took him"),
    ],
)  # fmt: skip
def test_who_says_it(text: str, name: str, class_: str, words: str) -> None:
    (found,) = said(text)
    assert found[:2] == (name, class_) and words in found[2]


def test_some_of_a_group_are_of_its_class() -> None:
    text = "We showed the pieces to three weapons specialists. Two of them said they were old."
    assert [class_ for _, class_, _ in said(text)] == ["expert"]


def test_the_officer_is_the_one_who_spoke_before() -> None:
    text = "A surgeon at the mill hospital said nine had died. The surgeon said two were children."
    assert len({name for name, _, _ in said(text)}) == 1


def test_an_earlier_statement_is_of_whoever_made_this_one() -> None:
    text = "The mayor of Ostwick said nine had died. An earlier statement had spoken of three dead."
    assert {class_ for _, class_, _ in said(text)} == {"official"}


@pytest.mark.parametrize("text", [
    "Serbia's defence ministry denied the raid. In a statement quoted by Tanjug, it said no tank had moved.",
    "Serbia's defence ministry denied the raid. On Telegram late on Monday it said that no tank had moved.",
])  # fmt: skip
def test_it_is_no_carrier_and_no_platform(text: str) -> None:
    assert said(text)[-1][0] == "Serbia's defence ministry"


def test_officials_without_more_are_not_those_who_said_nothing() -> None:
    text = "Israeli officials have not commented. Officials say no mill burned."
    assert [name for name, _, _ in said(text)] == ["Officials"]


def test_a_spokesman_is_not_one_named_far_below() -> None:
    between = "It rained. The port was shut. The mill stood still. Nobody came. "
    text = f"A spokesman said nine had died. {between}Its spokesman, Ana Dovik, told Radio Lorn that ten had."
    assert said(text)[0][0] != "Ana Dovik"


def test_who_will_not_be_named_told_it() -> None:
    (found,) = said("A Lornian official who declined to be named told Reuters that two planes had gone down.")
    assert found[1:] == ("anonymous", "two planes had gone down")


def test_the_governor_of_two_provinces_is_one_man() -> None:
    text = "Lorn and Bala's deputy governor, Aref Dovik, rejected the claim. “Not an inch fell,” he told Radio Lorn."
    assert said(text)[-1][0] == "Aref Dovik"


def test_a_question_behind_a_label_says_nothing() -> None:
    assert said("Reality Check: What do we know about the raid?") == []
