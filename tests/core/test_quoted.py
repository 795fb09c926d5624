"""Whether somebody said what he is quoted with: who quotes him vouches for it."""

from __future__ import annotations

import pytest

import rules
from rules.model import Assessment, Case, Report
from rules.origins.quoted import FILE, Misquotes, Quoted
from rules.rulebook import Rulebook

CLAIM = "Mayor Ana Moll said that dogs should pay tax."
POST = ("oar.example", "A post shared by thousands says Moll told a dinner that dogs should pay tax.")
NEVER = ("north.example", "“I never said such a thing,” Moll told the council.")
FAKE = ("lens.example", "There is no record of Moll ever saying this, the fact-checking group Clear Lens found.")


def assess(rulebook: Rulebook, *told: tuple[str, str]) -> Assessment:
    return rules.assess(Case(text=CLAIM, reports=tuple(Report(text=t, publisher=p) for p, t in told)), rulebook)


@pytest.mark.parametrize("dispute", [NEVER, FAKE])
def test_a_disputed_quote_is_vouched_for_by_who_quotes_it(rulebook: Rulebook, dispute: tuple[str, str]) -> None:
    found = assess(rulebook, POST, dispute)
    assert {origin.class_ for origin in found.origins if origin.stance == "supports"} == {"social"}
    assert [origin.stance for origin in found.origins if origin.reports == (1,)] == ["denies"]


def test_an_outlet_that_quotes_in_its_own_voice_vouches_itself(rulebook: Rulebook) -> None:
    found = assess(rulebook, ("oar.example", "Moll said that dogs should pay tax."), NEVER)
    assert {origin.name for origin in found.origins} == {"oar.example", "Moll"}


def test_an_undisputed_quote_is_what_the_speaker_claims(rulebook: Rulebook) -> None:
    assert {origin.name for origin in assess(rulebook, POST).origins} == {"Moll"}


def test_the_patterns_fit_their_examples(rulebook: Rulebook) -> None:
    words, quoted = rulebook.table(FILE, Misquotes), rulebook.part(Quoted)
    assert all(map(quoted.disputes, words.hits))
    assert not any(map(quoted.disputes, words.misses))
