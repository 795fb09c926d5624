"""Whoever cites an outlet of the case has it from there, and from whom that outlet has it."""

from __future__ import annotations

import re

import pytest

import rules
from rules.model import Assessment, Case, Report, Status
from rules.origins.cited import FILE, Addressed
from rules.rulebook import Rulebook

RULEBOOK = rules.load_rulebook()
OWN = ("elmpost.example", "Dovik Motors will close its plant in Ferl.")
CITED = ("north.example", "The Elm Post reports that Dovik Motors will close its Ferl plant.")
QUOTED = ("elmpost.example", "Dovik Motors will close its plant in Ferl, union leader Ivo Brandt told the Elm Post.")


def assess(rulebook: Rulebook, *told: tuple[str, str]) -> Assessment:
    reports = tuple(Report(text=text, publisher=publisher) for publisher, text in told)
    return rules.assess(Case(text="Dovik Motors is closing its plant in Ferl.", reports=reports), rulebook)


@pytest.mark.parametrize("publisher", ["elmpost.example", "Elm Post", "The Elm Post"])
def test_an_outlet_cited_by_name_is_the_one_that_the_case_has(rulebook: Rulebook, publisher: str) -> None:
    found = assess(rulebook, (publisher, OWN[1]), CITED)
    assert [origin.reports for origin in found.origins] == [(0, 1)]
    assert found.status is Status.SINGLE_SOURCE


def test_who_cites_an_outlet_that_quotes_somebody_has_his_words(rulebook: Rulebook) -> None:
    for told in ((QUOTED, CITED), (CITED, QUOTED)):
        assert [origin.name for origin in assess(rulebook, *told).origins] == ["Ivo Brandt"]


def test_an_outlet_that_speaks_itself_as_well_stays_an_origin(rulebook: Rulebook) -> None:
    assert {origin.name for origin in assess(rulebook, OWN, QUOTED, CITED).origins} == {"elmpost.example", "Ivo Brandt"}


def test_who_told_an_outlet_is_the_origin_of_what_it_prints(rulebook: Rulebook) -> None:
    told = ("oar.example", "Dovik Motors will close its Ferl plant, union leader Ivo Brandt told Star magazine.")
    prints = ("north.example", "Star magazine reports that Dovik Motors will close its Ferl plant.")
    assert [origin.name for origin in assess(rulebook, told, prints).origins] == ["Ivo Brandt"]
    denies = ("north.example", "Star magazine denied that Dovik Motors will close its Ferl plant.")
    assert len(assess(rulebook, told, denies).origins) == 2


def test_a_firm_that_publishes_its_news_itself_is_that_firm(rulebook: Rulebook) -> None:
    own = ("dovikmotors.example", "We will close our plant in Ferl in March.")
    said = ("north.example", "Dovik Motors said that it would close its plant in Ferl.")
    (origin,) = assess(rulebook, own, said).origins
    assert (origin.name, origin.class_, origin.reports) == ("Dovik Motors", "party", (0, 1))


@pytest.mark.parametrize(("example", "is_told"), [
    *((text, True) for text in RULEBOOK.table(FILE, Addressed).hits),
    *((text, False) for text in RULEBOOK.table(FILE, Addressed).misses),
])  # fmt: skip
def test_the_pattern_fits_its_examples(example: str, is_told: bool) -> None:
    assert bool(re.search(RULEBOOK.table(FILE, Addressed).told, example)) is is_told


def test_another_outlet_stays_another(rulebook: Rulebook) -> None:
    assert len(assess(rulebook, ("oar.example", OWN[1]), CITED).origins) == 2
