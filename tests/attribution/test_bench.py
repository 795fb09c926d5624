"""The counting of `bench.attribution`, on spans made up here."""

import pytest

from bench.attribution import ROLES, figures, overlaps, tally, trimmed
from rules import nlp

TEXT = "The mayor said the bridge was closed. Nobody crossed."
GOLD = {"source": {(0, 9)}, "cue": {(10, 14)}, "content": {(15, 36)}}
NOTHING = {role: set() for role in ROLES}


def f1(predicted, gold=GOLD):
    return figures(tally(gold, predicted, nlp.parse(TEXT)))


def test_the_gold_itself_scores_one():
    assert all(value == 1 for value in f1(GOLD).values())


def test_nothing_found_scores_zero():
    assert all(value == 0 for value in f1(NOTHING).values())


def test_a_span_with_one_wrong_end_overlaps_but_is_not_exact():
    scored = f1(GOLD | {"content": {(19, 36)}})
    assert (scored["content_f1"], scored["content_overlap_f1"], scored["sentence_f1"]) == (0, 1, 1)
    assert 0 < scored["content_token_f1"] < 1


def test_a_sentence_without_any_gold_costs_precision():
    scored = f1(GOLD | {"cue": {(10, 14), (45, 52)}})
    assert (scored["sentence_precision"], scored["sentence_recall"]) == (0.5, 1)


@pytest.mark.parametrize(
    ("gold", "predicted", "hits"),
    [
        ({(0, 5)}, {(4, 9)}, 1),
        ({(0, 5)}, {(5, 9)}, 0),
        ({(0, 9)}, {(0, 4), (5, 9)}, 1),
        ({(0, 4), (5, 9)}, {(0, 9)}, 1),
        ({(0, 3), (4, 8)}, {(2, 6), (7, 9)}, 2),
    ],
)
def test_each_gold_span_is_matched_once(gold, predicted, hits):
    assert overlaps(gold, predicted) == hits


def test_white_space_at_the_ends_does_not_count():
    assert trimmed("  said \n", [[0, 8], None]) == {(2, 6)}
