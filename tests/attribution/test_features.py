"""What the network is told of each token."""

import numpy as np
import pytest

from rules import nlp
from rules.attribution.features import COLUMNS, FLAGS, Features, plain

TEXT = "Barge sinks\n\nThe harbour master said the barge sank. “It was fog,” he added."


@pytest.fixture(scope="module")
def sequences():
    return [*Features(["barge", "the"], ["NN", "VBD"], ["ROOT"]).sequences(nlp.parse(TEXT))]


def test_the_same_word_in_the_typography_of_two_outlets():
    assert [plain(word) for word in ("“", "”", "''", '"', "didn’t", "--", "―")] == ['"'] * 4 + ["didn't", "—", "—"]


def test_one_sequence_per_paragraph(sequences):
    assert [len(sequence.tokens) for sequence in sequences] == [2, 17]
    assert all(s.ids.shape == (len(s.tokens), len(COLUMNS)) for s in sequences)
    assert all(s.flags.shape == (len(s.tokens), FLAGS) for s in sequences)


def test_known_words_have_places_of_their_own_and_unknown_ones_share_one(sequences):
    title, body = sequences
    assert title.ids[:, COLUMNS.index("word")].tolist() == [2, 1]
    assert body.ids[:3, COLUMNS.index("word")].tolist() == [3, 1, 1]


def test_the_verb_of_the_reported_clause_is_told_of_the_reporting_verb(sequences):
    words, body = nlp.parse(TEXT).words, sequences[1]
    row = {words[token]: row for row, token in enumerate(body.tokens)}
    assert body.heads[row["sank"]] == row["said"]


def test_heads_stay_inside_their_sequence(sequences):
    assert all(((s.heads >= 0) & (s.heads < len(s.tokens))).all() for s in sequences)


def test_an_empty_text_has_no_sequences():
    assert not [*Features([], [], []).sequences(nlp.parse("\n \n"))]


def test_only_a_short_first_paragraph_of_several_is_a_headline():
    known = Features([], [], [])
    headline = [[bool(s.flags[0, 1]) for s in known.sequences(nlp.parse(text))] for text in (
        "Barge sinks\nIt sank.", "The barge sank.", "The barge sank. " * 10 + "\nNobody was hurt.")]
    assert headline == [[True, False], [False], [False, False]]


def test_features_do_not_depend_on_the_text_that_follows(sequences):
    known = Features(["barge", "the"], ["NN", "VBD"], ["ROOT"])
    alone = [*known.sequences(nlp.parse("Barge sinks\nNobody was hurt."))]
    np.testing.assert_array_equal(alone[0].ids, sequences[0].ids)
    np.testing.assert_array_equal(alone[0].heads, sequences[0].heads)
