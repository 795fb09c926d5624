"""Grades on other people's scales, with their own libraries as the oracle."""

from __future__ import annotations

import itertools

import pytest
from stix2.confidence.scales import value_to_admiralty_credibility

from rules.scoring.grades import likelihood_term
from tests.core.conftest import denies, says, verifies

SOURCES = {
    "A": ("Lantern Lab", "independent_verification"), "party": ("Oak Legion", "party"), "ngo": ("Relief Watch", "ngo"),
    "anon": ("someone", "anonymous"), "social": ("@user", "social"), "official": ("Port Authority", "official"),
}


@pytest.mark.parametrize(
    ("percent", "term"),
    [(1, "almost no chance"), (5, "very unlikely"), (20, "unlikely"), (45, "roughly even chance"),
     (54, "roughly even chance"), (55, "likely"), (80, "very likely"), (95, "almost certain"), (99, "almost certain")],
)
def test_likelihood_terms_have_the_bounds_of_icd_203(percent, term):
    assert likelihood_term(percent / 100) == term


def test_the_admiralty_axes_do_not_collapse_onto_a_diagonal(assess):
    """Raters put 87 % of reports on the diagonal (Baker 1968); the same source must be able to earn any credibility."""
    grid = set()
    for (name, class_), others in itertools.product(SOURCES.values(), ([], [denies()], [verifies(stance="denies")],
                                                                       [says("Vale Hospital", "official", None)])):
        grid.add(assess(says(name, class_, None), *others).grades.admiralty.code)
    diagonal = {f"{letter}{number}" for letter, number in zip("ABCDE", range(1, 6), strict=True)}
    assert len(grid - diagonal) > len(grid & diagonal)


def test_credibility_one_takes_an_independent_check_never_a_number(assess):
    many = assess(*[says(f"Witness {n}", "witness", None) for n in range(40)])
    assert many.score > 0.95
    assert many.grades.admiralty.credibility == 2
    assert assess(says(), verifies()).grades.admiralty.credibility == 1


def test_stix_confidence_is_the_score_on_the_0_to_100_scale(assess):
    result = assess(says(), verifies())
    assert result.grades.stix_confidence == round(100 * result.score)
    assert value_to_admiralty_credibility(result.grades.stix_confidence).startswith("1")


def test_what_nobody_known_says_cannot_be_judged_on_any_scale(assess):
    grades = assess(says(None, "unattributed", None)).grades
    assert (grades.admiralty.code, grades.likelihood.term, grades.stix_confidence) == ("F6", None, None)
