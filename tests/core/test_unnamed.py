"""Nobody in particular is no further origin where a named source may be meant."""

from __future__ import annotations

import pytest

import rules
from rules.model import Case, Report, Source, Stance, Status
from rules.rulebook import Rulebook


def origins(rulebook: Rulebook, *names: str, stances: str = "") -> list[str]:
    """The names of the origins of a case of officials; `stances` has an "n" where a report denies."""
    held = [Stance.DENIES if s == "n" else Stance.SUPPORTS for s in stances.ljust(len(names), "y")]
    reports = tuple(Report(source=Source(name=name, class_="official"), stance=stance, publisher=f"{n}.example")
                    for n, (name, stance) in enumerate(zip(names, held, strict=True)))
    case = Case(text="A shop in Ostwick was robbed.", reports=reports)
    return [origin.name for origin in rules.assess(case, rulebook).origins]


@pytest.mark.parametrize(("names", "expected"), [
    (("the police", "Ostwick police"), ["Ostwick police"]),
    (("Ostwick police", "Police in Ostwick"), ["Ostwick police"]),
    (("the commission", "the electoral commission"), ["the electoral commission"]),
    (("prosecutors", "Ostwick police"), ["prosecutors", "Ostwick police"]),
    (("prosecutors", "the public prosecutor's office in Ostwick"), ["the public prosecutor's office in Ostwick"]),
    (("the prosecutor", "Ostwick Prosecutors"), ["Ostwick Prosecutors"]),
    (("Lug police", "Ostwick police"), ["Lug police", "Ostwick police"]),
    (("Ostwick police", "Ostwick Police Department"), ["Ostwick police"]),
    (("police", "Lug police", "Ostwick police"), ["Lug police", "Ostwick police"]),
])  # fmt: skip
def test_an_unnamed_body_is_the_named_one_that_may_be_meant(
    rulebook: Rulebook, names: tuple[str, ...], expected: list[str]
) -> None:
    assert origins(rulebook, *names) == expected
    assert origins(rulebook, *reversed(names)) == expected


def test_who_says_the_opposite_is_somebody_else(rulebook: Rulebook) -> None:
    assert len(origins(rulebook, "police", "Ostwick police", stances="yn")) == 2
    assert origins(rulebook, "police", "the mayor", "officials", stances="ynn") == ["police", "officials"]


def test_a_later_denial_by_nobody_in_particular_withdraws_nothing(rulebook: Rulebook) -> None:
    told = (("Police in Ostwick said that the dam had broken.", "2024-05-01T08:00:00Z"),
            ("The mayor denied that the dam had broken.", "2024-05-02T08:00:00Z"))
    reports = tuple(Report(text=text, published_at=moment) for text, moment in told)
    assert rules.assess(Case(text="The dam has broken.", reports=reports), rulebook).status is Status.CONTESTED


def verdict(rulebook: Rulebook, who: str, moments: tuple[str | None, str | None]) -> tuple[str, int]:
    """Status and number of origins where a source says that the dam has broken, and denies it."""
    told = (f"{who} said that the dam had broken.", f"{who} denied that the dam had broken.")
    reports = tuple(Report(text=text, published_at=at, publisher=f"{n}.example")
                    for n, (text, at) in enumerate(zip(told, moments, strict=True)))
    found = rules.assess(Case(text="The dam has broken.", reports=reports), rulebook)
    return found.status, len(found.origins)


@pytest.mark.parametrize("who", ["Police", "The army", "The mayor", "The health ministry", "The company"])
def test_one_body_that_says_both_is_no_vote_on_each_side(rulebook: Rulebook, who: str) -> None:
    assert verdict(rulebook, who, (None, None)) == ("unverified", 1)
    assert verdict(rulebook, who, ("2024-05-01T08:00:00Z", "2024-05-02T08:00:00Z")) == ("discounted", 1)
    assert verdict(rulebook, who, ("2024-05-02T08:00:00Z", "2024-05-01T08:00:00Z")) == ("single_source", 1)


@pytest.mark.parametrize("who", ["Officials", "Residents", "An aide", "Two officers", "Officials in Ostwick"])
def test_some_of_many_may_say_what_others_deny(rulebook: Rulebook, who: str) -> None:
    assert verdict(rulebook, who, (None, None)) == ("contested", 2)


