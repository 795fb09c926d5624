"""Another matter of the same people or place is told apart from the claim in other words."""

import pytest

from rules.matching import Matters
from rules.matching.matters import MOST

CLAIM = "Governor Ana Dovik of Orvik was stabbed on Thursday."


@pytest.mark.parametrize(
    "text",
    [
        "Governor Dovik of Orvik wrote a book on bees, which came out on Thursday.",
        "Governor Dovik of Orvik wrote a preface for a cookery book.",
    ],
)
def test_the_same_names_and_day_alone_are_another_matter(rulebook, text):
    assert rulebook.part(Matters).is_another(CLAIM, text)


@pytest.mark.parametrize(
    "text",
    [
        "A man with a knife attacked Governor Dovik on Thursday, police said.",
        "Dovik was bleeding from her neck when paramedics reached her.",
        "Dovik stabbed",
        "The governor's office confirmed this.",
    ],
)
def test_the_claim_in_other_words_is_not(rulebook, text):
    assert not rulebook.part(Matters).is_another(CLAIM, text)


def test_a_text_that_repeats_a_claim_is_about_it_whatever_else_it_tells(rulebook):
    text = f"{CLAIM} The library of Orvik, which has nine rooms full of old maps, will open on Sundays from next month."
    assert not rulebook.part(Matters).is_another(CLAIM, text)


def test_what_is_like_a_report_that_is_plainly_about_the_claim_is_about_it_too(rulebook):
    is_another = rulebook.part(Matters).is_another
    claim, said = "Striker Ivo Dahl tore a knee ligament.", "Dahl will miss the cup and the rest of the season"
    beside = "Dahl tore a ligament in his knee and will miss the cup and the rest of the season, his club said."
    assert is_another(claim, said)
    assert not is_another(claim, said, [beside])


def test_each_text_is_compared_with_few_however_many_there_are(rulebook):
    matters = Matters(rulebook)
    plain = [f"Governor Ana Dovik was stabbed on Thursday, neighbour {n} said." for n in range(30)]
    others = [f"Governor Dovik of Orvik wrote book {n} on bees, which came out on Thursday." for n in range(30)]
    for text in others:
        matters.is_another(CLAIM, text, [other for other in plain + others if other != text])
    compared = matters.log_odds.cache_info().misses
    assert len(plain + others) < compared <= len(plain + others) * (1 + 2 * MOST)


def test_a_verb_right_before_a_name_tells_something_where_nothing_else_does(rulebook):
    claim = "Keeper Ana Dovik has joined Orvik United."
    matters = rulebook.part(Matters)
    assert matters.is_another(claim, "Ana Dovik saved two penalties against Orvik United in October.")
    assert not matters.is_another(claim, "Ana Dovik signs for Orvik United.")
