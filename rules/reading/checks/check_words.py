"""What is said of checks, as `en/verification.yaml` gives it, and the check that a sentence tells of."""

from __future__ import annotations

from enum import StrEnum

from rules.model import Facet, Record, Span, Verification
from rules.reading.checks.verifiers import VerifierWords
from rules.reading.syntax.wording import Wording

CHECKS = "verification"
"""The speech act of whoever tells of a check."""


class CheckOutcome(StrEnum):
    """What a verification statement tells; the first of several counts."""

    REFUTED = "refuted"
    VERIFIED = "verified"
    FAILED = "failed"
    NO_ANSWER = "no_answer"


class CheckWording(Wording, frozen=True, kw_only=True):
    """One way of saying what was checked; `tells`: what stands behind it is what was found."""

    outcome: CheckOutcome
    facets: tuple[Facet, ...] = ()
    asks: bool = False
    films: bool = False
    tells: bool = False
    shown: bool = False


class CheckWords(Record, frozen=True, kw_only=True):
    """`en/verification.yaml`."""

    statements: tuple[CheckWording, ...]
    objects: dict[Facet, tuple[str, ...]]
    told_of: dict[Facet, str]
    otherwise: dict[Facet, str]
    instead: dict[Facet, str]
    idle: str
    negated: str
    contrary: str
    filmed: str
    footage: frozenset[str]
    methods: dict[str, tuple[str, ...]]
    statements_meant: tuple[str, ...]
    asides: frozenset[str]
    verifiers: VerifierWords


class Check(Record, frozen=True, kw_only=True):
    """The verification that one sentence tells of; `verifier` None means that the sentence names nobody.

    `cue` covers the wording, `found` what it says to be so, `object` is what follows it, or the sentence that it ends.
    `about_footage` and `about_speaker` ("their accounts") say what was checked; one that `asks` says what is open.
    """

    cue: Span
    found: Span | None
    verifier: Span | None
    outcome: CheckOutcome
    verification: Verification
    object: str
    about_footage: bool
    about_speaker: bool
    asks: bool
