"""A plain “No” denies what was asked; and verbs of denial deny nothing where they tell what was done."""

import re

import pytest

from rules import load_rulebook
from rules.model import ReadReport
from rules.reading import read_statement
from rules.reading.reports.refuted import FILE as REPLIES
from rules.reading.reports.refuted import ReplyWords
from rules.reading.syntax.deeds import FILE as DEEDS
from rules.reading.syntax.deeds import Deed

RULEBOOK = load_rulebook()
DONE = RULEBOOK.entries(DEEDS, Deed)
REPLY = RULEBOOK.table(REPLIES, ReplyWords)


def _read(text: str) -> ReadReport:
    return read_statement(text, RULEBOOK)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Asked whether he would leave Orvik, Dovik said: “No.”", "he would leave Orvik"),
        ("Asked if the mill would close, a spokesman said no.", "the mill would close"),
        ("“No, never,” said Moll when asked whether she had paid the judge.", "she had paid the judge"),
        ("Would she stand again? “Absolutely not,” the mayor said.", "Absolutely not"),
    ],
)
def test_who_answers_no_denies_what_was_asked(text: str, denied: str) -> None:
    report = _read(text)
    assert (report.stance, report.claim.text) == ("denies", denied)
    assert text[report.claim.start : report.claim.end] == denied


def test_other_answers_are_what_they_say() -> None:
    assert _read("Asked whether he would leave, Dovik said: “Yes.”").stance == "supports"
    assert _read("Asked whether the mill would close, she said: “Nothing has been decided.”").stance == "cannot_verify"


def test_what_says_no_by_itself_is_told_by_its_hits_alone() -> None:
    found = [bool(re.fullmatch(REPLY.denies, text, re.IGNORECASE)) for text in (*REPLY.hits, *REPLY.misses)]
    assert found == [True] * len(REPLY.hits) + [False] * len(REPLY.misses)


@pytest.mark.parametrize("text", [hit for deed in DONE for hit in deed.hits])
def test_what_is_done_by_a_verb_of_denial_is_told_by_the_outlet(text: str) -> None:
    report = _read(text)
    assert (report.stance, report.act) != ("denies", "denial")
    assert report.cue is None or report.cue.text == "saying"


@pytest.mark.parametrize("text", [miss for deed in DONE for miss in deed.misses])
def test_what_is_said_by_it_is_the_speakers(text: str) -> None:
    assert _read(text).cue is not None


@pytest.mark.parametrize("text", ["The coach was dismissed by the club.", "The appeal was rejected by the court."])
def test_a_passive_deed_is_no_denial_either(text: str) -> None:
    assert _read(text).stance == "supports"
