"""Cases in the words of the design, made short, and one rulebook for all tests of the core."""

from __future__ import annotations

import pytest

import rules
from rules.model import Assessment, Case, Event, Facet, Interest, Report, Source, Stance, Verification

CLAIM = "The Legion controls the village of Bala."


@pytest.fixture(scope="session")
def assess(rulebook):
    """Assess reports about one claim: `assess(says(...), denies(...))`."""

    def run(*reports: Report, text: str = CLAIM, date: str | None = None) -> Assessment:
        event = Event(date=date) if date else None
        return rules.assess(Case(text=text, event=event, reports=tuple(reports)), rulebook)

    return run


def says(name="Oak Legion", class_="party", side="ukraine", interest=None, text="", publisher=None, stance="supports",
         at=None, facets=None, failed=(), method=None) -> Report:
    """One structured report. `facets` or `failed` make it tell of a check."""
    check = None
    if facets is not None or failed:
        check = Verification(facets=tuple(map(Facet, facets or ())), failed=tuple(map(Facet, failed)), method=method)
    return Report(
        text=text, publisher=publisher, published_at=at, stance=Stance(stance), verification=check,
        source=Source(name=name, class_=class_, side=side, interest=Interest(interest) if interest else None),
    )


def denies(name="Plain Ministry", class_="official", side="russia", **more) -> Report:
    return says(name, class_, side, stance="denies", **more)


def verifies(facets=None, name="Lantern Lab", **more) -> Report:
    return says(name, "independent_verification", None, facets=facets, **more)
