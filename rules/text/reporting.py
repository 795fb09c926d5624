"""Verbs that report, with what kind of act they report and how far they keep their distance from it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import msgspec

from rules.errors import RulebookError
from rules.model import Record
from rules.rulebook import Rulebook

FILE = "en/reporting_verbs.yaml"


class Act(StrEnum):
    """What a source does with what it says."""

    ASSERTION = "assertion"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    ADMISSION = "admission"
    QUESTION = "question"
    REQUEST = "request"
    INTENTION = "intention"
    PREDICTION = "prediction"
    BELIEF = "belief"


class ReportingVerb(Record, frozen=True, kw_only=True):
    """A verb with its inflected forms, some of several words ("pointed out"), all in lower case.

    `hedge` is the share of commitment that the verb takes, 0 ("said") to 1, `category` that of the hedge where it is
    not the usual one of its act. A form with one of the words `not_before` soon after it, and the longer phrases in
    `pseudo`, mean something else ("claimed nine lives").
    """

    lemma: str
    forms: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    act: Act
    hedge: Annotated[float, msgspec.Meta(ge=0, le=1)]
    category: str | None = None
    not_before: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    hits: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    misses: tuple[str, ...] = ()


class ReportingVerbs:
    """All reporting verbs of the rulebook, found by form: `rulebook.part(ReportingVerbs).of("claimed")`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.all = rulebook.entries(FILE, ReportingVerb)
        self.by_form: dict[str, ReportingVerb] = {}
        for verb in self.all:
            for form in verb.forms:
                other = self.by_form.setdefault(form, verb)
                if other is not verb:
                    raise RulebookError(FILE, 1, f"form “{form}” of “{verb.lemma}” is already one of “{other.lemma}”")

    def of(self, word: str) -> ReportingVerb | None:
        """The verb that `word`, a lemma or a form in any case, belongs to: `of("Claimed").lemma == "claim"`."""
        return self.by_form.get(word.lower())

    def among(self, words: Iterable[str]) -> list[ReportingVerb]:
        """The verbs that some words are, in their order: `among("has denied it".split())[0].lemma == "deny"`."""
        return [verb for word in words if (verb := self.of(word))]
