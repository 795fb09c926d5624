"""What can have one value only: another value excludes the claim."""

import pytest

from rules import load_rulebook
from rules.matching.slots import FILE, Slot, Slots

SLOTS = {slot.id: slot for slot in load_rulebook().entries(FILE, Slot)}


@pytest.mark.parametrize(("claim", "said"), [pair for slot in SLOTS.values() for pair in slot.hits])
def test_another_value_excludes_the_claim(rulebook, claim, said):
    assert rulebook.part(Slots).other(claim, said)


@pytest.mark.parametrize(("claim", "said"), [pair for slot in SLOTS.values() for pair in slot.misses])
def test_the_same_value_in_other_words_or_that_of_somebody_else_does_not(rulebook, claim, said):
    assert rulebook.part(Slots).other(claim, said) is None


def test_a_text_that_has_the_value_of_the_claim_too_excludes_nothing(rulebook):
    said = "The school was attacked by soldiers, one paper says; it was attacked by students, says another."
    assert rulebook.part(Slots).other("The school was attacked by students.", said) is None
