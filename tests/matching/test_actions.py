"""The table of actions: each wording is found, is found in a sentence, and nothing is in what names no action."""

from __future__ import annotations

import pytest

from rules import load_rulebook
from rules.matching.actions import FILES, Action, Actions
from rules.matching.words import Words
from rules.rulebook import Rulebook

ENTRIES = load_rulebook().entries(FILES, Action)


def actions_of(rulebook: Rulebook, text: str) -> set[tuple[str, bool]]:
    actions = rulebook.part(Actions)
    stems = [word.stem for word in rulebook.part(Words).split(text)]
    return {(actions.entries[number].id, excluded) for number, excluded in actions.poles(stems)}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_wording_says_its_action(rulebook: Rulebook, entry: Action) -> None:
    for wordings, excluded in ((entry.left, False), (entry.right, True)):
        missed = [said for said in wordings if (entry.id, excluded) not in actions_of(rulebook, f"They, {said}")]
        assert missed == []


@pytest.mark.parametrize("text, found", [
    ("Men entered the village", {("border_crossing", False)}),
    ("Men tried to enter the village", {("border_crossing", True)}),
    ("Nobody entered the village", {("border_crossing", True)}),
    ("The village had not been captured", {("capture", True)}),
    ("The attack was not repelled", {("capture", False)}),
    ("It shot down most drones as they crossed the frontier", {("interception", False)}),
    ("After the shelling they retreated", {("shelling", False), ("retreat", False)}),
    ("They vow to liberate the country", {("aim", False)}),
    ("There was no evidence of fraud", {("vote_rigging", True)}),
    ("They had no plans to close the pit", {("closure", True)}),
    ("Two men died during the strike", {("deaths", False)}),
    ("Each other of opening fire first", set()),
    ("Critics called on her to resign", set()),
    ("The ferry was close to the fire brigade", set()),
    ("Polls open on Sunday", set()),
    ("The enterprise is on a hill", set()),
])
def test_an_action_is_what_a_text_claims_not_its_background(
    rulebook: Rulebook, text: str, found: set[tuple[str, bool]]
) -> None:
    assert actions_of(rulebook, text) == found
