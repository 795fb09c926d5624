"""What the statements of one article tell of each other: days, the place of its headline, what it goes on about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import msgspec

from rules.linking.days import recalled
from rules.linking.statement import Statement, report_number
from rules.matching.actions import Actions
from rules.model import Reading

_HEADLINE = re.compile(r"\s*[^\n]*[^\n.!?\s][^\S\n]*\n")  # a first line without a stop
SELDOM = 3  # statements of an article that may tell of one kind of action before it is what the article is about
BRIEF = 13  # statements of an article that tells of one event
LEAD = 3  # statements that say what such an article is about
TOLD = 0.15  # the share of an article's statements that tell of war and disaster, if it does


def in_context(found: Sequence[Statement], reading: Reading, text: str, actions: Actions) -> list[Statement]:
    """All statements of an article, each with what the others of them tell of it."""
    return _with_topics(_headed(_dated(found), reading, text), actions)


def _dated(found: Sequence[Statement]) -> Sequence[Statement]:
    """The statements of an article; those of a short one that nobody dates reach back to the days that others name."""
    if len(found) > BRIEF:
        return found
    named = [item.days for item in found if item.days and not item.guessed]
    return [msgspec.structs.replace(item, days=recalled(item.days, named)) if item.guessed and item.days else item
            for item in found]


def _headed(found: Sequence[Statement], reading: Reading, text: str) -> Sequence[Statement]:
    """The statements of an article; a headline that names no place tells of where its first sentence is."""
    headline = _HEADLINE.match(text)
    first = headline.end() if headline else 0
    in_head = [reading.reports[report_number(item.id)].claim.start < first for item in found]
    if len(found) < 2 or found[0].places or in_head[:2] != [True, False]:
        return found
    return [msgspec.structs.replace(found[0], places=found[1].places), *found[1:]]


def _with_topics(found: Sequence[Statement], actions: Actions) -> list[Statement]:
    """The statements of an article, each with how many they are, and its kinds of action that tell nothing in it.

    Words have one sense in one text: where few statements tell of war, nobody "battles", "seizes" or "crosses" in it.
    """
    kinds = [{actions.entries[number] for number in actions.kinds(item.text)} for item in found]
    counts = Counter(chain.from_iterable(kinds))
    wars = [any(not kind.named for kind in told) for told in kinds]
    passing = sum(wars) < TOLD * len(found) and not (len(found) <= BRIEF and any(wars[:LEAD]))
    idle = {kind for kind, count in counts.items() if (count > SELDOM if kind.named else passing)}
    total, among = len(found), len(found) if passing else 0
    return [msgspec.structs.replace(item, total=total, among=among, topics=tuple(sorted(k.id for k in told & idle)))
            for item, told in zip(found, kinds, strict=True)]
