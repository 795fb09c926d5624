"""Outcomes that undo what a claim tells: verdicts for the accused, measures that are lifted."""

import pytest

from rules import load_rulebook
from rules.matching.reversals import FILE, Reversals, ReversalTable
from rules.model import Stance
from rules.text.patterns import AnyCase

BRIBE = "The mayor of Orvik took a bribe."


@pytest.mark.parametrize(("claim", "said", "words"), [
    (BRIBE, "The mayor was cleared of bribery.", "cleared of bribery"),
    (BRIBE, "An inquiry cleared the mayor of any wrongdoing.", "cleared the mayor of any wrongdoing"),
    (BRIBE, "The mayor was acquitted on all counts.", "acquitted on all counts"),
    (BRIBE, "The corruption charges against the mayor were dropped.",
     "charges against the mayor were dropped"),
    ("Ana Moll murdered her brother.", "A jury found Ana Moll not guilty.", "not guilty"),
    ("The clerk stole 40,000 crowns.", "The clerk was acquitted of theft.", "acquitted of theft"),
])  # fmt: skip
def test_a_verdict_for_the_accused_denies_the_deed(rulebook, claim, said, words):
    found = rulebook.part(Reversals).of(claim, said)
    assert (found.stance, found.words) == (Stance.DENIES, words)


@pytest.mark.parametrize(("claim", "said"), [
    ("The council imposed sanctions on Torvia.", "The council lifted its sanctions on Torvia."),
    ("Orvik has a night curfew.", "The curfew in Orvik has been scrapped."),
    ("Ana Moll is charged with fraud.", "Ana Moll was acquitted of fraud."),
    ("Ana Moll was arrested for theft.", "The theft charges were dropped."),
])  # fmt: skip
def test_what_had_been_so_and_is_no_longer_is_a_newer_state(rulebook, claim, said):
    assert rulebook.part(Reversals).of(claim, said).stance is Stance.UPDATES


@pytest.mark.parametrize(("claim", "stance"), [
    ("Tanks entered Lorn.", Stance.CANNOT_VERIFY),
    ("The footage shows tanks in Lorn.", Stance.DENIES),
])  # fmt: skip
def test_footage_of_something_else_leaves_a_claim_open_and_denies_one_about_itself(rulebook, claim, stance):
    said = "The footage dates from a parade three years ago."
    assert rulebook.part(Reversals).of(claim, said).stance is stance


@pytest.mark.parametrize(("claim", "said"), [
    (BRIBE, "The mayor was not cleared of bribery."),
    (BRIBE, "The mayor asked to be cleared of bribery."),
    (BRIBE, "The mayor pleaded not guilty."),
    (BRIBE, "The mayor was convicted of bribery."),
    ("The mayor sold the mill.", "The mayor, who was cleared of fraud in May, sold the mill."),
    ("The mayor sold the mill.", "The mayor was acquitted."),
    ("The mayor was acquitted of bribery.", "The mayor was cleared of bribery."),
    ("The council lifted the sanctions.", "The sanctions were lifted by the council."),
    ("Snow fell in Orvik.", "Crews cleared the roads of Pell."),
])  # fmt: skip
def test_what_has_not_come_about_or_is_another_matter_undoes_nothing(rulebook, claim, said):
    assert rulebook.part(Reversals).of(claim, said) is None


@pytest.mark.parametrize("entry", load_rulebook().table(FILE, ReversalTable).patterns, ids=lambda entry: entry.id)
def test_each_outcome_fits_its_examples_and_no_others(entry):
    pattern = AnyCase(entry.pattern)
    assert all(map(pattern.found, entry.hits)) and not any(map(pattern.found, entry.misses))


def test_a_clip_for_one_is_a_video_for_another(rulebook):
    said = "The eel clip from Orvik is computer-generated."
    assert rulebook.part(Reversals).of("A video shows eels in a street of Orvik.", said).stance is Stance.DENIES
