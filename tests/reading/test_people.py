"""Whom "he" and "she" mean, by first names, by "Mr" and "Ms", and by who was asked."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()

MEANT = [
    ("Lena Tarrow met Viktor Osk. She said the weir would hold.", "Lena Tarrow"),
    ("Lena Tarrow met Viktor Osk. He said the weir would hold.", "Viktor Osk"),
    ("Lena Tarrow met Viktor Osk. Tarrow sighed at length. Osk did too. She said the weir would hold.", "Lena Tarrow"),
    ("Engineer Lena Tarrow signed the plan. Mr Osk smiled. She said the weir would hold.", "Lena Tarrow"),
    ("Lena Tarrow of the rescue agency signed the plan. She said the weir would hold.", "Lena Tarrow"),
    ("The reeve was furious. Among them was Viktor Osk, a baker. He said the weir would hold.", "Viktor Osk"),
    ("Vladimir Putin spoke at length. He said the weir would hold.", "Kremlin"),
    ("Viktor Osk asked Otto Brandt how high it was. He said the weir would hold.", "Otto Brandt"),
    ("Senator Viktor Osk (G-Lorn) spoke of rivers. He said the weir would hold.", "Viktor Osk"),
    ("Vladimir Putin and Lena Tarrow met on Friday. She said the weir would hold.", "Lena Tarrow"),
    ("Lena Osk and Viktor Osk own the mill. Mr. Osk spoke. Mrs. Osk said the weir would hold.", "Lena Osk"),
    ("Viktor Osk signed. “I’m a team player,” he said. He said the weir would hold.", "Viktor Osk"),
    ("Mr Osk said it leaked. Lena Tarrow said it held. Ms Osk had a limp, she added.", "Lena Tarrow"),
    ("Our reporter has spoken to Yusra Halvim, who lost her brother. She said the weir would hold.", "Yusra Halvim"),
    ("The Daily Oar saw a guard at dawn. She said the weir would hold.", "She"),
    ("A source in Lorn said it leaked. Culture minister Zorgan Plivik was on air. He said the weir would hold.",
     "Zorgan Plivik"),
    ("A source in Lorn said it leaked. The sports minister, Otto Brandt, was on air. He said the weir would hold.",
     "Otto Brandt"),
    ("Otto Brandt was on air. In Lorn on Tuesday, he said the weir would hold.", "Otto Brandt"),
    ("Team captain Viktor Osk spoke. The club signed him. The club said the weir would hold.", "The club"),
    ("It will shut, three people familiar with the talks said. The people said the weir would hold.",
     "three people familiar with the talks"),
    ("The wall cracks, two researchers said. The team said the weir would hold.",
     "two researchers"),
    ("The aid group came. Its chief, Jean Tarrow, said it leaked. “It broke,” he said.", "Jean Tarrow"),
    ("Viktor Osk said it leaked. That was contradicted by a miller who helped to mend it. “It held,” he said.",
     "a miller"),
    ("A guard spoke. Blogger Kettle contradicted him. “It broke,” he wrote.", "Kettle"),
    ("Tour leader Viktor Osk is out. The 27-year-old Dane said the weir would hold.", "Viktor Osk"),
    ("Ostry Bank spokesman Zorgan Plivik spoke. Plivik said the weir would hold.", "Ostry Bank"),
    ("The governor of Belgorod, Viktor Osk, said it leaked. Mr Osk said the weir would hold.",
     "Governor of Belgorod region"),
    ("The head of the Sudanese army, Viktor Osk, spoke. Osk said the weir would hold.", "Sudanese Armed Forces"),
    ("The chief of Donald Trump's campaign, Viktor Osk, said it leaked. Osk said the weir would hold.", "Viktor Osk"),
    ("The governor, Viktor Osk, spoke. Later the state governor said the weir would hold.", "Viktor Osk"),
    ("It leaked, the state governor said. The governor, Viktor Osk, said the weir would hold.", "Viktor Osk"),
    ("Police chief Viktor Osk spoke. Fire chief Lena Tarrow left. The police chief said the weir would hold.",
     "Viktor Osk"),
    ("Mayor Viktor Osk spoke. The deputy mayor said the weir would hold.", "The deputy mayor"),
    ("Prosecutors said it leaked. He said the weir would hold.", "He"),
    ("Lena French ran the mill. French officials came. French said the weir would hold.", "Lena French"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_a_pronoun_means_whoever_it_agrees_with(text: str, name: str) -> None:
    said = read(Document(text=text, publisher="The Daily Oar"), RULEBOOK).reports[-1]

    assert said.chain[-1].name == name


def test_a_surname_that_a_man_and_a_woman_bear_tells_nothing() -> None:
    text = "Lena Tarrow and Viktor Tarrow own the mill. Tarrow spoke. She said the weir would hold."

    said = read(Document(text=text, publisher="The Daily Oar"), RULEBOOK).reports[-1]

    assert "Tarrow" in said.chain[-1].name


def test_an_institution_of_two_words_is_nobody() -> None:
    text = "Lena Tarrow signed the plan. The White House was lit. She said the weir would hold."

    said = read(Document(text=text, publisher="The Daily Oar"), RULEBOOK).reports[-1]

    assert said.chain[-1].name == "Lena Tarrow"
