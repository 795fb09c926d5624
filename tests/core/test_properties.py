"""The guarantees of the design for every input."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.model import Case, Report, Stance
from tests.core.conftest import CLAIM, says

RULEBOOK = rules.load_rulebook()
CHECK = "independent_verification"
CLASSES = ["party", "official", "ngo", "media", "witness", "expert", "state_media", "social", CHECK]
TEXTS = [
    "", "The Legion controls Bala.", "The Legion reportedly controls Bala.", "The Legion may control Bala.",
    "The Legion claimed it controls Bala.", "Rumours spread that Bala fell.",
]

SOURCES = [
    ("Oak Legion", "party", "ukraine"), ("Oak Office", "official", "ukraine"),
    ("Elm Brigade", "party", "russia"), ("Plain Ministry", "official", "russia"),
    ("Minsk Radio", "state_media", "belarus"), ("Vale Hospital", "official", None), ("Lantern Lab", CHECK, None),
    ("Relief Watch", "ngo", None), ("Ivan Oreshin", "witness", None), (None, "anonymous", None),
]


def said_by(source, **more) -> Report:
    return says(*source, **more)


reports = st.builds(
    said_by,
    source=st.sampled_from(SOURCES),
    interest=st.sampled_from([None, "self_serving", "neutral", "against_interest"]),
    text=st.sampled_from(TEXTS),
    publisher=st.sampled_from([None, "north.example", "south.example"]),
    stance=st.sampled_from(["supports", "denies", "updates", "cannot_verify", "unrelated"]),
    at=st.sampled_from([None, "2024-03-12T08:00:00Z", "2024-03-13T08:00:00Z"]),
    facets=st.sampled_from([None, ["place"], ["actor", "action"]]),
)
cases = st.lists(reports, max_size=6)


def assess(items: list[Report]):
    # A case without reports would be read as its own report: an unrelated one stands in for "nothing".
    return rules.assess(Case(text=CLAIM, reports=tuple(items) or (says(stance="unrelated"),)), RULEBOOK)


@given(cases)
def test_the_contributions_add_up_to_the_score(items):
    result = assess(items)
    logit = math.log(result.score / (1 - result.score))
    assert math.isclose(logit, result.prior + math.fsum(c.log_odds for c in result.contributions), abs_tol=1e-9)
    factors = math.fsum(f.log_odds for f in result.factors.values())
    assert math.isclose(factors, logit - result.prior, abs_tol=1e-9)


@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(items, random):
    shuffled = random.sample(items, len(items))
    assert assess(items).score == assess(shuffled).score
    assert assess(items).status is assess(shuffled).status


@given(cases, st.data(), st.sampled_from(TEXTS), st.sampled_from(["north.example", "far.example"]))
def test_a_copy_in_any_words_by_any_outlet_never_raises_the_score(items, data, text, publisher):
    if not items:
        return
    copied = data.draw(st.sampled_from(items))
    copy = Report(
        text=text, publisher=publisher, source=copied.source, stance=copied.stance, verification=copied.verification,
        published_at=copied.published_at,
    )
    assert assess([*items, copy]).score <= assess(items).score + 1e-12


@given(cases, reports)
def test_a_denial_never_counts_as_support(items, report):
    denial = Report(text=report.text, source=report.source, stance=Stance.DENIES, published_at="2024-03-14T08:00:00Z")
    assert assess([*items, denial]).score <= assess(items).score + 1e-12


@given(cases, st.sampled_from(CLASSES), st.sampled_from(TEXTS))
def test_more_independent_support_never_lowers_the_score(items, class_, text):
    support = says("Quite Another Source", class_, None, text=text)
    assert assess([*items, support]).score >= assess(items).score - 1e-12


@given(cases, st.integers(0, 5))
def test_a_further_hedge_never_raises_the_score(items, position):
    if position >= len(items):
        return
    old = items[position]
    hedged = [Report(**{**_fields(r), "text": (r.text + " It was reportedly so.").strip()}) if r is old else r
              for r in items]
    assert assess(hedged).score <= assess(items).score + 1e-12


@given(cases, reports)
def test_could_not_verify_weighs_nothing(items, report):
    silent = says("Yet Another Lab", "independent_verification", None, text=report.text, stance="cannot_verify")
    assert assess([*items, silent]).score == assess(items).score


@given(st.lists(st.sampled_from(["party", "official", "state_media"]), min_size=1, max_size=30))
@settings(max_examples=25)
def test_verification_outweighs_any_number_of_statements_by_one_side(classes):
    boasts = [says(f"Unit {n}", class_, "ukraine") for n, class_ in enumerate(classes)]
    refuted = assess([*boasts, says("Lantern Lab", "independent_verification", None, stance="denies")])
    assert refuted.score < assess([]).score


@given(cases)
def test_score_and_confidence_are_probabilities_and_no_evidence_means_none(items):
    result = assess(items)
    assert 0 < result.score < 1
    assert 0 <= result.confidence < 1
    if not any(o.stance in ("supports", "denies") for o in result.origins):
        assert (result.confidence, result.grades.admiralty.code) == (0, "F6")


def _fields(report: Report) -> dict:
    return {name: getattr(report, name) for name in report.__struct_fields__}
