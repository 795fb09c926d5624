"""What goes on belies a claim that it has come to an end, without a word of denial."""

import pytest

from rules import load_rulebook
from rules.matching.states import FILE, States, StateTable

STATES = load_rulebook().table(FILE, StateTable).states
BELIED = [(*pair, state.stance) for state in STATES for pair in state.hits]


@pytest.mark.parametrize(("claim", "said", "stance"), BELIED)
def test_what_goes_on_belies_the_state(rulebook, claim, said, stance):
    assert rulebook.part(States).belied(claim, said).stance is stance


@pytest.mark.parametrize(("claim", "said"), [pair for state in STATES for pair in state.misses])
def test_what_others_do_or_what_was_before_belies_nothing(rulebook, claim, said):
    assert rulebook.part(States).belied(claim, said) is None


def test_what_went_on_before_the_claimed_day_belies_nothing(rulebook):
    claim = "The Orvik bridge was destroyed on {}."
    belied = rulebook.part(States).belied
    assert belied(claim.format("Sunday"), "Lorries crossed the Orvik bridge as usual on Monday.")
    assert belied(claim.format("Sunday"), "Lorries crossed the Orvik bridge as usual on Saturday.") is None


def test_a_claim_that_says_no_is_left_alone(rulebook):
    said = "Lorries crossed the Orvik bridge as usual."
    assert rulebook.part(States).belied("The Orvik bridge was not destroyed.", said) is None


def test_a_claim_without_names_is_met_by_its_object_alone(rulebook):
    claim = "The council has repealed the noise law."
    assert rulebook.part(States).belied(claim, "The noise law remains in force, the speaker said.")
    assert rulebook.part(States).belied(claim, "The curfew remains in force, the speaker said.") is None
