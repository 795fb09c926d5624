"""Other events of the same kind: on another day, in another place."""

import pytest

from rules.matching.occasions import OTHER_DAY, OTHER_PLACE, Occasions
from rules.model import Event

SHELLS = "Shells hit the market of Lorn on 3 May."


@pytest.mark.parametrize(("claim", "event", "said", "found"), [
    (SHELLS, None, "The market of Lorn was hit by shells on 9 May.", OTHER_DAY),
    (SHELLS, None, "The market of Lorn was hit by shells in August.", OTHER_DAY),
    ("Shells hit the market of Lorn in May 2023.", None, "Shells hit the market of Lorn in May 2024.", OTHER_DAY),
    ("Shells hit the market of Lorn.", Event(date="2024-05-03"), "Shells hit the market of Lorn on 9 May.", OTHER_DAY),
    ("Shells hit the village of Lorn.", None, "Shells hit the village of Pell.", OTHER_PLACE),
    ("Shells hit the market.", Event(place="Lorn"), "Shells hit the market in the village of Pell.", OTHER_PLACE),
])  # fmt: skip
def test_another_day_or_place_is_another_event(rulebook, claim, event, said, found):
    assert rulebook.part(Occasions).other(claim, event, said) == found


@pytest.mark.parametrize(("claim", "event", "said"), [
    (SHELLS, None, "Shells hit the market of Lorn on the third of May."),
    (SHELLS, None, "Overnight to 4 May the market of Lorn was hit by shells."),
    (SHELLS, None, "The market of Lorn was hit by shells in May."),
    ("The ship will sail in March.", None, "The ship is said to have sailed in March."),
    ("The ship will sail in March 2024.", None, "The ship sailed in March."),
    (SHELLS, None, "Shells hit the market of Lorn on 3 May, as they had on 9 April."),
    (SHELLS, None, "The market of Lorn opened on 9 May 1921 and has forty stalls."),
    ("Drones flew over Kozinka.", None, "Drones flew over the Belgorod region."),
    ("Drones flew over Grayvoron.", None, "Drones flew over Graivoron."),
    ("", None, ""),
])  # fmt: skip
def test_the_same_day_or_place_or_a_text_on_something_else_is_none(rulebook, claim, event, said):
    assert rulebook.part(Occasions).other(claim, event, said) is None
