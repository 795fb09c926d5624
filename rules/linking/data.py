"""The data of linking: its weights, and what English needs, as their files in `rules/data` give them."""

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


class LinkWords(Record, frozen=True, kw_only=True):
    """Words that mean footage, verbs that take no clause, ends of clauses that refute, and nouns for what joins two
    things: who says that there is none denies neither of these. `proof` is what there may be none of for something,
    which then is not so. `retracting` begins what only answers a question. `openings` stand before who
    speaks, `further` after what he says, `provisos` in what only follows from the claim;
    `legal_forms` end names of firms.
    """

    footage: frozenset[str]
    clauseless: frozenset[str]
    refutations: tuple[str, ...]
    relations: frozenset[str]
    proof: frozenset[str]
    retracting: str
    complementizer: str
    openings: str
    further: str
    provisos: str
    legal_forms: frozenset[str]


class PlaceNouns(Record, frozen=True, kw_only=True):
    """`en/place_nouns.yaml`: common nouns that, with an article of `articles`, point back to named places.

    `there` does so at the end of a clause; what is `called` a noun is not the place before. `references` are first
    words of clauses that do not name their subject, `gerund` is the verb with which one without a subject begins.
    """

    articles: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    there: frozenset[str]
    called: str
    references: frozenset[str]
    gerund: str
