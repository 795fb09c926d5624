"""On which side of its source stands what is said: before it, behind it, or around it."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def said(text: str) -> list[tuple[str, str]]:
    """Who says what, in the order of the text; the outlet's own words have no name."""
    reports = read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK).reports
    return [(r.chain[-1].name if len(r.chain) > 1 else "", r.claim.text) for r in reports]


SIDES = [
    ("“It is gone,” the mayor said after divers reported a crack.",
     [("the mayor", "It is gone"), ("divers", "a crack")]),
    ("“It is gone,” the mayor told Tarn Radio’s “Morning Hour” on Monday.", [("the mayor", "It is gone")]),
    ("''It is gone,'' the mayor told the show ''Tarn at Nine'' on Monday.", [("the mayor", "It is gone")]),
    ("“It is gone,” the mayor said when the army left.", [("the mayor", "It is gone")]),
    ("In May, as the barge was being loaded, the mayor said, “They will all come home.”",
     [("the mayor", "They will all come home")]),
    ("After a guest asked who had fired, the mayor replied, “Not us.”", [("the mayor", "Not us")]),
    ("If the dam breaks, the mayor said, nine mills will be flooded.",
     [("the mayor", "If the dam breaks, the mayor said, nine mills will be flooded")]),
    ("The barge, the mayor said, sank within minutes.",
     [("the mayor", "The barge, the mayor said, sank within minutes")]),
    ("It is a raid, the mayor says, that was planned for months.",
     [("the mayor", "It is a raid, the mayor says, that was planned for months")]),
    ("Near the mill, according to the mayor, two barges were burnt.", [("the mayor", "two barges were burnt")]),
    ("Since Monday, according to the mayor, nine barges have sunk.",
     [("the mayor", "Since Monday, according to the mayor, nine barges have sunk")]),
    ("“It may be old, but that’s how the mill burned,” the mayor said.",
     [("the mayor", "It may be old"), ("the mayor", "that’s how the mill burned")]),
    ("Noting that it had burned, the mayor said nobody was there.",
     [("the mayor", "it had burned"), ("the mayor", "nobody was there")]),
    ("Prices will fall, the mayor said on Tuesday — a change that helps.", [("the mayor", "Prices will fall")]),
    ("Prices will fall, the mayor said on Tuesday -- a change that helps.", [("the mayor", "Prices will fall")]),
    ("The mayor said nine had died and the army said four had died.",
     [("The mayor", "nine had died"), ("the army", "four had died")]),
    ("When the army accused the mayor of theft, Ana Dovik said it had lied.",
     [("the army", "the mayor of theft"), ("Ana Dovik", "it had lied")]),
    ("“It sank,” said Ana Dovik, a baker who has accused the army of theft.",
     [("Ana Dovik", "It sank"), ("Ana Dovik", "the army of theft")]),
    ("The mayor first said nobody was hurt, but in a later note said two were.",
     [("The mayor", "nobody was hurt"), ("The mayor", "two were")]),
    ("The mayor claimed in a talk with Tarn News that it had sunk.", [("The mayor", "it had sunk")]),
    ("By the mayor’s own count, nine barges sank.", [("the mayor", "nine barges sank")]),
    ("According to the ministry, Ana Dovik, a nurse, was hurt.", [("the ministry", "Ana Dovik, a nurse, was hurt")]),
    ("The mayor fired back that it had sunk.", [("The mayor", "it had sunk")]),
    ("(A guard denied that it had sunk.)", [("A guard", "it had sunk")]),
    ("That said, the barge is old.", [("", "That said, the barge is old.")]),
    ("The army began shelling the mill at noon.", [("", "The army began shelling the mill at noon.")]),
    ("A colonel appeared on television to announce that it had sunk.",
     [("", "A colonel appeared on television"), ("A colonel", "it had sunk")]),
    ("The council condemned what it called a raid and said it was sending boats.",
     [("The council", "a raid"), ("The council", "it was sending boats")]),
    ("All were held according to law, the mayor said.", [("the mayor", "All were held according to law")]),
    ("As for the barge, “it sank,” the mayor said.", [("the mayor", "As for the barge, “it sank,”")]),
]
INTRODUCED = [
    ("When the mill burned, Ana Dovik made a speech:\n“It is gone. We left.”", "Ana Dovik"),
    ("Ana Dovik, who was there, wrote a letter. “It is gone. We left.”", "Ana Dovik"),
    ("But Ana Dovik also had a warning. “It is gone. We left.”", "Ana Dovik"),
    ("This was the end of the mill. “It is gone. We left.”", ""),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_what_is_said_is_found_on_its_side_of_the_source(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "speaker"), INTRODUCED)
def test_the_subject_that_leads_up_to_quoted_sentences_says_them(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == ["", speaker, speaker]


@pytest.mark.parametrize(
    "source",
    ["A Telegram post by the mayor", "The mayor’s Telegram channel", "A post on the mayor’s channel",
     "A message from the mayor", "A statement by the mayor posted on X"],
)
def test_what_somebody_writes_is_his_word(source: str) -> None:
    report = read(Document(text=f"{source} said nine barges sank.", publisher="lorn.example"), RULEBOOK).reports[0]
    assert (report.chain[-1].name.lower(), report.chain[-1].class_) == ("the mayor", "official")


def test_a_post_by_somebody_unknown_stays_a_post() -> None:
    report = read(Document(text="A post by Ana Dovik said it sank.", publisher="lorn.example"), RULEBOOK).reports[0]
    assert report.chain[-1].class_ == "social"


def test_a_surname_with_what_he_is_means_whoever_bore_it_before() -> None:
    text = "“It sank,” said Ana Dovik, a baker. He left. “It was cold,” said Dovik, a former governor of Lorn."
    assert [name for name, _ in said(text)] == ["Ana Dovik", "", "Ana Dovik"]


def test_a_spokesman_speaks_for_the_body_that_the_text_gives_him() -> None:
    assert said("State Department spokesman John Kirby said it sank.")[0][0] == "US State Department"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A guard quoted by the Lorn Herald said it sank.", ["Lorn Herald", "A guard"]),
        ("According to the Lorn Herald, which cited two guards, it sank.", ["Lorn Herald", "two guards"]),
        ("“We took it,” said a man who introduced himself as Captain Ana Dovik.", ["Ana Dovik"]),
        ("Qatar, which the army accuses of arming the RSF, denied that it sank.", ["Qatar"]),
        ("The army’s Sixth Division said it sank.", ["Sixth Division"]),
        ("Militia shells camp as army says it sank", ["army"]),
    ],
)
def test_who_passes_on_what_whom_says(text: str, chain: list[str]) -> None:
    report = read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK).reports[-1]
    assert [link.name for link in report.chain[1:]] == chain


def test_what_an_outlet_asks_and_answers_itself_is_no_interview() -> None:
    text = (
        "The army denied it, its spokesman, Ana Dovik, said.\n\nWhere was it filmed?\n\nWe matched it to the mill.\n\n"
        "When?\n\nWe found no earlier copy.\n\nWho did it?\n\nWe cannot say who fired."
    )
    reports = read(Document(text=text, publisher="Northwire", language="en"), RULEBOOK).reports
    assert {r.chain[-1].name for r in reports if r.claim.text.startswith("We ")} == {"Northwire"}


def test_she_may_be_a_woman_of_whom_more_is_told() -> None:
    text = (
        "“It burns,” the coordinator, Marion Orr, said.\n\n"
        "A teacher who fled told the Oar that guards had stopped her. “They took my brother,” she said."
    )
    assert said(text)[-1][0] == "A teacher who fled"
