"""Two groups claim one attack: only one of them can have done it."""

import pytest

from rules import load_rulebook
from rules.matching.rivals import FILE, Rivals, RivalTable

TABLE = load_rulebook().table(FILE, RivalTable)


@pytest.mark.parametrize(("claim", "said"), TABLE.hits)
def test_somebody_else_did_it(rulebook, claim, said):
    assert rulebook.part(Rivals).words(claim, said)


@pytest.mark.parametrize(("claim", "said"), TABLE.misses)
def test_the_same_one_did_it_or_another_deed_was_done(rulebook, claim, said):
    assert rulebook.part(Rivals).words(claim, said) is None


def test_two_of_one_side_are_no_rivals(rulebook):
    said = "The Kremlin said its troops had shelled the barracks in Orvik."
    assert rulebook.part(Rivals).words("Russia shelled the barracks in Orvik.", said) is None
