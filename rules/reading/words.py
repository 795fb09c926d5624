"""The small words by which clauses are cut, as `en/clauses.yaml` gives them."""

from __future__ import annotations

from rules.model import Record
from rules.rulebook import Rulebook


class ClauseWords(Record, frozen=True, kw_only=True):
    """Word lists, all in lower case; the comments in the data file say what each is for."""

    takes_object: frozenset[str]
    never_reports: frozenset[str]
    studies: frozenset[str]
    shows: frozenset[str]
    addresses: frozenset[str]
    finds: frozenset[str]
    before_that: frozenset[str]
    told: frozenset[str]
    hearers: frozenset[str]
    understands: frozenset[str]
    headings: frozenset[str]
    gauges: frozenset[str]
    gives: frozenset[str]
    revises: frozenset[str]
    figures: frozenset[str]
    causes: frozenset[str]
    portions: frozenset[str]
    plain_nouns: frozenset[str]
    counts: frozenset[str]
    perceives: frozenset[str]
    convictions: frozenset[str]
    days: frozenset[str]
    states: frozenset[str]
    cites: frozenset[str]
    citing: frozenset[str]
    views: frozenset[str]
    accounts: frozenset[str]
    counters: frozenset[str]
    nobody: frozenset[str]
    members: frozenset[str]
    posts: frozenset[str]
    evidence: frozenset[str]
    by: frozenset[str]
    obtained: frozenset[str]
    claims: frozenset[str]
    topics: frozenset[str]
    happenings: frozenset[str]
    passive_to: frozenset[str]
    passive_before: dict[str, frozenset[str]]
    passive_state: frozenset[str]
    passive_as: frozenset[str]
    passive_alone: frozenset[str]
    passive_name: frozenset[str]
    saying: frozenset[str]
    publishes: frozenset[str]
    questions: frozenset[str]
    interviews: frozenset[str]
    continues: frozenset[str]
    opens_clause: frozenset[str]
    subordinates: frozenset[str]
    beside: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    leads_on: frozenset[str]
    floating: frozenset[str]
    focus: frozenset[str]
    be: frozenset[str]
    do_have: frozenset[str]
    ways_of_saying: frozenset[str]
    withheld: frozenset[str]
    extremes: frozenset[str]
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    answered: frozenset[str]
    answers: frozenset[str]
    takes_up: frozenset[str]
    takes_up_answers: frozenset[str]
    takes_up_answered: frozenset[str]


def clause_words(rulebook: Rulebook) -> ClauseWords:
    """The rulebook's words, read once: `rulebook.part(clause_words)`."""
    return rulebook.table("en/clauses.yaml", ClauseWords)
