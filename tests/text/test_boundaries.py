"""Where sentences begin: what the words and marks alone decide, and what the parser makes of it."""

import pytest

from rules import nlp
from rules.text.boundaries import sentence_starts


def sentences(text):
    parsed = nlp.parse(text)
    spans = (parsed.span(first, last) for first, last in parsed.sentences())
    return [text[start:end].strip() for start, end in spans]


@pytest.mark.parametrize(
    "text",
    [
        '"The weir will hold all winter, so we keep our boats where they are."',
        '"Who left the gate open?" the keeper asked.',
        "“Out with them!” she wrote in the ferry's guest book.",
        "The crowd that had gathered shouted ‘Open the lock!’ at the miller.",
        "The council (it met twice.) never voted on the weir.",
        "They want fish, eels and crabs . . . which nobody sells.",
        "The book is called 'Who Owns the Lake?' and sells well.",
    ],
)
def test_a_quotation_does_not_tear_its_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('Ona Brill said: "The pump failed."', "Nobody had oiled it."),
        ("''We lost both anchors,'' said the skipper.", "''Then the rudder went.''"),
        ("“It leaks,” said the diver.", "“We told them so in May.”"),
        ("Was the mill sold?", "Nobody in Ostwick knows."),
    ],
)
def test_a_closing_mark_stays_with_its_sentence_and_an_opening_one_begins_the_next(first, second):
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("words", "spaces", "starts"),
    [
        ("He left . It rained .", "1101101", [None, False, False, None, False, False]),
        ("Why ? he asked", "0110", [None, False, None, False]),
        ("She left . ” He", "10011", [None, False, False, False, None]),
        ("mill . '' We", "0101", [None, False, True, False]),
        ("mill . '' We", "0011", [None, False, False, None]),
    ],
    ids=["stop", "lower case after a stop", "closing mark", "straight mark before a word", "straight mark after one"],
)
def test_only_what_is_certain_is_decided(words, spaces, starts):
    assert sentence_starts(words.split(), [mark == "1" for mark in spaces]) == starts


def test_no_words_have_no_starts():
    assert sentence_starts([], []) == []
