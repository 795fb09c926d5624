"""When what a report says excludes a claim, though the report does not speak of denying it."""

import pytest

from rules.matching import Contradiction


@pytest.mark.parametrize(
    ("claim", "said", "grounds"),
    [
        ("The ferry Ilva sank off Garva.", "No ferry has sunk off Garva.", "going by “No ferry has sunk”"),
        ("The airline Vento is bankrupt.", "Vento isn't bankrupt.", "going by “isn't bankrupt”"),
        ("The singer Ada Lovell is dead.", "Ada Lovell is alive.", "going by words that exclude each other"),
        ("The singer Ada Lovell has died.", "Ada Lovell is alive and well.", "going by words that exclude each other"),
        ("The election in Pell was rigged.", "The election was free and fair.",
         "going by words that exclude each other"),
        ("The photo shows a flood in Pell.", "The photo of the flood in Pell is a hoax.", "going by its wording"),
        ("The serum harmed pupils in Pell.", "There is no proof that the serum harmed them.",
         "going by “no proof that the serum harmed”"),
        ("The serum harmed pupils in Pell.", "Doctors found no link between the serum and the pupils.",
         "going by “no link between the serum”"),
        ("No civilians were killed in Osk.", "Two civilians were killed.", "for the claim says that not"),
    ],
)
def test_what_turns_the_claim_round_excludes_it(rulebook, claim, said, grounds):
    assert rulebook.part(Contradiction).grounds(claim, said) == grounds


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("The border at Lug is closed.", "The border at Lug was shut and will not open before May."),
        ("The ferry Ilva sank off Garva.", "The Ilva went down; there was no time to lower the boats."),
        ("The brigade has taken Bala.", "The brigade took Bala but not the bridge."),
        ("Halden will close its plant.", "The plant will shut, and workers will not be offered other posts."),
        ("Schools in Orm will stay closed.", "No school in Orm will open."),
        ("The minister has not resigned.", "The minister has not resigned."),
        ("The brigade has taken Bala.", ""),
        ("Kolt sacked its chief executive.", "Kolt dismissed its chief executive on Monday."),
        ("Two hostages were freed in Osk.", "The hostages in Osk were released."),
        ("The bid for the mill failed.", "The mill's board rejected the appeal."),
        ("", "Nobody came."),
    ],
)
def test_a_negation_of_something_else_or_an_opposite_of_the_opposite_does_not(rulebook, claim, said):
    assert rulebook.part(Contradiction).grounds(claim, said) is None


def test_a_hedge_does_not_turn_it_into_support(rulebook):
    find = rulebook.part(Contradiction).grounds
    assert find("The photo shows a flood in Pell.", "The photo of the flood in Pell is reportedly a hoax.")
