"""What the network is told of a paragraph's neighbours and of what is quoted."""

import numpy as np
import pytest

from rules import nlp
from rules.attribution.features import FLAGS, Features
from rules.attribution.neighbours import QUOTING, quoting_flags, surroundings

TEXT = "Barge sinks.\nIt was fog.\nNobody swam ashore."


def read(text):
    """The parsed text and the places of the tokens of its paragraphs."""
    parsed = nlp.parse(text)
    return parsed, [sequence.tokens for sequence in Features([], [], []).sequences(parsed)]


def quoting(text):
    """Per paragraph its quoting columns, the first as a string of 0 and 1, the others from its first token."""
    found = quoting_flags(*read(text))
    return [("".join(str(int(inside)) for inside in flags[:, 0]), *flags[0, 1:].tolist()) for flags in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no marks here", "000"),
        ("“Yes” she said", "11100"),
        ('"Yes" she said', "11100"),
        ("''Yes'' she said", "11100"),
        ("“never closed", "111"),
        ("stray” mark", "000"),
        ("«Oui» dit elle", "11100"),
    ],
)
def test_what_stands_in_quotation_marks_is_marked(text, expected):
    assert quoting(text)[0][0] == expected


def test_a_paragraph_is_told_of_the_quotation_that_goes_on_and_of_its_neighbours():
    opening, going_on, plain_one = quoting("“It sank.\n“Nobody swam.”\nFog rose.")
    assert opening == ("1111", 0, 1, 0, 1, 1, 0)
    assert going_on == ("11111", 1, 0, 1, 1, 0, 0)
    assert plain_one == ("000", 0, 0, 1, 0, 0, 1)


def test_the_quoting_columns_end_the_flags():
    (sequence,) = Features([], [], []).sequences(nlp.parse("“Fog,” he added."))
    assert sequence.flags[:, FLAGS - QUOTING].tolist() == [1, 1, 1, 1, 0, 0, 0]


def test_a_paragraph_is_told_of_the_whole_text_and_of_those_beside_it():
    parsed, parts = read(TEXT)
    means = [parsed.vectors[places].mean(axis=0) for places in parts]
    whole, before, after = np.split(surroundings(parsed, parts)[1], 3)
    np.testing.assert_allclose(before, means[0], rtol=1e-5)
    np.testing.assert_allclose(after, means[2], rtol=1e-5)
    np.testing.assert_allclose(whole, parsed.vectors[np.concatenate(parts)].mean(axis=0), rtol=1e-5)


def test_what_stands_alone_has_nothing_around_it():
    parsed, parts = read("The barge sank in fog.")
    assert not surroundings(parsed, parts).any()
    before, after = np.split(surroundings(*read(TEXT))[0], 3)[1], np.split(surroundings(*read(TEXT))[2], 3)[2]
    assert not before.any() and not after.any()


def test_an_empty_text_has_no_surroundings():
    assert len(surroundings(nlp.parse(""), [])) == 0 == len(quoting_flags(nlp.parse(""), []))
