"""Which facets a claim asserts, seen without a parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import load_rulebook
from rules.facets import asserted_facets
from rules.model import Event

RULEBOOK = load_rulebook()

CLAIMS = [
    ("At least six people were hurt in Kozinka on Monday.", "action place time number"),
    ("The Harbour Legion has taken control of Vastrovo.", "actor action place"),
    ("Footage shows smoke over a warehouse.", "action authenticity"),
    ("Kyiv had nothing to do with it.", "actor action"),
    ("It was a lie.", "action"),
    ("The bridge was destroyed.", "action"),
    ("The minister resigned last week.", "actor action time"),
    ("It may rain.", "action"),
    ("One of them fled.", "action"),
    ("The 35-year-old fled.", "action"),
    ("Nobody was hurt.", "action"),
]


@pytest.mark.parametrize(("claim", "facets"), CLAIMS)
def test_a_claim_asserts_the_facets_that_its_words_show(claim: str, facets: str) -> None:
    assert " ".join(asserted_facets(claim, None, RULEBOOK)) == facets


def test_the_event_of_a_case_adds_its_time_and_place() -> None:
    bare = asserted_facets("The bridge was destroyed.", None, RULEBOOK)
    dated = asserted_facets("The bridge was destroyed.", Event(date="2023-05-22", place="Vastrovo"), RULEBOOK)
    assert set(dated) - set(bare) == {"place", "time"}


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_in_the_order_of_facets(text: str) -> None:
    found = asserted_facets(text, None, RULEBOOK)
    assert list(found) == [f for f in type(found[0]) if f in found] if found else found == ()
