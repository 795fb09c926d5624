"""What a text tells of a name in passing, and so of whoever bears it, in full or in short, elsewhere."""

import pytest

from rules import load_rulebook
from rules.model import Document, Link
from rules.reading import read

RULEBOOK = load_rulebook()


def last_source(text: str) -> Link:
    reports = read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK).reports
    return [r for r in reports if len(r.chain) > 1][-1].chain[-1]


INTRODUCED = [
    ("It was won by the opposition candidate, Ana Dovik, on Sunday. Dovik called it fair.", "Ana Dovik", "party"),
    ("Ron Tasker, 61, was hurt. Tasker said the stairs were wet.", "Ron Tasker", "witness"),
    ("The driver, 24-year-old Ron Tasker, fled. Tasker said the road was wet.", "Ron Tasker", "witness"),
    ("Food came from Fairhand, an aid group. Fairhand said it had run out of flour.", "Fairhand", "ngo"),
    ("She works for the charity Fairhand. Fairhand said it had run out of flour.", "Fairhand", "ngo"),
    ("An adviser to Transport Secretary Ana Dovik has left. Dovik said he was tired.", "Ana Dovik", "official"),
    ("Developer Quillmoor Homes will build it. Quillmoor said the land was dry.", "Quillmoor Homes", "party"),
    ("His wife, Berit, fell ill. Berit said the well was foul.", "Berit", "witness"),
    ("Fighters loyal to the Ash Vanguard fled. The Vanguard said the town held out.", "Ash Vanguard", "party"),
    ("It was led by Ana Dovik of the Lorn Institute. Dovik said the reef was dying.", "Ana Dovik", "expert"),
    ("Fairhand Today, a charity, left. Its founder, the diver Ana Dovik, said it was late.", "Ana Dovik", "ngo"),
    ("His sister-in-law, Ana Dovik, wept. Dovik said it was late.", "Ana Dovik", "witness"),
    ("Velmoor's Swedish owner left. Velmoor Nord said the dam was dry.", "Velmoor Nord", "party"),
    ("Lorn's chief of staff, Ana Dovik, left. Dovik said the road was shut.", "Ana Dovik", "official"),
    ("It was built by the Danish start-up Aurel Sky. Aurel said it was sound.", "Aurel Sky", "party"),
    ("Professor Ana Dovik, who runs a ward, sat. “It is cold,” she said.", "Ana Dovik", "expert"),
    ("President Dovik left the hall. Mr Dovik said it was late.", "Dovik", "official"),
    ("President Dovik rose. In his speech, Dovik thanked them. Dovik said it was late.", "Dovik", "official"),
    ("A surgeon there, Ana Dovik, left. Dovik said it was late.", "Ana Dovik", "witness"),
    ("Ana Dovik, who is its campaign chief, left. Dovik said it was late.", "Ana Dovik", "party"),
    ("Ana Dovik had been sweeping the hall. “The roof lifted,” Dovik said.", "Ana Dovik", "witness"),
    ("Ana Dovik and her sons spent the night on the roof. “It shook,” Dovik said.", "Ana Dovik", "witness"),
    ("A former Velmoor engineer left. Velmoor said it was late.", "Velmoor", "party"),
    ("It was felled by Velmoor Ltd on Monday. Velmoor called that false.", "Velmoor", "party"),
    ("Velmoor's army fled. Velmoor said it was late.", "Velmoor", "official"),
    ("“It sank,” said Ana Dovik, who was folding nets.", "Ana Dovik", "witness"),
    ("Opening the case, Ana Dovik KC said he fled.", "Ana Dovik KC", "official"),
    ("The Harbour Bureau said it sank. The agency expects rain.", "Harbour Bureau", "official"),
    ("A man who gave his name as Ilo said it was late.", "Ilo", "witness"),
    ("Ana Dovik, behind the counter that day, said it was late.", "Ana Dovik", "witness"),
    ("“It was late,” said Ana Dovik, mending a net.", "Ana Dovik", "witness"),
    ("A study led by Ana Dovik is out. Dovik said it was late.", "Ana Dovik", "expert"),
    ("The chief executive of Velmoor, Ana Dovik, left. Velmoor said it was in good health.", "Velmoor", "party"),
]


