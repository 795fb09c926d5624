"""The guarantees of the design as cases with names. Their general form stands in test_properties.py."""

from __future__ import annotations

import math

import msgspec
import pytest

import rules
from rules.model import Case, Event, Report, Stance, Status
from tests.core.conftest import denies, says, verifies

SURE = "The Legion said it controls Bala."
REPRINTS = [says(text=SURE, publisher=f"outlet{n}.example") for n in range(5)]
PARAPHRASES = [
    says(text=text, publisher=f"outlet{n}.example")
    for n, text in enumerate((
        SURE, "Bala is in the Legion's hands, it said.", "According to the Legion, Bala has fallen to it.",
        "The Legion said its fighters hold Bala.", "Fighters of the Legion run Bala now, the Legion announced.",
    ))
]


def test_case_a_five_reprints_of_a_partys_statement_are_one_origin(assess):
    one, five = assess(REPRINTS[0]), assess(*REPRINTS)
    assert five.status is Status.SINGLE_SOURCE
    assert len(five.origins) == 1
    assert five.score == one.score


def test_case_b_five_paraphrases_are_one_origin_and_no_surer_than_reprints(assess):
    a, b = assess(*REPRINTS), assess(*PARAPHRASES)
    assert b.status is Status.SINGLE_SOURCE
    assert a.score - 0.05 <= b.score <= a.score


def test_case_c_a_ministrys_denial_contests_the_claim_and_lowers_it(assess):
    a, c = assess(*REPRINTS), assess(REPRINTS[0], denies())
    assert c.status is Status.CONTESTED
    assert c.score < a.score


@pytest.mark.parametrize(("facets", "status"), [(["place"], Status.PARTLY_VERIFIED), (None, Status.CONFIRMED)])
def test_case_d_an_independent_geolocation_lifts_the_claim_by_a_wide_margin(assess, facets, status):
    a, d = assess(*REPRINTS), assess(REPRINTS[0], verifies(facets))
    assert d.status is status
    assert d.score > a.score + 0.2


def test_fifty_copies_score_as_one(assess):
    copies = [says(text=SURE, publisher=f"outlet{n}.example") for n in range(50)]
    assert assess(*copies).score == assess(copies[0]).score


def test_outlets_that_print_the_same_words_in_their_own_voice_are_one_origin(assess):
    words = "Smoke rose over the village of Bala in the early morning while lorries left it on the northern road."
    carried = [Report(text=words, publisher=f"outlet{n}.example", stance=Stance.SUPPORTS) for n in range(4)]
    other = Report(text="Lorries were leaving Bala this morning and smoke hung over it.", publisher="far.example",
                   stance=Stance.SUPPORTS)
    assert len(assess(*carried).origins) == 1
    assert assess(*carried).score == assess(carried[0]).score
    assert "near-verbatim text" in assess(*carried).origins[0].traced_by
    assert len(assess(*carried, other).origins) == 2


def test_an_outlet_is_not_independent_of_whom_it_quotes_for_what_it_says_itself(assess):
    outlet = Report(text="Bala has fallen.", publisher="far.example", stance=Stance.SUPPORTS)
    quoted = says("Vale Hospital", "witness", None, publisher="far.example")
    elsewhere = says("Vale Hospital", "witness", None, publisher="near.example")
    assert assess(outlet, quoted).status is Status.SINGLE_SOURCE
    assert "though far.example quoted others for it" in assess(outlet, quoted).summary
    assert assess(outlet, elsewhere).status is Status.CORROBORATED
    sided = [says(name, "official", "russia", "neutral", publisher=f"{place}.example") for name, place in
             (("Bala Police", "far"), ("Vale Police", "near"))]
    assert assess(outlet, sided[0]).status is Status.SINGLE_SOURCE
    assert assess(outlet, *sided).status is Status.CORROBORATED
    another = says("Ana Moll", "witness", None, publisher="far.example")
    assert assess(outlet, quoted, another).status is Status.CORROBORATED


