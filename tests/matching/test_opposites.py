import pytest

from rules.matching.opposites import Opposites, Opposition, clash
from rules.matching.words import Words


def poles(rulebook, text):
    return rulebook.part(Opposites).poles([word.stem for word in rulebook.part(Words).split(text)])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rebels have taken control of Marlow.", "The attack on Marlow was repelled."),
        ("The mayor confirmed the deal.", "The mayor denied any deal."),
        ("All miners are alive.", "The miners were killed."),
        ("The photo is genuine.", "That photo is a hoax."),
        ("The Orlo bridge collapsed.", "The Orlo bridge is still standing."),
        ("The mayor resigned.", "The mayor remains in office."),
    ],
)
def test_statements_that_exclude_each_other_clash(rulebook, a, b):
    assert clash(poles(rulebook, a), poles(rulebook, b)) >= 1
    assert clash(poles(rulebook, b), poles(rulebook, a)) >= 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rebels have taken control of Marlow.", "Marlow was captured by rebels."),
        ("Rebels have taken control of Marlow.", "The ferry sailed at noon."),
        ("Some were killed, some survived.", "The crew survived."),
    ],
)
def test_agreeing_or_unrelated_statements_do_not(rulebook, a, b):
    assert clash(poles(rulebook, a), poles(rulebook, b)) == 0


def test_every_listed_phrase_is_found_by_itself(rulebook):
    for entry in rulebook.entries("en/opposites.yaml", Opposition):
        for phrase in (*entry.left, *entry.right):
            assert poles(rulebook, phrase), phrase