@pytest.mark.parametrize(("text", "name", "class_"), INTRODUCED)
def test_a_name_has_the_class_that_the_text_gives_it_elsewhere(text: str, name: str, class_: str) -> None:
    link = last_source(text)
    assert (link.name, link.class_) == (name, class_)


IN_COURT = [
    ("Ana Dovik, 44, of Mill Lane, is alleged to have taken it. She denies theft. Dovik said it was hers.", "party"),
    ("Opening the case, Ana Dovik said he lied. Dovik said he fled.", "official"),
    ("“He fled,” said Ana Dovik, prosecuting.", "official"),
    ("In mitigation, Ana Dovik said he was ill.", "party"),
    ("Judge Ana Dovik denied the charge of bias.", "official"),
    ("Ana Dovik, 44, of Mill Lane, denied that the lamp was lit.", "witness"),
]


@pytest.mark.parametrize(("text", "class_"), IN_COURT)
def test_the_accused_is_a_party_and_so_is_who_defends_him(text: str, class_: str) -> None:
    link = last_source(text)
    assert (link.name, link.class_) == ("Ana Dovik", class_)


UNTOLD = [
    "Ana Dovik, tired and wet, came home. Dovik said the road was shut.",
    "The mayor, the police and Ana Dovik met. Dovik said the road was shut.",
    "Customers of Velmoor waited. Velmoor said the road was shut.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_says_nothing_of_a_name_gives_it_no_class(text: str) -> None:
    assert last_source(text).class_ == "unattributed"


MEANT = [
    ("Jean Holt, 80, welcomed the plan. “I cannot walk far,” she explained.", "Jean Holt"),
    ("Ron Tasker admitted it was late. Cross-examined by the barrister, Ana Dovik, he said it was dark.", "Ron Tasker"),
    ("The mayor wept. A nurse said the ward was full. “It is cold,” she said.", "A nurse"),
    ("Ron Tasker said the ball was out. “I saw it,” the Austrian said.", "Ron Tasker"),
    ("The Guardian said it was shut.", "Guardian"),
    ("Velmoor said three of its customers had left. One of them, it said, was ill.", "Velmoor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_whom_he_she_and_the_austrian_stand_for(text: str, name: str) -> None:
    assert last_source(text).name.removeprefix("The ") == name


SPEAKERS = [
    ("Velmoor Utilities denied a leak. A spokeswoman said the tests were sound.", "Velmoor Utilities", "party"),
    ("Velmoor denied a leak. A spokeswoman said the tests were sound.", "Velmoor", "party"),
    ("Velmoor Ltd denied a leak. All was well, a spokesman, Ron Tasker, said.", "Ron Tasker", "party"),
    ("The council is broke. A spokesman said the bins would wait.", "A spokesman", "official"),
    ("The opposition left. A spokesman for the city council said the bins would wait.",
     "A spokesman for the city council", "official"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "class_"), SPEAKERS)
def test_a_spokesman_of_nobody_speaks_for_the_body_before_him(text: str, name: str, class_: str) -> None:
    link = last_source(text)
    assert (link.name, link.class_) == (name, class_)


COMPANIES = [
    ("Velmoor will close its plant. The company said 900 posts would go.", "Velmoor", "party"),
    ("Velmoor is shut. Sarnhall Ltd said it was open. The company said 900 posts would go.", "The company", "party"),
]


@pytest.mark.parametrize(("text", "name", "class_"), COMPANIES)
def test_the_company_is_the_only_one_that_may_be_meant(text: str, name: str, class_: str) -> None:
    link = last_source(text)
    assert (link.name, link.class_) == (name, class_)


def test_an_outlet_that_is_called_by_part_of_its_name_is_itself() -> None:
    text = "Ron Tasker fled. The Clarion understands that it was filmed by a waiter."
    report = read(Document(text=text, publisher="The Daily Clarion", language="en"), RULEBOOK).reports[-1]
    assert [link.name for link in report.chain] == ["The Daily Clarion"]
