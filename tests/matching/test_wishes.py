"""Who wants what is claimed does not say that it is so."""

from __future__ import annotations

import pytest

from rules.matching import Wishes

CLAIM = "The toll on the Orlo bridge will be abolished."


@pytest.mark.parametrize(("text", "only"), [
    ("The union called for the toll on the bridge to be abolished.", True),
    ("The toll must be abolished, drivers say.", True),
    ("The council abolished the toll after drivers had demanded that it be abolished.", False),
    ("The council will abolish the bridge toll, which should please drivers.", False),
    ("Drivers demanded more lanes.", False),
    ("The council voted to abolish the toll.", False),
])  # fmt: skip
def test_only_what_is_wanted_is_a_wish(rulebook, text, only):
    assert rulebook.part(Wishes).only(CLAIM, text) is only


def test_a_claim_of_a_wish_is_backed_by_it(rulebook):
    wish = "The union demanded an end to the bridge toll."
    assert not rulebook.part(Wishes).only(wish, "The union demanded that the bridge toll end.")
