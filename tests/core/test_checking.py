"""What counts as an independent check: who may check, and what a report must tell of it to weigh as one."""

from __future__ import annotations

import pytest

from rules.model import Facet, Report, Source, Stance, Verification

PLACE, NONE = (Facet.PLACE,), Verification()


@pytest.mark.parametrize(("class_", "side", "told", "is_check"), [
    ("media", None, Verification(facets=PLACE), True),
    ("media", None, Verification(failed=PLACE), False),  # it established nothing
    ("media", None, Verification(method="geolocation"), True),
    ("media", None, NONE, False),
    ("media", None, None, False),
    ("ngo", None, Verification(facets=PLACE), True),
    ("official", None, Verification(facets=PLACE), False),
    ("anonymous", None, Verification(facets=PLACE), False),
    ("media", "ukraine", Verification(facets=PLACE), False),
    ("independent_verification", "ukraine", Verification(facets=PLACE), False),
    ("independent_verification", None, None, True),
])
def test_a_check_weighs_by_who_tells_of_it_and_what_it_established(assess, class_, side, told, is_check):
    source = Source(name="Oak Watch", class_=class_, side=side)
    found = assess(Report(text="", source=source, stance=Stance.SUPPORTS, verification=told))
    assert ("corroboration.independent_check" in [row.rule for row in found.contributions]) is is_check
