"""The weights of linking, as `linking.yaml` gives them."""

from __future__ import annotations

from rules.model import Record


class LinkWeights(Record, frozen=True, kw_only=True):
    """`linking.yaml`: log-odds for what two statements share beside their wording, and the bar they must pass."""

    same_place: float
    same_toll: float
    other_day: float
    excluded_action: float
    other_action: float
    rival_account: float
    no_action: float
    no_action_in_story: float
    further_action: float
    story_action: float
    little_shared: float
    other_story: float
    edition: float
    figure_in_story: float
    crowd: float
    voices: float
    voices_in_crowd: float
    answer: float
    answer_beside: float
    answer_negated: float
    bar: float
    days_of_slack: int
