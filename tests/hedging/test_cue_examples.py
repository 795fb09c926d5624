"""Every cue of the rulebook finds its hits and leaves its misses alone."""

import pytest

from rules import load_rulebook
from rules.hedging import HedgeFinder
from rules.hedging.cues import Cue, Cues

RULEBOOK = load_rulebook()
FINDER = RULEBOOK.part(HedgeFinder)
CUES = RULEBOOK.part(Cues).all


def cues_in(text: str) -> set[str]:
    return {hedge.cue for hedge in FINDER.find(text)}


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_hits_are_found(cue: Cue) -> None:
    assert [hit for hit in cue.hits if cue.id not in cues_in(hit)] == []


@pytest.mark.parametrize("cue", [cue for cue in CUES if cue.misses], ids=lambda cue: cue.id)
def test_misses_are_left_alone(cue: Cue) -> None:
    assert [miss for miss in cue.misses if cue.id in cues_in(miss)] == []
