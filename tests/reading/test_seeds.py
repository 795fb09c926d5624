"""The five articles read by eye: what a careful reader found, by offsets only, against what is read."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from rules import load_rulebook
from rules.model import Document, Hedge, Reading, ReadReport
from rules.reading import read

HERE = Path(__file__).resolve()
SEEDS = HERE.parents[2].parent / "shared" / "seeds"
GOLD = json.loads((HERE.parent / "seed_gold.json").read_text())
RULEBOOK = load_rulebook()

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project"),
]


@pytest.fixture(scope="module")
def readings() -> list[tuple[dict[str, Any], str, Reading]]:
    result = []
    for article in GOLD:
        text = (SEEDS / article["seed"]).read_text()
        document = Document(text=text, publisher=article["publisher"], published_at=article["published_at"])
        result.append((article, text, read(document, RULEBOOK)))
    return result


def _agrees(statement: dict[str, Any], report: ReadReport, text: str) -> bool:
    """Whether origin, class and stance, and for a check its facets, are those of the careful reader."""
    link = report.chain[-1]
    named = link.name if link.start is None else f"{link.name} {text[link.start:link.end]}"
    own = statement["origin"] == "PUBLISHER" and len(report.chain) == 1
    check = report.verification
    facets = check and {"facets": [*check.facets], "failed": [*check.failed]}
    return (
        (own or re.search(statement["origin"], named.lower()) is not None)
        and link.class_ in statement["classes"]
        and report.stance in statement["stances"]
        and statement.get("checked", facets) == facets
    )


def _at(statement: dict[str, Any], reading: Reading) -> list[ReadReport]:
    return [r for r in reading.reports if r.claim.start <= statement["start"] < r.claim.end]


def _meets(extent: list[int], hedges: list[Hedge]) -> bool:
    return any(h.start < extent[1] and extent[0] < h.end for h in hedges)


def test_nine_of_ten_attributed_statements_have_the_right_origin_class_and_stance(readings: Any) -> None:
    rows = [
        any(_agrees(statement, report, text) for report in _at(statement, reading))
        for article, text, reading in readings
        for statement in article["statements"]
    ]
    assert sum(rows) >= 0.9 * len(rows)


def test_nineteen_of_twenty_hedges_are_found_on_their_statements(readings: Any) -> None:
    found = []
    for article, _, reading in readings:
        for statement in article["statements"]:
            hedges = [h for report in _at(statement, reading) for h in report.hedges]
            found += [_meets(extent, hedges) for extent in statement.get("hedges", [])]
        every = [h for report in reading.reports for h in report.hedges]
        found += [_meets(extent, every) for extent in article["hedges"]]
    assert sum(found) >= 0.95 * len(found)


def test_the_partial_check_of_the_video_is_place_verified_and_time_not(readings: Any) -> None:
    checks = [
        report.verification
        for article, _, reading in readings
        for report in reading.reports
        if article["publisher"] == "reuters.com" and report.verification and report.verification.facets
    ]
    assert [(check.facets, check.failed, check.method) for check in checks] == [(("place",), ("time",), "geolocation")]


def test_the_partial_check_is_about_what_the_video_shows_and_not_what_anybody_said(readings: Any) -> None:
    (reading,) = (reading for article, _, reading in readings if article["publisher"] == "reuters.com")
    (check,) = (report for report in reading.reports if report.verification and report.verification.facets)
    told = [reading.reports[n] for n in check.applies_to]
    assert len(told) == 2
    assert all(len(report.chain) == 1 for report in told)
