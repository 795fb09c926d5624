"""The one sentence for a person, by what a case has."""

import pytest

from tests.core.conftest import denies, says, verifies


@pytest.mark.parametrize(("reports", "beginning"), [
    ((says(),), "One origin, Oak Legion (party, on the side of Ukraine); nobody"),
    ((says(side="saf"),), "One origin, Oak Legion (party, on the side of Sudanese Armed Forces);"),
    ((says(side="hill_folk"),), "One origin, Oak Legion (party, on the side of Hill Folk);"),
    ((says("the rebels"),), "One origin, the rebels (party, unnamed, on the side of Ukraine);"),
    ((says(None, "unattributed", None),), "One origin, unattributed and unnamed;"),
    ((says(publisher="a.example"), says(publisher="b.example")), "One origin, Oak Legion (party, on the side of "
     "Ukraine), carried by two outlets;"),
    ((says(), says("Elm Watch", "ngo", None)), "Two origins for the claim, Elm Watch and Oak Legion;"),
    ((says(), denies()), "One origin, Oak Legion (party, on the side of Ukraine); denied by Plain Ministry; nobody"),
    ((denies(),), "Nobody stands for the claim; denied by Plain Ministry;"),
    ((says(at="2024-05-01T08:00:00Z"), says(stance="denies", at="2024-05-02T08:00:00Z")),
     "Nobody stands for the claim; withdrawn by Oak Legion;"),
    ((says(text="It reportedly fell."),), "One origin, Oak Legion (party, on the side of Ukraine); the wording hedges "
     "(“reportedly”); nobody has verified it independently."),
    ((verifies(["place"]),), "One origin, Lantern Lab (independent verification); place independently verified, "),
    ((verifies(stance="denies"),), "Nobody stands for the claim; denied by Lantern Lab; an independent check "
     "contradicts it."),
    ((says(interest="against_interest"),), "One origin, Oak Legion (party, on the side of Ukraine); admitted by Oak "
     "Legion, whom it damages."),
    ((says(stance="unrelated"),), "No report bears on the claim, so there is nothing to judge by."),
])  # fmt: skip
def test_the_summary_says_who_stands_for_it_who_denies_it_and_what_was_checked(assess, reports, beginning):
    assert assess(*reports).summary.startswith(beginning)
