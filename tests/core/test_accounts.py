"""Whoever has a part in a matter backs a claim only if his words state it."""

from __future__ import annotations

import pytest

import rules
from rules.model import Case, Report

SUNK = "Ukraine said it had sunk a tug off Lorn."
BURNED = "Villagers said soldiers had burned six barns in Orvik."


@pytest.mark.parametrize(
    ("claim", "text", "stance"),
    [
        (SUNK, "Russia's defence ministry said that its sailors were in good spirits.", "unrelated"),
        (SUNK, "Russia's defence ministry said that the raiders' boats had been turned back.", "unrelated"),
        (SUNK, "Russia's defence ministry said that a Russian tug had been sunk off Lorn.", "supports"),
        (SUNK, "Russia's defence ministry denied that a tug had been sunk.", "denies"),
        ("Ukraine said it had sunk six tugs off Lorn.", "Russia's navy said two tugs had been sunk.", "denies"),
        (SUNK, "A Ukrainian admiral said that the target had gone to the bottom.", "supports"),
        ("The Russian army bombed a school.", "Russia said the Ukrainian army had bombed it.", "denies"),
        ("Ukraine blamed Russia for the strike on the dam.", "Russia accused Ukraine of the strike.", "denies"),
        ("Ruritania said Freedonia had shelled Bala.", "Freedonia said that Ruritania had shelled it.", "denies"),
        ("Ruritania said Freedonia had shelled Bala.", "Freedonia said that its own guns had hit Bala.", "supports"),
        ("The union said the firm had agreed to talks.", "The firm said the union had accepted talks.", "unrelated"),
        (BURNED, "The interior ministry said reinforcements were on their way.", "unrelated"),
        (BURNED, "The governor said that soldiers had set fire to the barns.", "supports"),
        (BURNED, "The army admitted that its men had lit them.", "supports"),
        ("Mayor Ana Moll of Dreb has resigned.", "Two aides said she had stepped down.", "supports"),
    ],
)
def test_parties_and_officials_back_what_their_words_state(rulebook, claim, text, stance):
    case = Case(text=claim, reports=(Report(text=text, publisher="north.example"),))
    assert rules.assess(case, rulebook).origins[0].stance == stance


def test_whose_account_is_left_out_is_named_with_what_to_do(rulebook):
    case = Case(text=SUNK, reports=(Report(text="Russia's navy said that its sailors were in good spirits."),))
    told = rules.assess(case, rulebook).summary
    assert "told is not counted: give its stance if it backs or denies the claim" in told
