"""The closed vocabularies of the JSON contract. Open ones (source classes, sides, cue categories) are data."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Admiralty reliability, from completely reliable to one that cannot be judged."""


class Stance(StrEnum):
    """How a report bears on a claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    UPDATES = "updates"
    CANNOT_VERIFY = "cannot_verify"
    UNRELATED = "unrelated"


class Interest(StrEnum):
    """Whether a statement serves the side that makes it."""

    SELF_SERVING = "self_serving"
    NEUTRAL = "neutral"
    AGAINST_INTEREST = "against_interest"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What a rule observed; never a bare boolean, so that silence and failure show."""

    TRUE = "true"
    FALSE = "false"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    ERROR = "error"


class Factor(StrEnum):
    """The three factors of a score."""

    CORROBORATION = "corroboration"
    PROVENANCE = "provenance"
    HEDGING = "hedging"


class Facet(StrEnum):
    """A part of a claim that can be verified by itself."""

    ACTOR = "actor"
    ACTION = "action"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    AUTHENTICITY = "authenticity"


class TracedBy(StrEnum):
    """What led from a report to its origin, in the words that an assessment shows."""

    NAMED = "named in the text"
    CARRIER = "named as the carrier's source"
    CREDIT = "wire credit"
    LINK = "link"
    RECORDING = "the same video or post"
    COPY = "near-verbatim text"
    OWN_VOICE = "the outlet's own voice"
    NOBODY = "nobody named"
    UNRESOLVED = "not resolved: the text does not say who that is"


class Owner(StrEnum):
    """Whose hedge it is: inside quotation marks the source's, outside the reporter's."""

    SOURCE = "source"
    REPORTER = "reporter"


class Status(StrEnum):
    """The state of a claim, in the order in which the first that applies holds."""

    DISCOUNTED = "discounted"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    PARTLY_VERIFIED = "partly_verified"
    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single_source"
    UNVERIFIED = "unverified"
