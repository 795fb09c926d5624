"""A claim that was sent by itself: how articles find it, and which of their cases are about it.

Such claims never change how the statements of articles belong together, and never meet each other: every one of them
takes in the cases that are about it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.facets import Gazetteer, NumberReader, TimeReader
from rules.linking.days import days_between, days_of
from rules.linking.pairs import PairLinker
from rules.linking.statement import Statement
from rules.linking.stories import Stories
from rules.linking.twins import MOST, UNPROPOSED
from rules.matching.figures import figure_of
from rules.model import Case, Event, FacetMention
from rules.rulebook import Rulebook


def claimed(case: Case, key: str, rulebook: Rulebook) -> Statement:
    """The claim of a case as a statement with the id `key`.

    Its event says when and where, else its words; where neither names a day, it is one of those on which its own
    reports were published, or any.

    >>> case = Case(text="Fighters hold Kozinka.", event=Event(date="2023-05-22"))
    >>> claimed(case, "c1", Rulebook()).places
    ('Kozinka',)
    """
    event, gazetteer = case.event or Event(), rulebook.part(Gazetteer)
    times, numbers = list(rulebook.part(TimeReader).find(case.text)), rulebook.part(NumberReader).find(case.text)
    number = _best([n for n in numbers if not any(t.start <= n.start < t.end for t in times)])
    time = _best(times)
    found = (mention.value for text in (case.text, event.place or "") for mention in gazetteer.find(text))
    published = sorted(report.published_at for report in case.reports if report.published_at)
    days = days_of(event.date) or days_of(time.value if time else None) or days_between(published)
    return Statement(
        id=key, document=key, text=case.text, denies=False, published_at=published[0] if published else None,
        places=tuple(sorted({place for place in found if place})), days=days,
        figure=figure_of(number), story=rulebook.part(Stories).of(f"{case.text} {event.place or ''}"), among=1,
    )  # fmt: skip


def _best(mentions: Sequence[FacetMention]) -> FacetMention | None:
    """The most precise mention, the first of equals."""
    return min(mentions, key=lambda mention: (mention.precision or 0, mention.start), default=None)


def about(
    odds: Mapping[str, float], groups: Sequence[Sequence[Statement]], linker: PairLinker
) -> list[tuple[int, float]]:
    """The groups of statements that are about a claim, the likest first: places in `groups`, with mean log-odds.

    `odds` are the log-odds of the claim and each statement that was proposed. A group is about it where the mean of the
    likest half is above 0, for one case says its claim in many words; of two groups that tell of different events, only
    the likest is.
    """
    means = [(_mean(odds, group), place) for place, group in enumerate(groups)]
    taken: list[tuple[int, float]] = []
    for mean, place in sorted(means, key=lambda found: (-found[0], groups[found[1]][0].order)):
        among = [other for known, _ in taken for other in groups[known]]
        if mean > 0 and not any(linker.unlinkable(item, other) for item in groups[place] for other in among):
            taken.append((place, mean))
    return taken


def _mean(odds: Mapping[str, float], group: Sequence[Statement]) -> float:
    """The mean over the half of a group that is likest a claim."""
    ranked = sorted((max(-MOST, min(MOST, odds.get(item.id, UNPROPOSED))) for item in group), reverse=True)
    half = ranked[: (len(ranked) + 1) // 2]
    return sum(half) / len(half)
