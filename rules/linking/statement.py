"""A statement to be linked: what is claimed, where, when, and how its article words it."""

from __future__ import annotations

from rules.linking.days import NEWS_LAG, day_of
from rules.matching.figures import Figure
from rules.model import Record


class Statement(Record, frozen=True, kw_only=True):
    """One report of one document as linking sees it.

    `id` is unique and says nothing about the order of arrival; `days` is the first and last ordinal day on which the
    event may have happened, None where nothing is known, `guessed` if nobody states them; `places` are the gazetteer's
    names. `figure` is the most exact number, `further` are the others; `speaker` is the origin, None for the outlet
    itself, `doer` whoever is said to have done the `deed`. `story` has the words that its article is about, the
    heaviest first, `topics` those of its kinds of action that tell nothing: the article speaks of them again and
    again, or of war and disaster in passing. `total` is how many statements its article makes, 0 of a sent claim,
    `among` the same where that is on ordinary news, else 0; `setting` has the towns and villages that the article
    names; `past` is whether it was weeks before that, None of a sent claim.
    """

    id: str
    document: str
    text: str
    denies: bool
    published_at: str | None
    places: tuple[str, ...]
    days: tuple[int, int] | None
    guessed: bool = False
    figure: Figure | None = None
    further: tuple[Figure, ...] = ()
    speaker: str | None = None
    doer: str | None = None
    deed: str | None = None
    story: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    total: int = 0
    among: int = 0
    setting: tuple[str, ...] = ()
    past: bool | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All that it counts."""
        return (self.figure, *self.further) if self.figure else self.further

    @property
    def window(self) -> tuple[int, int] | None:
        """The days of whatever may be the same: what is to come is announced before, often without its day."""
        told = day_of(self.published_at)
        return (told - NEWS_LAG, self.days[1]) if told and self.days and self.days[0] > told else self.days

    @property
    def latest(self) -> int | None:
        """The last ordinal day on which it may have happened, that of publication at most; None for what is to come."""
        told = day_of(self.published_at)
        if self.days is None or told is None:
            return self.days[1] if self.days else None
        return min(self.days[1], told) if self.days[0] <= told else None

    @property
    def order(self) -> tuple[str, str]:
        """The total key by which statements are taken: oldest first, so that arrival does not matter."""
        return (self.published_at or "9999", self.id)


def report_number(statement: str) -> int:
    """Which report of its article a statement is, by the statement's id.

    >>> report_number("9f86d081884c7d65-0012")
    12
    """
    return int(statement.rpartition("-")[2])
