"""What a claim says happens, and to whom: the vocabulary of interest."""

from __future__ import annotations

from typing import NamedTuple

from rules.model import Record


class Worth(Record, frozen=True, kw_only=True):
    """What an event is worth to who does it and to whom it befalls: −1, 0 or 1.

    `foe`: worth of an opponent's doing it, where that is not −`doer`.
    """

    doer: int = 0
    bearer: int = 0
    foe: int | None = None


class Effect(Worth, frozen=True, kw_only=True):
    """An entry of `en/interest.yaml`.

    `speaker`: worth to whoever says so.
    `intransitive`: its subject bears it ("crashed"). `doer_follows`: "exclusively by …". `stative`: "was behind" is no
    passive. `relieves`: "from" names who loses ("retaken from"), not who does it. `denies`: it is a denial.
    `shunned`: who is said to have done it denies it in his own interest.
    `cancels`: what follows in its clause did not come off ("thwarted a raid"). `civil`: its worth where civilians
    suffer, with `civil_unless_military` also where no soldiers or arms are named. `unarmed`: its worth where neither
    civilians nor soldiers or arms are named. `unsaid`: by class, whom a
    speaker who names no side means by himself: "doer" (so if not given), "bearer", "nobody".
    """

    id: str
    words: tuple[str, ...]
    hits: tuple[str, ...]
    speaker: int = 0
    civil: Worth | None = None
    unarmed: Worth | None = None
    civil_unless_military: bool = False
    intransitive: bool = False
    doer_follows: bool = False
    stative: bool = False
    relieves: bool = False
    denies: bool = False
    cancels: bool = False
    shunned: bool = False
    unsaid: dict[str, str] = {}


class InterestWords(Record, frozen=True, kw_only=True):
    """The whole of `en/interest.yaml`: effects, and the small words that say who did what to whom."""

    effects: tuple[Effect, ...]
    negations: tuple[str, ...]
    definite: tuple[str, ...]
    refutations: tuple[str, ...]
    attempts: tuple[str, ...]
    transitive: frozenset[str]
    ends: tuple[str, ...]
    passives: tuple[str, ...]
    origins: tuple[str, ...]
    agents: tuple[str, ...]
    relatives: tuple[str, ...]
    clauses: tuple[str, ...]
    own: tuple[str, ...]
    enemy: tuple[str, ...]
    others: tuple[str, ...]
    holders: tuple[str, ...]
    forces: tuple[str, ...]
    possessive: frozenset[str]
    speaker: frozenset[str]
    gerund: str
    confess: frozenset[str]
    military: tuple[str, ...]
    civilian: tuple[str, ...]
    admissions: frozenset[str]
    accusations: frozenset[str]
    of_self: str


_NO_MARKS = {
    "effects", "transitive", "speaker", "possessive", "gerund", "confess", "admissions", "accusations", "of_self",
}  # fmt: skip
MARKS = tuple(f for f in InterestWords.__struct_fields__ if f not in _NO_MARKS)
"""The small words."""


class Event(NamedTuple):
    """An effect with the sides in its roles: a side's id, "own", "enemy", "forces" or None where nobody is named.

    `worth` is the effect's, of its civil kind where civilians suffer; `thwarted` tells that it did not come off.
    """

    effect: Effect
    doer: str | None
    bearer: str | None
    worth: Worth
    negated: bool
    thwarted: bool


class ClaimReading(NamedTuple):
    """The events of a claim, the sides it names, and whether it refutes them as a whole or denies anything."""

    events: tuple[Event, ...]
    sides: frozenset[str]
    refuted: bool
    denies: bool
