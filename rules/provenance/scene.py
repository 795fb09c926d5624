"""The roles in a claim's events, by word order: the side before an event does it, the side after it suffers it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from rules.provenance.effects import Effect, Event, Worth
from rules.provenance.names import STOP, Token

NEAR = 4  # words between a negation and what it negates
QUOTES = frozenset('"“”«»')
FORCES = "forces"  # soldiers of nobody in particular
REACH = 60  # words of a clause that are looked at on either side
STAND_INS = frozenset({"own", "enemy", FORCES})
ARMED = ("military", "enemy", FORCES)
WHENCE = frozenset({"origins", "agents"})


class Found(NamedTuple):
    """An effect among the tokens of a claim, from `first` up to, not including, `last`."""

    effect: Effect
    first: int
    last: int


class Scene:
    """A claim's tokens with the marks, sides and possible doers that start at them; `reduced` passives lack "was"."""

    def __init__(
        self, tokens: Sequence[Token], marks: dict[int, str], sides: dict[int, str], doers: set[int],
        reduced: Collection[int] = (),
    ) -> None:
        stand_ins = {p: m for p, m in marks.items() if m in STAND_INS}
        self._marks, self._reduced = marks, reduced
        self._sides = stand_ins | sides
        self._doers = doers | set(stand_ins)
        self._bounds = sorted(
            {p for p, m in marks.items() if m in {"clauses", "relatives"}}
            | {p for p, t in enumerate(tokens) if t.key == STOP and t.text not in QUOTES}
        )
        self._length = len(tokens)

    def events(self, found: Sequence[Found], known: bool = False) -> Iterator[Event]:
        """The events of the claim in order; who is named once stays the subject until another is.

        With `known` they are only spoken of ("the liberated cities"): what stands before them does not do them.
        """
        subject: str | None = None
        thwarted_until = free = -1
        for index, item in enumerate(found):
            start, end = self._clause(item)
            if item.effect.stative and (held := self._last("holders", start, item.first)):
                start, subject = held, None
            first = max(start, found[index - 1].last if index else 0)
            last = min(end, found[index + 1].first if index + 1 < len(found) else self._length)
            before = None if known else self._last_doer(max(first, free), item.first)
            object_ = self._first(item.last, last)
            after = None if object_ is None else self._sides[object_]
            free = free if object_ is None else object_ + 1  # what one event befell does not do the next
            agent, passive = self._agent_of(item, first, last), self._is_passive(item)
            subject = before or subject
            others = self._has("others", start, item.first)
            subject_here = before or (None if agent else subject)
            doer, bearer = self._roles(item.effect, subject_here, after, agent, passive, others)
            yield Event(
                effect=item.effect,
                doer=doer,
                bearer=bearer or ("others" if known and item.effect.unsaid else None),
                worth=self._worth(item, start, end, passive),
                negated=self._has("negations", max(start, item.first - NEAR), item.first),
                thwarted=item.first < thwarted_until
                or (not item.effect.cancels and self._has("attempts", start, item.first)),
            )
            thwarted_until = end if item.effect.cancels else thwarted_until

    def _agent_of(self, item: Found, first: int, last: int) -> str | None:
        """The side that does it, told by "by" or "from" behind the event, else before it."""
        whence = ("agents",) if item.effect.relieves else WHENCE
        return self._agent(item.last, last, whence) or self._agent(first, item.first, whence)

    def _is_passive(self, item: Found) -> bool:
        reduced = item.first in self._reduced or self._has("passives", item.first - 3, item.first)
        return reduced and not item.effect.stative

    def _roles(
        self, effect: Effect, subject: str | None, after: str | None, agent: str | None, passive: bool, other: bool
    ) -> tuple[str | None, str | None]:
        if effect.intransitive:
            return None, subject or after or agent or ("others" if other else None)
        if effect.doer_follows:
            return agent or after, None
        if passive:
            return agent, subject
        return subject or agent, after

    def _worth(self, item: Found, start: int, end: int, passive: bool) -> Worth:
        """The effect's worth: its civil kind where it befalls civilians and no soldiers or arms."""
        effect = item.effect
        where = (start, item.first) if passive else (item.last, end)
        if any(self._has(mark, *where) for mark in ARMED):
            return effect
        civil = effect.civil_unless_military or self._has("civilian", start, end)
        return (effect.civil if civil else effect.unarmed) or effect

    def _clause(self, item: Found) -> tuple[int, int]:
        before, after = bisect_left(self._bounds, item.first), bisect_left(self._bounds, item.last)
        start = self._bounds[before - 1] if before else 0
        end = self._bounds[after] if after < len(self._bounds) else self._length
        return max(start, item.first - REACH), min(end, item.last + REACH)

    def _has(self, mark: str, start: int, end: int) -> bool:
        return any(self._marks.get(p) == mark for p in range(max(0, start), end))

    def _last(self, mark: str, start: int, end: int) -> int:
        return max((p for p in range(start, end) if self._marks.get(p) == mark), default=0)

    def _last_doer(self, start: int, end: int) -> str | None:
        """The nearest side before an event that can be its agent: no mere place, and no side that something comes from.
        """
        places = (p for p in range(end - 1, start - 1, -1) if p in self._doers and not self._comes_from(p))
        return next((self._sides[p] for p in places), None)

    def _first(self, start: int, end: int) -> int | None:
        return next((p for p in range(start, end) if p in self._sides and not self._comes_from(p)), None)

    def _agent(self, start: int, end: int, whence: Collection[str]) -> str | None:
        sided = (p for p in range(start, end) if p in self._sides)
        return next((self._sides[p] for p in sided if self._comes_from(p, whence)), None)

    def _comes_from(self, position: int, whence: Collection[str] = WHENCE) -> bool:
        """Whether "by" or "from" stands before it, at most an article between."""
        return any(self._marks.get(p) in whence for p in (position - 1, position - 2))
