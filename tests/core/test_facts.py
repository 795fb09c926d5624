"""Each fact by a table of origins; together with the rules' examples this is what a new fact needs."""

from __future__ import annotations

import pytest

import rules
from rules.facets import asserted_facets
from rules.findings import FACTS, Rank, Scene
from rules.model import Case, Report
from rules.origins import Bodies, group, resolve
from rules.provenance import Registry
from tests.core.conftest import CLAIM, denies, says, verifies

RULEBOOK = rules.load_rulebook()


def scene_of(*reports) -> Scene:
    case = Case(text=CLAIM, reports=reports)
    resolved, registry = resolve(case, RULEBOOK), RULEBOOK.part(Registry)
    asserted = asserted_facets(case.text, None, RULEBOOK)
    return Scene.of(case, asserted, resolved, group(resolved, RULEBOOK.part(Bodies)), registry)


HEDGED = says(text="It reportedly fell.")
BOTH = "both are reported; as not every report has a date, the denial counts"
ADMITS = says(interest="against_interest", text="The Oak Legion admitted it.")
ADMITTED = "both are reported; as a denial mostly comes before an admission, the admission counts"
WITHDRAWN = (says(at="2024-05-01T08:00:00Z"), says(stance="denies", at="2024-05-02T08:00:00Z"))


@pytest.mark.parametrize(
    ("fact", "reports", "value"),
    [
        ("name", (says("Vale Hospital"),), "Vale Hospital"),
        ("class", (says(class_="witness"),), "witness"),
        ("class_name", (verifies(),), "independent verification"),
        ("side", (says(),), "ukraine"),
        ("side", (says(side=None),), "none"),
        ("named", (says(),), True),
        ("named", (says(None, "anonymous", None),), False),
        ("reliability", (verifies(),), "B"),
        ("interest", (says(interest="self_serving"),), "self_serving"),
        ("interest", (says(interest="unknown"),), None),
        ("interest_words", (says(interest="against_interest"),), "the statement is against the interest of"),
        ("interest_words", (denies(interest="self_serving"),), "the denial is in the interest of"),
        ("hedge_strength", (says(),), 0.0),
        ("hedge_text", (HEDGED,), "reportedly"),
        ("hedge_category", (says(),), "none"),
        ("hedge_owner", (HEDGED,), "reporter"),
        ("hedge_owner", (says(text="“It may have fallen,” he said."),), "source"),
        ("stance", (denies(),), "denies"),
        ("grounds", (denies(),), ""),
        ("grounds", (Report(text="No brigade controls Bala."),), ", going by “No brigade controls”"),
        ("reports", (says(), says(), says()), 3),
        ("carriers", (says(publisher="north.example"), says(publisher="south.example"), says()), 2),
        ("checked", (verifies(),), True),
        ("checked", (says(facets=["place"]),), False),
        ("verified_share", (says(),), 0.0),
        ("verified_share", (verifies(),), 1.0),
        ("verified_share", (verifies(["time"]),), 0.0),
        ("verified_facets", (verifies(["time", "place"]),), "place, time"),
        ("verified_facets", (verifies(),), "the claim as a whole"),
        ("check_result", (verifies(),), "verified"),
        ("check_result", (verifies(stance="denies"),), "refuted"),
        ("withdrawn", WITHDRAWN, True),
        ("withdrawn", WITHDRAWN[:1], False),
        ("wavers", WITHDRAWN, ""),
        ("wavers", (says(), says(stance="denies")), BOTH),
        ("wavers", (ADMITS, says(stance="denies")), ADMITTED),
        ("wavers", (says(stance="denies", at="2024-05-01T08:00:00Z"), says(at="2024-05-02T08:00:00Z")),
         "before, it was denied by the same"),
        ("admission", (says(interest="against_interest"),), True),
        ("admission", (says(class_="witness", interest="against_interest"),), False),
        ("admits", (says(interest="against_interest"),), True),
        ("admits", (says(interest="self_serving"),), False),
    ],
)
def test_a_fact_of_an_origin(fact, reports, value):
    scene = scene_of(*reports)
    assert FACTS["origin"][fact](scene.origins[0], scene) == value


def test_every_fact_of_an_origin_has_a_line_in_the_table():
    lines = test_a_fact_of_an_origin.pytestmark[0].args[1]
    assert {line[0] for line in lines} == set(FACTS["origin"])


@pytest.mark.parametrize(
    ("reports", "value"),
    [
        ((says(), says("Plain Ministry", "official", "russia")), 1.0),
        ((HEDGED, says("Plain Ministry", "official", "russia")), "less"),
        ((says(), denies()), 0.0),
        ((says(), says("Elm Brigade")), 0.0),
        ((says(), says("Vale Hospital", "official", None)), 0.0),
    ],
)
def test_opposed_certainty(reports, value):
    certainty = FACTS["case"]["opposed_certainty"](None, scene_of(*reports))
    assert 0 < certainty < 1 if value == "less" else certainty == value


def test_facts_of_a_report_and_of_a_rank():
    scene = scene_of(denies())
    facts = FACTS["report"]
    assert facts["report_stance"](scene.reports[0], scene) == "denies"
    assert facts["reporter"](scene.reports[0], scene) == "Plain Ministry"
    assert facts["report_grounds"](scene.reports[0], scene) == ""
    rank = Rank(scene.origins[0], 3, 1)
    assert {name: function(rank, scene) for name, function in FACTS["rank"].items()} == {
        "name": "Plain Ministry", "vote": "vote against the claim", "earlier_origins": 3, "earlier_of_side": 1,
    }
