"""A short text that holds two sides is scored with both: `rules.assess` of a claim without reports."""

from __future__ import annotations

import pytest

import rules
from rules.model import Case

LEGION = "The Hill Legion said it had taken Bala"


def sides(text: str, rulebook) -> list[tuple[str, str]]:
    return [(origin.name, origin.stance) for origin in rules.assess(Case(text=text), rulebook).origins]


@pytest.mark.parametrize("joint", ["; the", ". The", ", but the", ", while the"])
def test_who_denies_what_another_said_contests_it(rulebook, joint):
    text = f"{LEGION}{joint} army denied that it had lost a single street."
    assert sides(text, rulebook) == [("The Hill Legion", "supports"), ("the army", "denies")]
    assert rules.assess(Case(text=text), rulebook).status == "contested"


def test_an_account_that_neither_states_nor_denies_it_is_named_and_counts_for_nothing(rulebook):
    text = f"{LEGION}; the army said that its men were drinking tea on the market."
    found, alone = rules.assess(Case(text=text), rulebook), rules.assess(Case(text=f"{LEGION}."), rulebook)
    assert sides(text, rulebook) == [("The Hill Legion", "supports"), ("the army", "unrelated")]
    assert "what the army told is not counted" in found.summary
    assert (found.score, found.status) == (alone.score, alone.status)


def test_another_matter_counts_for_nothing(rulebook):
    text = "The union said the mine had flooded. The company said the bakery had reopened."
    assert [stance for _, stance in sides(text, rulebook)] == ["supports", "unrelated"]


def test_who_counts_fewer_contests_the_number(rulebook):
    text = "Villagers said three barns had burned in Orvik; the fire service said one barn had burned."
    assert sides(text, rulebook) == [("villagers", "supports"), ("the fire service", "denies")]


def test_an_admission_backs_what_the_enemy_said(rulebook):
    text = "Ukraine said it had sunk a tug off Lorn. Russia's navy admitted that it had lost a vessel to a drone."
    assert ("Russia's navy", "supports") in sides(text, rulebook)


def test_allies_do_not_answer_each_other(rulebook):
    text = "Ukraine said it had sunk a tug off Lorn. The Ukrainian navy said that its own crews were safe."
    assert len(sides(text, rulebook)) == 1


def test_what_the_other_side_hedges_takes_nothing_from_the_claim(rulebook):
    text = "The union said 90% of the crews walked out. The company said fewer than one in ten did."
    assert rules.assess(Case(text=text), rulebook).hedges == ()


@pytest.mark.parametrize(
    "text",
    ["Police said 2,000 people marched; organisers said 30,000.",
     "Police said 2,000 people marched, but organisers put the crowd at Monday's march in Lorn at 30,000."])
def test_a_number_alone_is_an_account(rulebook, text):
    assert [name for name, _ in sides(text, rulebook)] == ["police", "organisers"]
