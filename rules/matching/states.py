"""Does something go on that a claimed state rules out? Lorries cross the bridge that was destroyed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from rules.facets.calendar import Calendar
from rules.matching.clauses import Clauses
from rules.matching.profile import Profiler
from rules.matching.words import Words
from rules.model import Record, Stance
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase, AnyCases, any_of, filled

FILE = "en/states.yaml"
_CLAUSE = re.compile(r"[,.;:!?]")
_SOON = 3  # days within which one weekday is after another rather than before it
_RARE = 0.7  # share of the weight of the rarest name from which another tells whom or what is meant: not "Beach"
_PLACE, _ENDING = 4, 3  # letters of a place, and of what makes a people of it
_OWNER = re.compile(r"['’]s?\s")


class State(Record, frozen=True, kw_only=True):
    """A state that a `claim` may tell of, and what then cannot go on; the other keys are explained in the data."""

    id: str
    theme: Literal["before", "any"]
    claim: str
    goes_on: str
    subject: Literal["near", "next"] | None = None
    stance: Stance = Stance.DENIES
    hits: tuple[tuple[str, str], ...]
    misses: tuple[tuple[str, str], ...]


class StateTable(Record, frozen=True, kw_only=True):
    """`en/states.yaml`; the comments there say what each list is for."""

    contrasts: tuple[str, ...]
    rumour: str
    unreal: tuple[str, ...]
    past: tuple[str, ...]
    acts: str
    passive: str
    day: str
    usual: str
    states: tuple[State, ...]


class Belied(NamedTuple):
    """What a report's telling that something goes on means for a claim, and the words by which it does."""

    stance: Stance
    words: str


class States:
    """Compares a claim with what a report tells.

    >>> States(Rulebook()).belied("The Lug bridge was destroyed.", "Lorries crossed the Lug bridge as usual.").words
    'as usual'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        data = rulebook.table(FILE, StateTable)
        self._words, self._clauses = rulebook.part(Words), rulebook.part(Clauses)
        self._profile = rulebook.part(Profiler).profile
        self._weekdays = list(rulebook.table("en/times.yaml", Calendar).weekdays)
        self._part = re.compile(rf"[.;:!?]\s|\b(?:{any_of(data.contrasts)})\b", re.IGNORECASE)
        self._rumour = re.compile(data.rumour, re.IGNORECASE)
        self._unreal = re.compile(rf"\b(?:{any_of(data.unreal)})\b|n['’]t\b", re.IGNORECASE)
        self._past = re.compile(rf"\b(?:{any_of(data.past)})\b", re.IGNORECASE)
        parts = {"{acts}": data.acts, "{passive}": data.passive, "{day}": data.day, "{usual}": data.usual}
        ordered = sorted(data.states, key=lambda state: state.stance is Stance.DENIES)
        self._states = AnyCases(((state, AnyCase(filled(state.goes_on, parts))), state.claim) for state in ordered)

    def belied(self, claim: str, said: str) -> Belied | None:
        """What goes on, according to `said`, though the claim rules it out; None where nothing does."""
        if self._profile(claim).negations:
            return None
        for (state, goes_on), tells in self._states.likely(claim):
            told = next(tells.finditer(claim), None)
            again = state.stance is Stance.DENIES and tells.found(self._rumour.sub("", said))
            if told and not again and not self._was_before(claim, said, state) and not goes_on.found(claim):
                sides = (claim[: told.start()], claim[told.end() :])[: 2 if state.theme == "any" else 1]
                if words := self._on(sides, said, state, goes_on):
                    return Belied(state.stance, words)
        return None

    def _on(self, sides: Sequence[str], said: str, state: State, goes_on: AnyCase) -> str | None:
        """The words that say that something goes on with the subject of the claim."""
        found = ((part, match) for part in self._part.split(said) for match in goes_on.finditer(part))
        return next((match[0].strip() for part, match in found if self._is_on(sides, part, match, state)), None)

    def _was_before(self, claim: str, said: str, state: State) -> bool:
        """Whether what goes on may have preceded the claim: both name days or months, and no day is soon after.

        What somebody did on the same day may have come before; a place closed that day is not in use then.
        """
        mine, theirs = self._profile(claim).times, self._profile(said).times
        later = {0 < (day - other) % 7 <= _SOON for day in self._days(theirs) for other in self._days(mine)}
        apart = mine.isdisjoint(theirs) or state.subject == "next"
        return bool(mine and theirs) and apart and later != {True}

    def _days(self, times: frozenset[str]) -> list[int]:
        return [self._weekdays.index(time) for time in times if time in self._weekdays]

    def _is_on(self, sides: Sequence[str], part: str, match: re.Match[str], state: State) -> bool:
        """Whether something does go on, and with the subject or object of the claim, which stand on its `sides`."""
        if self._unreal.search(_CLAUSE.split(part[: match.start()])[-1]) or self._past.search(part):
            return False
        theme = " ".join(sides)
        names = self._names(theme)
        if not names:
            others = state.subject and _OWNER.search(part[: match.start()])
            return not others and any(self._clauses.tells(side, part) for side in sides)
        if state.subject:
            return self._has_subject(names, part[: match.start()], state.subject == "next")
        weights = self._profile(theme).weights
        rarest, told = max(weights.get(name, 0.0) for name in names), self._capitals(part).keys()
        meant = (name for name in names if name in told or any(_are_kin(name, other) for other in told))
        return any(weights.get(name, 0.0) >= _RARE * rarest for name in meant)

    def _has_subject(self, names: frozenset[str], before: str, next_to: bool) -> bool:
        """Whether the last name before the verb is one of these names, and not in the possessive."""
        stem, last = next(reversed(self._capitals(before).items()), ("", ""))
        behind = before[before.rfind(last) + len(last) :]
        return stem in names and not (behind.strip() if next_to else _OWNER.match(last[-2:] + behind))

    def _names(self, text: str) -> frozenset[str]:
        """The stems of what is written like a name; the first word is one if the next is."""
        words = self._words.split(text)
        first = "" if len(words) > 1 and words[1].capital else words[0].stem if words else ""
        return frozenset(self._capitals(text).keys() - {first})

    def _capitals(self, text: str) -> dict[str, str]:
        """The words with a capital by their stems, in the order in which they stand last; no days or stop words."""
        aside = self._profile(text).times | self._words.stop_words
        found: dict[str, str] = {}
        for word in self._words.split(text):
            if word.capital and word.text.lower() not in aside:
                found.pop(word.stem, None)
                found[word.stem] = word.text
        return found


def _are_kin(a: str, b: str) -> bool:
    """Whether one name is that of a place and the other of its people: "Orvia", "Orvian"."""
    short, long = sorted((a, b), key=len)
    return len(short) >= _PLACE and len(long) - len(short) <= _ENDING and long.startswith(short)
