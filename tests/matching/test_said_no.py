"""What it means for a claim that somebody says that something is not so."""

from __future__ import annotations

import pytest

from rules.matching import SaidNo
from rules.model import Stance

_DENIES, _SUPPORTS, _BESIDE = Stance.DENIES, Stance.SUPPORTS, Stance.UNRELATED


@pytest.mark.parametrize(
    ("claim", "said", "stance"),
    [
        ("The singer Mila Torr is dead.", "Torr had not died", _DENIES),
        ("The garrison withdrew from Orvik.", "troops had not left the town", _DENIES),
        ("The keeper Tomas Brill broke his leg.", "he had not fractured any bone", _DENIES),
        ("The judge released Karl Benn.", "the man had not been freed", _DENIES),
        ("Mila Torr has left her band.", "no, she has not", _DENIES),
        ("The militia shelled a market in Orvik.", "it had shelled nobody", _DENIES),
        ("The militia shelled a market in Orvik.", "it had recruited nobody under age", _BESIDE),
        ("The thief is at large.", "officers had arrested no one", _SUPPORTS),
        ("Mila Torr is in a coma.", "Torr has not woken up", _SUPPORTS),
        ("Mila Torr is in intensive care.", "she had not left intensive care", _SUPPORTS),
        ("A boy is missing in Selm.", "the boy had not yet been found", _SUPPORTS),
        ("The clerk was absent from the hearing.", "the clerk did not attend", _SUPPORTS),
        ("A train left the rails near Selm.", "the driver had not braked in time", _BESIDE),
        ("A crane fell over in Sorn.", "the crane had not been inspected this year", _BESIDE),
        ("Five climbers died on Mount Serra.", "they had not taken ropes", _BESIDE),
    ],
)
def test_no_is_said_to_the_claim_or_to_what_would_end_it_or_to_something_else(rulebook, claim, said, stance):
    assert rulebook.part(SaidNo).stance(claim, said) is stance


def test_who_says_no_to_what_the_claim_says_no_to_backs_it(rulebook):
    said_no = rulebook.part(SaidNo)
    assert said_no.stance("The firm has not paid its staff.", "the staff had not got their pay") is _SUPPORTS
    assert said_no.stance("Mila Torr has not left the country.", "she had not stayed in the country") is _DENIES


@pytest.mark.parametrize(("claim", "said", "stance"), [
    ("A fire destroyed a mill in Lorn.", "the fire did not hurt anyone", _SUPPORTS),
    ("Police shot a man in Lorn.", "police did not hurt anyone", _DENIES),
    ("Two people were hurt in Lorn.", "the fire did not hurt anyone", _DENIES),
])  # fmt: skip
def test_who_says_that_nothing_came_of_it_takes_it_for_granted(rulebook, claim, said, stance):
    assert rulebook.part(SaidNo).stance(claim, said) is stance


def test_that_there_was_none_of_an_end_is_no_to_that_end_alone(rulebook):
    said_no = rulebook.part(SaidNo)
    assert said_no.of_none("The thief was caught.", "No arrests have been made in Lorn.") is _DENIES
    assert said_no.of_none("A thief is at large in Lorn.", "No arrests have been made in Lorn.") is _SUPPORTS
    assert said_no.of_none("A fire destroyed a mill.", "No one was hurt in the fire.") is None


@pytest.mark.parametrize(("claim", "said", "unknown"), [
    ("The mill will close.", "it had not been told of any closure", True),
    ("The mill will close.", "the union was not aware of a closure", True),
    ("The mayor took a bribe.", "he knew nothing of a bribe", True),
    ("The mayor knew of the bribe.", "he knew nothing of a bribe", False),
    ("The mill will close.", "it would not close", False),
])  # fmt: skip
def test_who_knows_of_nothing_says_neither_yes_nor_no_unless_knowing_is_what_is_claimed(rulebook, claim, said, unknown):
    assert rulebook.part(SaidNo).knows_nothing(claim, said) is unknown


@pytest.mark.parametrize(("claim", "said", "stance"), [
    ("A crash near Lorn killed nine people.", "Nobody died in the crash near Lorn.", _DENIES),
    ("A crash near Lorn killed nine people.", "No passengers were hurt in the crash near Lorn.", None),
    ("A crash near Lorn killed nine soldiers.", "No civilians were killed in the crash near Lorn.", None),
    ("A crash near Lorn killed nine soldiers.", "None of the soldiers was killed.", _DENIES),
    ("Nobody died in the crash near Lorn.", "Nobody died in the crash.", None),
])  # fmt: skip
def test_that_nobody_suffered_what_is_claimed_denies_it(rulebook, claim, said, stance):
    assert rulebook.part(SaidNo).of_none(claim, said) is stance


def test_who_found_none_of_what_is_claimed_to_be_there_denies_it(rulebook):
    said_no = rulebook.part(SaidNo)
    assert said_no.stance("The well in Lorn is full of lead.", "the clinic found no lead in the well") is _DENIES
    assert said_no.stance("A boy is missing in Selm.", "divers found no boat") is _SUPPORTS


def test_what_has_not_caught_fire_is_not_still_at_large(rulebook):
    assert rulebook.part(SaidNo).stance("The mill in Lorn burned down.", "the mill had not caught fire") is _DENIES