def test_residents_of_a_town_do_not_corroborate_residents(rulebook: Rulebook) -> None:
    reports = tuple(Report(text=f"{who} said that the bridge had fallen.", publisher=f"{n}.example")
                    for n, who in enumerate(("Residents", "Residents of Ostwick")))
    found = rules.assess(Case(text="The bridge has fallen.", reports=reports), rulebook)
    assert found.status is Status.SINGLE_SOURCE
    assert [origin.reports for origin in found.origins] == [(0, 1)]


def test_an_office_is_whoever_bears_it_or_another_of_its_house(rulebook: Rulebook) -> None:
    told = ("The county fire chief said that three people had died.", "The fire service said that three people died.",
            "Fire chief Ana Moll said three people were dead.")
    reports = tuple(Report(text=text, publisher=f"{n}.example") for n, text in enumerate(told))
    found = rules.assess(Case(text="Three people have died.", reports=reports), rulebook)
    assert [(origin.name, origin.reports) for origin in found.origins] == [("Ana Moll", (0, 1, 2))]


@pytest.mark.parametrize(("who", "origins"), [
    (("Police", "The mayor"), 2),
    (("A police spokeswoman", "The fire brigade", "Firefighters"), 2),
    (("Police", "The mayor", "Officials", "A spokesman"), 2),
    (("Officials", "The authorities"), 1),
    (("Prosecutors", "Police"), 1),  # one branch, as far as titles tell
    (("The company", "The union", "The rebels"), 3),
    (("The company", "The operator"), 1),  # who may be that company
])  # fmt: skip
def test_those_of_different_branches_need_no_name_to_be_told_apart(rulebook: Rulebook, who, origins) -> None:
    reports = tuple(Report(text=f"{name} said that three had died.", publisher=f"{name}.example") for name in who)
    found = rules.assess(Case(text="Three people have died.", reports=reports), rulebook)
    assert len(found.origins) == origins
    assert found.status is (Status.SINGLE_SOURCE if origins == 1 else Status.CORROBORATED)


@pytest.mark.parametrize(("who", "origins"), [
    (("Ostwick police chief Ana Moll", "The Ostwick police department"), 1),
    (("Ostwick County Sheriff Ana Moll", "The Ostwick County Sheriff's Office"), 1),
    (("Ostwick police chief Ana Moll", "The Lug Police Department"), 2),
    (("Ostwick police chief Ana Moll", "Ostwick fire chief Ben Oram"), 2),
])  # fmt: skip
def test_who_bears_the_office_of_a_body_is_that_body(rulebook: Rulebook, who: tuple[str, ...], origins: int) -> None:
    reports = tuple(Report(text=f"{name} said that three had died.", publisher=f"{name}.example") for name in who)
    assert len(rules.assess(Case(text="Three people have died.", reports=reports), rulebook).origins) == origins


def test_another_office_is_somebody_else(rulebook: Rulebook) -> None:
    told = ("The county fire chief said that three people had died.", "Governor Ivo Dort said three people were dead.")
    reports = tuple(Report(text=text, publisher=f"{n}.example") for n, text in enumerate(told))
    assert len(rules.assess(Case(text="Three people have died.", reports=reports), rulebook).origins) == 2


@pytest.mark.parametrize("title", ["Gov.", "Governor"])
def test_a_title_may_be_cut_short_and_who_is_named_once_is_named(rulebook: Rulebook, title: str) -> None:
    told = (f"{title} Ana Moll said that three had died.", "The governor said that three had died.")
    reports = tuple(Report(text=text, publisher=f"{n}.example") for n, text in enumerate(told))
    found = rules.assess(Case(text="Three people have died.", reports=reports), rulebook)
    assert found.summary.startswith("One origin, Ana Moll (official), carried by two outlets;")


@pytest.mark.parametrize(("publisher", "origins"), [
    ("Ostwick Police", 1),
    ("Ostwick Courier", 2),
    ("Ostwick Police Gazette", 2),
])  # fmt: skip
def test_what_a_body_publishes_and_what_others_quote_from_it_are_one_origin(rulebook, publisher, origins) -> None:
    reports = (
        Report(text="Two people died in the fire in Mill Street.", publisher=publisher),
        Report(text="Ostwick police said that two people had died in the fire.", publisher="Northwire"),
    )
    found = rules.assess(Case(text="Two people died in the fire.", reports=reports), rulebook)
    assert len(found.origins) == origins
