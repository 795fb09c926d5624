"""A denial with words of its own answers what was just said of whoever denies."""

from __future__ import annotations

import pytest

from rules.model import Document
from rules.reading import read


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("The Hill Legion said it had seized two boats from Lorn. Lorn's coast guard denied that any of its crews were "
         "missing.", True),
        ("A UN panel accused Rwanda of arming the rebels. Kigali denies backing anybody.", True),
        ("A neighbour said Ivo Moll was in the French embassy. France's foreign ministry denied that he was on its "
         "premises.", True),
        ("The Hill Legion said it had seized two boats. The coast guard denied that its budget had been cut.", False),
        ("Ana Moll said that Ivo Dahl was popular. Dahl rejects the manners of the town.", False),
        ("The Hill Legion said it had seized two boats from Lorn.\n\nLorn's mayor denied that the baths would close.",
         False),
        ("Lorn's mayor said that Lorn was safe. Lorn's mayor denied that the baths would close.", False),
    ],
)
def test_a_denial_answers_what_was_just_said_of_whoever_denies(rulebook, text, answered):
    *_, denial = read(Document(text=text, publisher="Northwire"), rulebook).reports
    assert denial.stance == "denies"
    assert denial.applies_to == ((0,) if answered else ())
