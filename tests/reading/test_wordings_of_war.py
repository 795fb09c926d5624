"""Wordings of conflict reporting: counts of the dead, joined figures, suspects who hedge nothing."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def said(text: str) -> list[tuple[str, str]]:
    reports = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports
    return [(r.chain[-1].name, r.claim.text) for r in reports if len(r.chain) > 1]


@pytest.mark.parametrize("some", ["many of those killed", "several of the dead", "most of them", "few of the wounded"])
def test_some_of_the_dead_are_told_of(some: str) -> None:
    assert said(f"Residents said {some} were herders.") == [("Residents", f"{some} were herders")]


def test_a_figure_joined_to_a_deed_is_of_the_same_source() -> None:
    text = "The governor announced three days of mourning and put the number of wounded at 112."
    assert said(text)[-1] == ("The governor", "the number of wounded at 112")


@pytest.mark.parametrize(("text", "hedges"), [
    ("Police said two suspects had fled.", []),
    ("The mayor said the project would cost nine million.", []),
    ("Residents said the questions were read aloud.", []),
    ("Police suspect that two men fled.", ["suspect"]),
])
def test_only_the_verb_suspects(text: str, hedges: list[str]) -> None:
    report = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports[0]
    assert [hedge.text for hedge in report.hedges] == hedges


def test_who_has_a_post_and_an_aside_keeps_his_name() -> None:
    text = "Ana Dovik, director of the Harbour project at Lorn University, which tracks ships, said nine had sunk."
    assert said(text) == [("Ana Dovik", "nine had sunk")]


def test_what_is_told_of_a_source_weakens_nothing() -> None:
    text = "“Nine boats sank,” said Ana Dovik, who feared that her own might go."
    report = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports[0]
    assert report.hedges == ()


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The army stoked fears in the town.", []),
        ("He has a low view of the army.", []),
        ("The idea of a truce was dropped.", []),
        ("The town met with growing concern over water.", []),
        ("There were fears that the dam had burst.", ["fears that"]),
        ("There were fears the dam had burst.", ["fears"]),
        ("The hope is that the dam holds.", ["hope"]),
        ("The town was shut amid fears of a raid.", ["fears of"]),
    ],
)
def test_nouns_of_thinking_hedge_what_is_thought_alone(text: str, hedges: list[str]) -> None:
    report = read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK).reports[0]
    assert [hedge.text for hedge in report.hedges] == hedges


def test_two_apostrophes_quote_as_one_mark_does() -> None:
    text = "He runs ''Tarn,'' a show, and a ''field hospital''."
    report = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports[0]
    assert [hedge.text for hedge in report.hedges] == ["''field hospital''"]
