"""A statement to be linked: what is claimed, where, when, and how its article words it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

import msgspec

from rules.facets import Gazetteer, NumberReader
from rules.linking.days import NEWS_LAG, day_of, days_told, is_guessed, recalled
from rules.linking.settings import Settings
from rules.linking.stories import Stories
from rules.matching.actions import Actions
from rules.matching.figures import Figure, figure_of
from rules.model import Document, Extent, Reading, ReadReport, Record, Stance
from rules.reading.boilerplate import without
from rules.reading.check_words import CHECKS
from rules.reading.extents import Extents
from rules.rulebook import Rulebook
from rules.text.reporting import Act

_PUNCTUATION = ".,;:!?\"'”’)"
_NAMED = re.compile(r"\b\w+ of (?=[A-Z])")  # "the town of Orrin" is not the town before
_HEADLINE = re.compile(r"\s*[^\n]*[^\n.!?\s][^\S\n]*\n")  # a first line without a stop
_GERUND = re.compile(r"^[a-z]+ing\b")  # "denied hitting a school"
SELDOM = 3  # statements of an article that may tell of one kind of action before it is what the article is about
BRIEF = 13  # statements of an article that tells of one event
LEAD = 3  # statements that say what such an article is about
TOLD = 0.15  # the share of an article's statements that tell of war and disaster, if it does


class PlaceNouns(Record, frozen=True, kw_only=True):
    """`en/place_nouns.yaml`: common nouns that, with an article of `articles`, point back to named places.

    `references` are first words of clauses that do not name their subject.
    """

    articles: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    references: frozenset[str]


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


def statements(reading: Reading, document: Document, key: str, rulebook: Rulebook) -> list[Statement]:
    """What the document with the content key `key` states, one statement for each report but checks and retorts."""
    gazetteer, nouns = rulebook.part(Gazetteer), rulebook.table("en/place_nouns.yaml", PlaceNouns)
    mentions = Extents(gazetteer.find(document.text))  # by the words of the whole article
    numbers = Extents(rulebook.part(NumberReader).find(document.text))
    story, settings = rulebook.part(Stories).of(document.text), rulebook.part(Settings)
    past = settings.past(reading, document)
    setting = settings.of(mentions.items, [*past, *reading.left_out])
    found: list[Statement] = []
    named: list[tuple[str, ...]] = []
    for number, report in enumerate(reading.reports):
        if report.act == CHECKS or report.applies_to:
            continue
        said = mentions.within(report.claim.start, report.claim.end)
        places = tuple(sorted({m.value for m in said if m.value}))
        named += [places] if places else []
        places = places or _meant(report.claim.text, nouns, named)
        item = _statement(number, report, document, key, places, reading.left_out, story)
        if named and not item.places and (item.figure or report.act == Act.ACCUSATION):
            item = msgspec.structs.replace(item, places=named[-1])  # tolls, and deeds to be blamed for, are somewhere
        if item.figure:
            counts = map(figure_of, numbers.within(report.claim.start, report.claim.end))
            item = msgspec.structs.replace(item, further=tuple([f for f in counts if f and f != item.figure]))
        found.append(msgspec.structs.replace(item, setting=setting, past=report.sentence in past))
    return _with_topics(_headed(_dated(found), reading, document.text), rulebook.part(Actions))


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
    kinds = [{actions.entries[number] for number, _ in actions.told(item.text)} for item in found]
    counts = Counter(chain.from_iterable(kinds))
    wars = [any(not kind.named for kind in told) for told in kinds]
    passing = sum(wars) < TOLD * len(found) and not (len(found) <= BRIEF and any(wars[:LEAD]))
    idle = {kind for kind, count in counts.items() if (count > SELDOM if kind.named else passing)}
    total, among = len(found), len(found) if passing else 0
    return [msgspec.structs.replace(item, total=total, among=among, topics=tuple(sorted(k.id for k in told & idle)))
            for item, told in zip(found, kinds, strict=True)]


def _statement(
    number: int, report: ReadReport, document: Document, key: str, places: tuple[str, ...],
    left_out: Sequence[Extent], story: tuple[str, ...],
) -> Statement:
    actor, action = report.facets.get("actor"), report.facets.get("action")
    return Statement(
        id=f"{key}-{number:04d}",
        document=key,
        text=without(document.text, left_out, report.claim.start, report.claim.end),
        denies=report.stance is Stance.DENIES,
        published_at=document.published_at,
        places=places,
        days=days_told(report, document),
        guessed=is_guessed(report),
        figure=figure_of(report.facets.get("number")),
        speaker=next((link.name for link in report.chain[-1:] if link.name != document.publisher), None),
        doer=actor.text if actor else None,
        deed=action.value if action else next(iter(_GERUND.findall(report.claim.text)), None),
        story=story,
    )


def _meant(text: str, nouns: PlaceNouns, named: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The places that "the village" or "the villages" means: those named last before it, in that number."""
    words = _NAMED.sub("", text).lower().split()
    said = [b.strip(_PUNCTUATION) for a, b in pairwise(words) if a in nouns.articles]
    if nouns.plural.intersection(said):
        return next((places for places in reversed(named) if len(places) > 1), ())
    there = words and words[-1].strip(_PUNCTUATION) == "there"
    return named[-1] if named and (there or nouns.singular.intersection(said)) else ()
