"""Sentences posted one by one as claims: origin, class, side, stance and hedges that a careful reader gives them.

`seed_gold.json` holds those of the five articles, by offsets only; `invented_claims.jsonl` others in the styles of
agencies, broadcasters, tabloids, local papers, press releases and posts. A row lists every class, side and stance that
is right; `hedges` must be found, `may` may be. Where a pronoun or role noun names nobody, that must be said.
"""

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from rules import assess, load_rulebook
from rules.model import Assessment, Case, Origin

HERE = Path(__file__).resolve()
SEEDS = HERE.parents[2].parent / "shared" / "seeds"
RULEBOOK = load_rulebook()
Judged = list[tuple[dict[str, Any], str, Assessment, int]]


def _seeds() -> Judged:
    rows = []
    for article in json.loads((HERE.parent / "seed_gold.json").read_text()):
        raw = (SEEDS / article["seed"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == article["sha256"], "the offsets are those of another text"
        for row in article["sentences"]:
            text = raw.decode()[row["start"] : row["end"]]
            rows.append((row, text, assess(Case(text=text), RULEBOOK), row["start"]))
    return rows


def _invented() -> Judged:
    lines = (HERE.parent / "invented_claims.jsonl").read_text().splitlines()
    return [(row, row["text"], assess(Case(text=row["text"]), RULEBOOK), 0) for row in map(json.loads, lines)]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            _seeds,
            marks=[
                pytest.mark.data,
                pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project"),
            ],
        ),
        _invented,
    ],
    ids=["seeds", "invented"],
)
def judged(request: pytest.FixtureRequest) -> Judged:
    return request.param()


def _named_rightly(row: dict[str, Any], text: str, assessment: Assessment) -> bool:
    origin = assessment.origins[0]
    spans = " ".join(e.text for c in assessment.contributions for e in c.evidence if c.origin == origin.id)
    named = f"{origin.name} {spans}".lower()
    return "origin" not in row or bool(re.search(row["origin"], named)) or _nobody_will_do(row, origin)


def _nobody_will_do(row: dict[str, Any], origin: Origin) -> bool:
    return "nobody" in row["origin"] and origin.class_ == "unattributed"


def test_nineteen_of_twenty_have_the_right_class_side_stance_and_origin(judged: Judged) -> None:
    wrong = [
        text
        for row, text, assessment, _ in judged
        if (first := assessment.origins[0]).class_ not in row["classes"]
        or first.side not in row["sides"]
        or first.stance not in row["stances"]
        or not _named_rightly(row, text, assessment)
    ]
    assert len(wrong) <= 0.05 * len(judged), wrong


def test_nineteen_of_twenty_hedges_are_found_with_category_and_owner(judged: Judged) -> None:
    missed, total = [], 0
    for row, text, assessment, offset in judged:
        for start, end, categories, owner in row.get("hedges", []):
            total += 1
            meeting = [h for h in assessment.hedges if h.start + offset < end and start < h.end + offset]
            if not any(h.category in categories and h.owner == owner for h in meeting):
                missed.append(text[start - offset : end - offset])
    assert len(missed) <= 0.05 * total, missed


def test_hardly_any_hedge_is_found_where_there_is_none(judged: Judged) -> None:
    total = sum(len(row.get("hedges", [])) for row, *_ in judged)
    spurious = [
        h.text
        for row, _, assessment, offset in judged
        for h in assessment.hedges
        if h.category != "booster"
        and not any(
            h.start + offset < end and start < h.end + offset
            for start, end, *_ in (*row.get("hedges", []), *row.get("may", []))
        )
    ]
    assert len(spurious) <= 0.05 * total, spurious


def test_who_is_not_named_is_called_unresolved(judged: Judged) -> None:
    unresolved = [(text, a) for row, text, a, _ in judged if row.get("unresolved")]
    assert unresolved
    named = [text for text, a in unresolved if not any(t.startswith("not resolved") for t in a.origins[0].traced_by)]
    assert named == []
    assert all("not named here" in a.summary for _, a in unresolved if a.origins[0].stance == "supports")


def test_gold_sentences_do_not_overlap() -> None:
    for article in json.loads((HERE.parent / "seed_gold.json").read_text()):
        assert all(one["end"] <= two["start"] for one, two in pairwise(article["sentences"]))
