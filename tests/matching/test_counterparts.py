"""Clauses that say the same as a claim but for one word, in whose place its opposite stands."""

import pytest

from rules.matching import Exclusions
from rules.matching.counterparts import FILE, Counterparts
from rules.matching.opposites import Opposition
from rules.matching.words import Words


@pytest.mark.parametrize(("claim", "said"), [
    ("The border at Lug is closed.", "The border at Lug is open, and traffic flows."),
    ("The missing child was found dead.", "The missing child was found alive."),
    ("The general was promoted.", "The general was demoted to colonel."),
    ("The border at Lug is open.", "The border at Lug is not open."),
    ("The fair at Lug was cancelled.", "The fair at Lug takes place as planned."),
    ("The Orlo dam has burst.", "The dam is intact."),
    ("Ivo Dahl is leaving Pell United.", "Dahl will stay at Pell."),
    ("The reservoir at Pell is full.", "Anglers said that the reservoir at Pell was empty."),
])  # fmt: skip
def test_an_opposite_in_an_otherwise_equal_clause_excludes_the_claim(rulebook, claim, said):
    assert rulebook.part(Counterparts).differ(claim, said)


@pytest.mark.parametrize(("claim", "said"), [
    ("The border at Lug is closed.", "The border at Lug is shut, while shops in Pell are open."),
    ("The border at Lug is closed.", "The border at Lug is not open."),
    ("The general was promoted.", "The general, once demoted, was promoted."),
    ("Falk finished first.", "Falk won, with Kerr last."),
    ("Two sailors were freed in Lug.", "The two sailors held in Lug were free."),
    ("Everyone died.", "Nobody survived."),
    ("", ""),
])  # fmt: skip
def test_an_opposite_that_is_about_something_else_does_not(rulebook, claim, said):
    assert not rulebook.part(Counterparts).differ(claim, said)


def test_no_word_stands_on_both_sides_of_an_entry(rulebook):
    stems = rulebook.part(Words).split
    for entry in rulebook.entries(FILE, Opposition):
        left, right = ({tuple(w.stem for w in stems(p)) for p in side} for side in (entry.left, entry.right))
        assert left.isdisjoint(right), left & right


def test_a_rumour_beside_what_ends_it_does_not_hide_the_opposite(rulebook):
    claim, said = "The dam at Orvella burst.", "The dam at Orvella is intact"
    sentence = f"{said}, its owner said, and rumours of a breach are false."
    assert rulebook.part(Exclusions).of(claim, said, sentence)
    assert not rulebook.part(Exclusions).of("The ferry Ilva caught fire.", *["Flames broke out on the ferry Ilva."] * 2)


def test_bodies_that_are_recovered_are_no_recovery(rulebook):
    said = "Nine bodies have been recovered from the wreck of the bus near Lorn."
    assert not rulebook.part(Counterparts).differ("The wreck of the bus near Lorn killed nine.", said)
