"""Made-up news of made-up places: many outlets tell of one event, each in its own order and words.

Events differ in how many articles they get, as news does: most get one or two, some get dozens. About one sentence in
three is about the event; the others are what fills a newspaper. Every run makes the same articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import msgspec

from rules.matching.frequencies import FILE
from rules.model import Document
from rules.rulebook import Rulebook

FIRST = datetime(2024, 1, 1, tzinfo=UTC)
DAYS, OUTLETS, PER_EVENT = 365, 250, 4
MOST = 40  # how much more often than others the greatest event is told
COMMON, KNOWN = 300, 12_000  # ranks of the words that fill sentences
SYLLABLES = ("ba", "lo", "ri", "ven", "tok", "sha", "mil", "dor", "ka", "pe", "gor", "lun", "vish", "ne", "zar", "od")
FAMILIES = ("Marek", "Okafor", "Lind", "Petrenko", "Haddad", "Sousa", "Ivers", "Kaya", "Duarte", "Novak", "Rhee")
POSTS = ("mayor", "regional governor", "police chief", "head of the hospital", "union leader", "fire chief")
PARTIES = ("the Freedom of Russia Legion", "Russia's defence ministry", "Ukraine's military intelligence",
           "the regional government", "the rebel command", "the general staff")
DEEDS = (
    ("{who} seized the village of {place}", "the village of {place} had been taken by {who}"),
    ("{who} shelled {place}", "shells fired by {who} hit {place}"),
    ("a drone hit the fuel depot in {place}", "the fuel depot in {place} was struck by a drone"),
    ("{who} blew up the bridge at {place}", "the bridge at {place} was destroyed by {who}"),
    ("at least {toll} people were killed in {place}", "{toll} residents of {place} died"),
    ("residents of {place} were evacuated", "all residents had to leave {place}"),
    ("a fire broke out at the mill in {place}", "the mill of {place} was burning"),
    ("a helicopter crashed near {place}", "a helicopter came down outside {place}"),
)
TOLD = (
    "{by} said on {weekday} that {deed}.", "{deed}, according to {by}.", "“We can confirm that {other},” said {by}.",
    "{by} claimed that {deed}.", "In a post on Telegram, {by} wrote that {other}.", "Reportedly, {deed}.",
    "{by} told reporters that {other}.", "It was reported that {deed}, citing {by}.",
)
AGAINST = ("{by} denied that {deed}.", "{by} called reports that {other} a lie.",
           "The claim could not be independently verified.", "{outlet} could not verify the report.",
           "Analysts matched a video to {place} but could not say when it was filmed.")
BESIDE = (
    "The {a} of {town} rose by {number} per cent after the {b} {c}, the statistics office said.",
    "“Nobody asked us about the {a} or the {b} {c},” said {person}, who runs a {d} shop in {town}.",
    "{person}, the {post} of {town}, announced that the {a} {b} would be {c} by autumn.",
    "The council of {town} voted {number} to 4 to put the {a} {b} before the {c}.",
    "Schools in {town} stayed open in spite of the {a} {b}, {person} said.",
    "More than {number} {a} volunteers brought {b} and {c} to {town} over the weekend.",
    "{person} believes that the {a} may have been {b} by a {c} from {town}.",
    "Trains to {town} were late again on {weekday}, as {a} {b} blocked the {c}.",
    "A court in {town} fined a {a} company {number} thousand for a {b} {c}.",
    "According to a survey, {number} per cent of those asked in {town} prefer {a} {b} to {c}.",
    "The weather service expects {a} rain around {town}, and warned of {b} {c}.",
    "“It is too early for {a} {b},” {person} told the radio in {town} when asked about the {c} {d}.",
    "The {a} museum in {town} shows {b} {c} from the collection of {person}.",
    "{person} won the {a} race at {town} before {number} hundred {b} guests and a {c}.",
)


class Event(NamedTuple):
    """Something that happened: when, where, who did it, what, in two wordings, and how many came to harm."""

    day: datetime
    place: str
    who: str
    deed: tuple[str, str]
    toll: int


def articles(count: int, seed: int = 20240101) -> Iterator[Document]:
    """`count` different articles of about three hundred words, as they would come in: by the day of their event."""
    dice, words = random.Random(seed), _words()
    events = sorted((_event(dice) for _ in range(max(1, count // PER_EVENT))), key=lambda event: event.day)
    weights = [min(MOST, dice.paretovariate(1.2)) for _ in events]
    told = sorted(dice.choices(range(len(events)), weights, k=count))
    for number in told:
        yield _article(dice, words, events[number], events[dice.randrange(len(events))])


def _words() -> list[str]:
    """Words of news, without the commonest and the rarest."""
    counts = msgspec.json.decode(Rulebook().binary(FILE))["terms"]
    known = (term for term in counts if term.isalpha() and len(term) > 2)
    return sorted(known, key=lambda term: (-counts[term], term))[COMMON:KNOWN]


def _event(dice: random.Random) -> Event:
    day = FIRST + timedelta(days=dice.randrange(DAYS), hours=dice.randrange(24))
    return Event(day, _name(dice), dice.choice(PARTIES), dice.choice(DEEDS), dice.randint(2, 60))


def _article(dice: random.Random, words: list[str], event: Event, earlier: Event) -> Document:
    """Its event first, then what fills the page, with more of the event and a word of an earlier one between."""
    outlet, published = f"outlet-{dice.randrange(OUTLETS)}.example", event.day + timedelta(hours=dice.randrange(48))
    said = [_told(dice, event, outlet, TOLD) for _ in range(dice.randint(2, 5))]
    said += [_told(dice, event, outlet, AGAINST) for _ in range(dice.randint(0, 2))]
    filled = [_filled(dice, words) for _ in range(dice.randint(10, 18))]
    if dice.random() < 0.3:
        filled.append(f"On {earlier.day:%-d %B %Y}, {_deed(earlier, 0)}.")
    body = [*said[1:], *filled]
    dice.shuffle(body)
    paragraphs = [" ".join(body[start : start + 3]) for start in range(0, len(body), 3)]
    return Document(text="\n\n".join([said[0], *paragraphs]), publisher=outlet, title=_sentence(_deed(event, 1)),
                    published_at=f"{published:%Y-%m-%dT%H:%M:%SZ}")


def _told(dice: random.Random, event: Event, outlet: str, templates: tuple[str, ...]) -> str:
    by = dice.choice((*PARTIES, f"{_person(dice)}, the {dice.choice(POSTS)} of {event.place},"))
    deed, other = (_deed(event, number) for number in dice.sample((0, 1), 2))
    return _sentence(dice.choice(templates).format(
        by=by, deed=deed, other=other, outlet=outlet, place=event.place, weekday=f"{event.day:%A}"))


def _deed(event: Event, wording: int) -> str:
    return event.deed[wording].format(who=event.who, place=event.place, toll=event.toll)


def _filled(dice: random.Random, words: list[str]) -> str:
    a, b, c, d = dice.sample(words, 4)
    return _sentence(dice.choice(BESIDE).format(
        a=a, b=b, c=c, d=d, number=dice.randint(5, 90), town=_name(dice), person=_person(dice), post=dice.choice(POSTS),
        weekday=dice.choice(("Monday", "Tuesday", "Thursday", "Saturday"))))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].replace(",.", ".")


def _person(dice: random.Random) -> str:
    return f"{_name(dice, 2)} {dice.choice(FAMILIES)}"


def _name(dice: random.Random, syllables: int = 3) -> str:
    return "".join(dice.choices(SYLLABLES, k=syllables)).title()
