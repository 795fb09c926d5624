import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import load_rulebook
from rules.matching import PairModel
from rules.matching.pair import compare, unordered
from rules.matching.profile import Profiler

MODEL = load_rulebook().part(PairModel)
RAID = "Two drones struck the oil depot in Veldorf on Monday, wounding three guards."
SAME = "Three guards were hurt when drones hit a depot in Veldorf."
OTHER_PLACE = "A drone struck an oil depot in Brankovo in June, wounding eleven guards."
UNRELATED = "The choir of Saint Anne's opens its season with a new cantata."


def features(rulebook, a, b):
    profiler = rulebook.part(Profiler)
    return compare(profiler.profile(a), profiler.profile(b))


def test_another_event_of_the_kind_is_less_likely_than_the_same_one(rulebook):
    model = rulebook.part(PairModel)
    same, other, unrelated = (model.score(RAID, text) for text in (SAME, OTHER_PLACE, UNRELATED))
    assert same > other > unrelated


@pytest.mark.parametrize(
    ("a", "b", "feature"),
    [
        (RAID, OTHER_PLACE, "times_apart"),
        ("Six were wounded.", "Three were wounded.", "numbers_apart"),
        ("The bridge was not hit.", "The bridge was hit.", "negation_apart"),
        ("Soldiers took control of Veldorf.", "Soldiers were repelled at Veldorf.", "clash"),
        ("Governor Ilves resigned.", "Mayor Tamm resigned.", "names_apart"),
    ],
)
def test_what_sets_two_texts_apart_is_seen(rulebook, a, b, feature):
    assert features(rulebook, a, b)[feature] > 0
    assert features(rulebook, a, a)[feature] == 0


def test_number_words_and_digits_are_one(rulebook):
    assert features(rulebook, "Twelve boats sank.", "12 boats sank.")["numbers"] == 1


def test_transliterations_of_a_name_meet(rulebook):
    assert features(rulebook, "Shells fell on Grayvoron.", "Shells fell on Graivoron.")["names"] > 0


def test_similar_words_answer_each_other(rulebook):
    similar = features(rulebook, "Police detained the suspect.", "Officers arrested the accused.")
    foreign = features(rulebook, "Police detained the suspect.", "Bakers prefer older flour.")
    assert similar["soft_of_a"] > foreign["soft_of_a"]


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_have_a_probability_that_order_does_not_change(a, b):
    score = MODEL.score(a, b)
    assert 0 <= score <= 1
    assert math.isclose(score, MODEL.score(b, a), rel_tol=1e-4)


def test_unordered_features_forget_the_direction(rulebook):
    forth, back = features(rulebook, RAID, SAME), features(rulebook, SAME, RAID)
    assert unordered(forth) == pytest.approx(unordered(back))