def test_a_surer_copy_does_not_raise_the_score(assess):
    hedged = says(text="The Legion reportedly controls Bala.")
    assert assess(hedged, *REPRINTS).score == assess(hedged).score


def test_a_party_cannot_verify_itself(assess):
    boast = says(facets=["place"], method="geolocation")
    assert assess(REPRINTS[0], boast).score == assess(REPRINTS[0]).score


def test_two_denials_alone_corroborate_nothing(assess):
    one, two = assess(denies()), assess(denies(), denies("Hill Police", side=None))
    assert two.score <= one.score < 0.5
    assert two.status is Status.UNVERIFIED


def test_could_not_verify_is_no_denial(assess):
    silent = says("Lantern Lab", "independent_verification", None, stance="cannot_verify", failed=["place"])
    assert assess(REPRINTS[0], silent).score == assess(REPRINTS[0]).score
    assert assess(silent).confidence == 0


def test_verification_outweighs_any_number_of_statements_by_one_side(assess):
    boasts = [says(f"Unit {n}") for n in range(100)]
    refuted = assess(*boasts, verifies(stance="denies"))
    assert refuted.score < 0.45
    assert refuted.status is Status.DISCOUNTED
    assert assess(*[denies(f"Office {n}") for n in range(100)], verifies()).score > 0.5


def test_against_interest_outweighs_in_ones_interest(assess):
    assert assess(says(interest="against_interest")).score > assess(says(interest="self_serving")).score + 0.2


def test_opposed_sides_agreeing_is_strong_and_allied_sides_are_not_two_origins_worth(assess):
    opposed = assess(says(), says("Plain Ministry", "official", "russia", "neutral"))
    same = assess(says(), says("Elm Brigade"))
    allied = assess(says(side="russia", interest="neutral"), says("Border Guard", side="belarus", interest="neutral"))
    neutral = assess(says(), says("Vale Hospital", "party", None))
    assert opposed.score > neutral.score > same.score
    assert opposed.status is Status.CORROBORATED
    assert same.status is Status.SINGLE_SOURCE
    assert allied.status is Status.SINGLE_SOURCE


def test_an_admission_confirms(assess):
    assert assess(says(), says("Plain Ministry", "official", "russia", "against_interest")).status is Status.CONFIRMED


def test_an_admission_in_so_many_words_confirms_and_one_of_a_bystander_does_not(assess):
    assert assess(text="The mayor admitted that the dam had failed.").status is Status.CONFIRMED
    assert assess(text="A resident admitted that the dam had failed.").status is Status.SINGLE_SOURCE
    assert assess(text="The mayor did not admit that the dam had failed.").status is Status.UNVERIFIED
    assert assess(text="Russia's army admitted that Ukraine had shelled Bala.").status is Status.SINGLE_SOURCE
    assert assess(text="Russia's army admitted that it had shelled Bala.").status is Status.CONFIRMED
    assert assess(text="The mayor said that the dam had failed.").status is Status.SINGLE_SOURCE


def test_a_partial_verification_lifts_its_facet_only(assess):
    partly = assess(REPRINTS[0], verifies(["place"], failed=["time"]))
    assert partly.facets["place"].status == "verified"
    assert partly.facets["time"].status == "unverified"
    assert partly.facets["actor"].status == "unverified"
    assert assess(REPRINTS[0]).score < partly.score < assess(REPRINTS[0], verifies()).score


def test_what_a_check_could_not_establish_takes_nothing_from_what_it_did(assess):
    plain = verifies(["place"], failed=["time"], text="Analysts matched the video to Bala.")
    frank = verifies(["place"], failed=["time"], text="They matched the video to Bala. The date could not be verified.")
    assert assess(frank).score == assess(plain).score
    assert {h.category for h in assess(frank).hedges} == {"unverified"}


def test_an_update_is_no_contradiction(assess):
    first, update = says("Vale Hospital", "official", None), says("Vale Clinic", "official", None, stance="updates")
    assert assess(first, update).score >= assess(first).score
    assert assess(first, update).status is not Status.CONTESTED


