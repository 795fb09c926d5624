"""Clauses that say no to a claim with nearly all of its words."""

import pytest

from rules.matching.negated import Negated


@pytest.mark.parametrize(("claim", "said", "words"), [
    ("The minister apologised to the families.", "The minister refused to apologise to the families.",
     "refused to apologise to the families"),
    ("The village of Hest has electricity.", "The village of Hest is without electricity.", "without electricity"),
    ("The tenor sang at the gala.", "The tenor stayed away from the gala.", "stayed away from the gala"),
    ("The wolf in Sarn was rabid.", "Tests showed that the wolf in Sarn did not have rabies.", "not have rabies"),
])  # fmt: skip
def test_a_negator_before_a_word_of_the_claim_denies_it(rulebook, claim, said, words):
    assert rulebook.part(Negated).words(claim, said) == words


@pytest.mark.parametrize(("claim", "said"), [
    ("The minister did not apologise.", "The minister refused to apologise."),
    ("The border at Lug is closed.", "The border at Lug is not open."),
    ("The minister apologised to the families.", "The minister did not fail to apologise to the families."),
    ("The minister apologised to the families.", "The minister apologised and refused to take questions."),
    ("The minister apologised to the families.", "Nobody else spoke."),
    ("", ""),
])  # fmt: skip
def test_a_negator_that_speaks_of_something_else_or_is_undone_does_not(rulebook, claim, said):
    assert rulebook.part(Negated).words(claim, said) is None
