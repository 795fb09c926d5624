"""What befell or was done by something else alone."""

import pytest

from rules.matching import Exclusions
from rules.matching.exclusive import Exclusive


@pytest.mark.parametrize(("claim", "said"), [
    ("The army struck a hospital in Lug.", "it had struck only military depots in Lug"),
    ("Ballots were burned in Pell.", "only blank forms had been burned"),
])  # fmt: skip
def test_the_deed_kept_to_something_else_denies_the_claim(rulebook, claim, said):
    assert rulebook.part(Exclusions).of(claim, said, said).stance == "denies"


@pytest.mark.parametrize(("claim", "said"), [
    ("Police arrested 40 protesters in Lug.", "only demonstrators who threw stones had been arrested"),
    ("The quake killed 40 people.", "only children had been killed"),
    ("Falk won the cup.", "Falk won the cup only after extra time"),
    ("Only militants were killed.", "only civilians were killed"),
    ("Fire destroyed the mill.", "only walls are standing"),
])  # fmt: skip
def test_what_may_be_the_same_or_is_another_deed_does_not(rulebook, claim, said):
    assert rulebook.part(Exclusive).words(claim, said) is None