def test_a_report_from_before_the_event_never_corroborates_it(assess):
    old = says("Elm Brigade", side=None, at="2023-05-22T15:00:00Z")
    new = says(at="2024-03-12T15:00:00Z")
    assert assess(new, old, date="2024-03-12").score == assess(new, date="2024-03-12").score


def test_a_report_that_tells_of_another_day_or_place_never_corroborates_it():
    near = Report(text="Shells hit the market of Bala on 3 May.", publisher="north.example")
    case = Case(text="Shells hit the market of Bala on 3 May.", event=Event(place="Bala"), reports=(near,))
    for text in ("Shells hit the market of Bala on 9 May.", "Shells hit the market in the village of Lug on 3 May."):
        far = Report(text=text, publisher="south.example")
        both = rules.assess(msgspec.structs.replace(case, reports=(near, far)), rules.load_rulebook())
        assert both.score == rules.assess(case, rules.load_rulebook()).score


def test_a_withdrawn_statement_is_discounted(assess):
    said = says("Port Authority", "official", None, at="2024-05-01T08:00:00Z")
    withdrew = says("Port Authority", "official", None, stance="denies", at="2024-05-02T08:00:00Z")
    assert assess(said, withdrew).status is Status.DISCOUNTED
    assert assess(said, withdrew).score < assess(said).score


def test_a_named_stranger_is_a_single_source_and_a_nameless_one_is_unverified(assess):
    assert assess(text="Jane Doeford said that the dam had failed.").status is Status.SINGLE_SOURCE
    assert assess(text="A source said that the dam had failed.").status is Status.UNVERIFIED


def test_no_evidence_no_judgement(assess):
    nothing = assess(says(stance="unrelated"))
    assert nothing.confidence == 0
    assert nothing.score == pytest.approx(1 / (1 + math.exp(-nothing.prior)))
    assert nothing.grades.admiralty.code == "F6"
    assert nothing.grades.stix_confidence is None
    assert nothing.grades.likelihood.term is None


def test_scores_spread_over_the_scale(assess):
    cases = [
        [denies(), denies("Hill Police", side=None)], [verifies(stance="denies")], [says()], REPRINTS,
        [REPRINTS[0], denies()], [says(), says("A", "witness", None)], [verifies()], [REPRINTS[0], verifies(["place"])],
        [says("Someone", "anonymous", None, text="Reportedly it fell.")], [says(interest="against_interest")],
    ]
    assert len({round(10 * assess(*case).score) for case in cases}) >= 6


def test_the_order_of_reports_changes_no_number(assess):
    reports = [*REPRINTS, denies(), verifies(["place"]), says("A", "witness", None, text="It reportedly fell.")]
    forward, backward = assess(*reports), assess(*reversed(reports))
    assert forward.score == backward.score
    assert [(c.rule, c.log_odds, c.origin) for c in forward.contributions] == [
        (c.rule, c.log_odds, c.origin) for c in backward.contributions
    ]


def test_the_same_input_gives_the_same_bytes(assess):
    run = [*REPRINTS, denies(), verifies(["place"])]
    assert msgspec.json.encode(assess(*run)) == msgspec.json.encode(assess(*run))


def test_contributions_name_rule_reason_and_spans(assess):
    hedged = assess(says(text="The Legion reportedly controls Bala."))
    row = next(c for c in hedged.contributions if c.rule == "hedging.cue_in_scope")
    assert "reportedly" in row.reason
    assert [(e.start, e.end, e.text) for e in row.evidence] == [(11, 21, "reportedly")]


def test_a_fact_checkers_word_that_it_is_false_weighs_no_less_than_an_outlets(assess):
    text = "The claim that Bala has fallen is false."
    outlet, checker = (assess(says(), Report(text=text, publisher=name)) for name in ("north.example", "Africa Check"))
    assert checker.score <= outlet.score < assess(says()).score
