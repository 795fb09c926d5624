"""Whom a report is traced to when the request leaves something out."""

from __future__ import annotations

import pytest

from rules.model import Report, Stance

OUTLET = "north.example"


@pytest.mark.parametrize(
    ("report", "origin", "stance"),
    [
        (Report(text="The Oak Legion said it holds Bala.", publisher=OUTLET), "Oak Legion", "supports"),
        (Report(text="Bala has fallen.", publisher=OUTLET), OUTLET, "supports"),
        (Report(text="Bala has fallen.", publisher=OUTLET, via=("Vale Agency",)), "Vale Agency", "supports"),
        (Report(text="The Oak Legion denied that it holds Bala.", publisher=OUTLET), "Oak Legion", "denies"),
        (Report(text="Rumours that Bala fell are untrue.", publisher=OUTLET, stance=Stance.DENIES), OUTLET, "denies"),
        (Report(text="Bala has fallen."), "nobody named", "supports"),
    ],
)
def test_origin_and_stance(assess, report, origin, stance):
    found = assess(report).origins[0]
    assert (found.name, found.stance) == (origin, stance)


def test_a_claim_that_is_a_denial_stands_for_itself(assess):
    assert assess(text="There was no breakthrough at Bala.").origins[0].stance == "supports"
    assert assess(text="The ministry denied that Bala had fallen.").origins[0].stance == "denies"


def test_a_claim_brings_nothing_up_to_date_but_another_report_may(assess):
    text = "The death toll rose to nine, the clinic said."
    assert assess(text=text).origins[0].stance == "supports"
    assert assess(Report(text=text, publisher=OUTLET)).origins[0].stance == "updates"


@pytest.mark.parametrize("text", [
    "The minister has not denied that he took the money.",
    "Neither side has confirmed that talks took place.",
])  # fmt: skip
def test_who_neither_says_nor_denies_it_stands_for_nothing(assess, text):
    assert assess(text=text).origins[0].stance == "cannot_verify"
