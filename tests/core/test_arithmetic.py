"""Arithmetic of the score: levels, shares, limits, ranks."""

from __future__ import annotations

import shutil

import pytest

import rules
from rules.model import Case
from rules.rulebook.files import DATA
from rules.scoring.arithmetic import logistic
from rules.scoring.weights import Level, Weight
from tests.core.conftest import CLAIM, denies, says


@pytest.mark.parametrize(
    ("weight", "measure", "taken"),
    [
        (Weight(share=1.0), 0.4, 0.4),
        (Weight(share=0.5), 0.4, 0.2),
        (Weight(share=1.0), 1.7, 1.0),
        (Weight(decay=0.75), 0, 0.0),
        (Weight(decay=0.75), 1, 0.75),
        (Weight(decay=0.75), 2, 0.9375),
        (Weight(slowing=0.25), 4, 0.5),
        (Weight(), 9, 0.0),
    ],
)
def test_shares(weight, measure, taken):
    assert weight.taken(measure) == pytest.approx(taken)


@pytest.mark.parametrize(
    ("add", "deny", "supports", "points"), [(1, None, True, 1), (1, None, False, 1), (1, 3, False, 3)]
)
def test_a_denial_mirrors_support_unless_it_has_a_weight_of_its_own(add, deny, supports, points):
    assert Level(add=add, deny=deny).towards(supports) == points


def test_an_unlisted_level_weighs_nothing():
    assert Weight(add=2.0, levels={"A": Level(add=1.0)}).level("Z").add == 0.0
    assert Weight(add=2.0).level("Z").add == 2.0


@pytest.mark.parametrize(("log_odds", "probability"), [(0, 0.5), (-30, 0.0), (30, 1.0), (1.0986122886681098, 0.75)])
def test_logistic(log_odds, probability):
    assert logistic(log_odds) == pytest.approx(probability, abs=1e-9)


def test_a_hedge_takes_away_what_its_origin_gave_and_never_more(assess):
    sure, hedged = assess(says()), assess(says(text="Rumours spread; it is unverified; reportedly it may have fallen."))
    given = sum(c.log_odds for c in sure.contributions)
    taken = -sum(c.log_odds for c in hedged.contributions if c.factor == "hedging")
    assert 0 < taken <= given
    assert hedged.score >= logistic(hedged.prior)


def test_each_further_voice_of_one_side_counts_for_less(assess):
    gains = [assess(*[says(f"Unit {n}") for n in range(count)]).score for count in range(1, 6)]
    steps = [b - a for a, b in zip(gains, gains[1:], strict=False)]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps, reverse=True)


def test_a_hedge_that_moves_a_sides_second_voice_behind_an_independent_one_lowers_the_score(assess):
    side = says("Oak Ministry", "official", interest="neutral")
    second, hedged = (says("Oak Office", "official", interest="neutral", text=words) for words in ("", "It may have."))
    other = says("North Gazette", "media", None)
    assert assess(side, hedged, other).score < assess(side, second, other).score


def test_posts_count_for_less_beside_posts_and_not_beside_other_sources(assess):
    def rank_losses(*classes):
        told = assess(*[says(f"Source {n}", class_, None) for n, class_ in enumerate(classes)]).contributions
        return [c.log_odds for c in told if c.rule == "corroboration.further_origin"]

    assert rank_losses("social", "social", "media", "witness") == []
    assert [loss < 0 for loss in rank_losses("social", "social", "social", "media")] == [True]
    assert [loss < 0 for loss in rank_losses("social", "media", "media", "witness")] == [True]


def test_voices_for_and_against_are_ranked_apart(assess):
    rows = assess(says(), denies()).contributions
    assert not any(c.rule in ("corroboration.shared_side", "corroboration.further_origin") for c in rows)


SUREST_FIRST = {
    "supports": [{"independent_verification"}, {"ngo"}, {"official"}, {"media"}, {"witness", "expert"},
                 {"party", "social"}, {"state_media"}, {"anonymous"}, {"unattributed"}],
    "denies": [{"independent_verification"}, {"media"}, {"ngo"}, {"official"}, {"expert"}, {"witness", "party"},
               {"state_media"}, {"social"}, {"anonymous", "unattributed"}],
}


@pytest.mark.parametrize("stance", SUREST_FIRST)
def test_what_is_said_and_denied_counts_by_the_kind_of_source(assess, stance):
    ranked = {}
    for kind in set().union(*SUREST_FIRST[stance]):
        score = assess(says("Vale Body", kind, None, interest="neutral", stance=stance)).score
        ranked.setdefault(round(score, 9), set()).add(kind)
    assert [ranked[score] for score in sorted(ranked, reverse=stance == "supports")] == SUREST_FIRST[stance]


def test_a_good_record_adds_and_a_bad_one_takes_away(tmp_path):
    book = shutil.copytree(DATA, tmp_path / "book")
    (book / "registry/own.yaml").write_text("".join(
        f"- {{id: vale-{r}, name: Vale {r}, class: media, reliability: {r}}}\n" for r in "ABCE"))
    rulebook = rules.load_rulebook(book)

    def score(stance, record):
        report = says(f"Vale {record}", None, None, stance=stance)
        return rules.assess(Case(text=CLAIM, reports=(report,)), rulebook).score

    supported = [score("supports", record) for record in "ABCE"]
    assert sorted(set(supported), reverse=True) == supported
    assert score("denies", "C") < score("denies", "E")


def test_a_denial_against_ones_own_interest_counts_for_more_twice_over(assess):
    rows = {c.rule: c.log_odds for c in assess(denies(interest="against_interest")).contributions}
    assert rows["provenance.interest"] < 0 and rows["provenance.admission"] < 0
    assert assess(denies(interest="neutral")).score < assess(denies(interest="self_serving")).score
