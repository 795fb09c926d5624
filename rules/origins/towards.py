"""The stance towards the claim of a report that declares none, from comparing its text with the claim."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from rules.matching import (
    WANTED,
    Clauses,
    Contradiction,
    Exclusions,
    Matters,
    Occasions,
    SaidNo,
    Strangers,
    Wishes,
)
from rules.model import Case, ReadReport, Report, Stance
from rules.reading import CHECKS, CheckFinder, StanceReader, read_statement
from rules.rulebook import Rulebook
from rules.text.reporting import Act

NEGATION = "negation"
_THAT = re.compile(r"\s*that\b", re.IGNORECASE)
_SECOND = re.compile(r"[\s,]*(?:and|but) that (?P<said>[^.;]+)", re.IGNORECASE)
_TELLING = 3  # words that carry meaning, from which what is denied stands for itself
OTHER_MATTER = "it tells of another matter of those whom the claim is about"
_NOT_SO = {Stance.SUPPORTS: ", for it tells that this goes on", Stance.UNRELATED: OTHER_MATTER}


Turns = Callable[[tuple[str, ...]], bool]
"""Whether the texts of a case turn the stance of one of them."""


class Stand(NamedTuple):
    """A stance, and what it was read from; where the texts of the case turn it, it is `turned`."""

    stance: Stance
    grounds: str = ""
    turns: Turns | None = None
    turned: tuple[Stance, str] = (Stance.SUPPORTS, "")


def towards(claim: Case, report: Report, reading: ReadReport, rulebook: Rulebook) -> Stand:
    """The stance of a report that declares none.

    A report can contradict the claim without a word of denial; whoever denies what the claim denies supports it.
    """
    text, said = claim.text, reading.claim.text
    if reading.stance is Stance.DENIES and _both_say_no(text, said, rulebook):
        return Stand(Stance.SUPPORTS, ", for both say no")
    if no := _no(text, report.text, reading, rulebook):
        return Stand(*no)
    if reading.stance is not Stance.SUPPORTS:
        return Stand(Stance.SUPPORTS if _asks_aside(text, report.text, reading, rulebook) else reading.stance)
    sentence = report.text[reading.sentence.start : reading.sentence.end]
    exclusions, matters = rulebook.part(Exclusions), rulebook.part(Matters)
    if found := exclusions.of(text, said, sentence):
        rest = partial(exclusions.others_rest, report.text, found.shown) if found.shown else None
        return Stand(found.stance, f", {found.grounds}", rest, (Stance.DENIES, f", {found.grounds}"))
    if also := _denied_also(text, report.text, reading, rulebook):
        return Stand(Stance.DENIES, f", going by “{also}”")
    if occasion := rulebook.part(Occasions).other(text, claim.event, said):
        return Stand(Stance.UNRELATED, occasion)
    if rulebook.part(Wishes).only(text, sentence):
        return Stand(Stance.UNRELATED, WANTED)
    told = _without_source(report.text, reading)
    if matters.is_another(text, told):
        return Stand(Stance.UNRELATED, OTHER_MATTER, partial(matters.is_like, text, told, report.text))
    return Stand(reading.stance)


def _no(claim: str, text: str, reading: ReadReport, rulebook: Rulebook) -> tuple[Stance, str] | None:
    """The stance of who says that something is not so, and what it was read from; None of who says no such thing."""
    said, said_no = reading.claim.text, rulebook.part(SaidNo)
    if reading.act != Act.DENIAL and said_no.knows_nothing(claim, said):
        return Stance.CANNOT_VERIFY, ""
    if reading.act == NEGATION or _is_negative(reading, rulebook):
        stance = said_no.stance(claim, said)
        return stance, _NOT_SO.get(stance) or _by_negation(reading, rulebook)
    if none := said_no.of_none(claim, said):
        return none, _NOT_SO.get(none) or _by_negation(reading, rulebook)
    if _denies_more(text, reading, rulebook):
        stance = said_no.stance(claim, said)
        return stance, _NOT_SO.get(stance, "")
    of_self = reading.cue and rulebook.part(StanceReader).is_of_self(said)
    if of_self and said_no.stance(claim, said) is Stance.DENIES:
        return Stance.DENIES, _by_negation(reading, rulebook)
    return None


def _denied_also(claim: str, text: str, reading: ReadReport, rulebook: Rulebook) -> str | None:
    """The second thing that a source said, if it denies the claim: "… and that the town was not surrounded"."""
    second = _SECOND.match(text[: reading.sentence.end], reading.claim.end or 0) if reading.cue else None
    if second is None:
        return None
    said = second["said"]
    wording, found = rulebook.part(StanceReader).of_content(said), rulebook.part(Exclusions).of(claim, said, said)
    negated = wording is not None and wording.act == NEGATION
    denies = rulebook.part(SaidNo).stance(claim, said) if negated else found and found.stance
    return said if denies is Stance.DENIES else None


def _asks_aside(claim: str, text: str, reading: ReadReport, rulebook: Rulebook) -> bool:
    """Whether a report states the claim and leaves only something else open: "… but it is unclear why"."""
    if reading.act != CHECKS or reading.stance is not Stance.CANNOT_VERIFY or reading.cue is None:
        return False
    check = rulebook.part(CheckFinder).find(text[reading.sentence.start : reading.sentence.end])
    told = text[: reading.cue.start]
    return check is not None and check.asks and rulebook.part(Clauses).tells(claim, told)


def _denies_more(text: str, reading: ReadReport, rulebook: Rulebook) -> bool:
    """Whether who denies tells what, which need not be the claim: "denied that it would close the mill", not "this"."""
    if reading.act != Act.DENIAL or reading.cue is None or not _THAT.match(text[reading.cue.end : reading.claim.end]):
        return False
    said = reading.claim.text
    told = len(rulebook.part(Clauses).words(said)) >= _TELLING and not rulebook.part(Strangers).points_back(said)
    return told and next(rulebook.part(Contradiction).negations(said), None) is None


def _is_negative(reading: ReadReport, rulebook: Rulebook) -> bool:
    """Whether an outlet states in its own voice that something is not so; in an article that is no denial."""
    if reading.cue or reading.stance is not Stance.SUPPORTS:
        return False
    wording = rulebook.part(StanceReader).of_content(reading.claim.text)
    return wording is not None and wording.act == NEGATION


def _by_negation(reading: ReadReport, rulebook: Rulebook) -> str:
    """The negated words of a report, for its reason, where the verb of its source does not show the denial."""
    text = reading.claim.text
    found = next(rulebook.part(Contradiction).negations(text), None) if reading.act != NEGATION else None
    return f", going by “{text[found.start : found.end]}”" if found else ""


def _both_say_no(claim: str, said: str, rulebook: Rulebook) -> bool:
    """Whether the claim denies what the report denies ("it is a lie", "it was not"), or states a denial: "the bank
    denied it".
    """
    denial, contradiction = read_statement(claim, rulebook).stance is Stance.DENIES, rulebook.part(Contradiction)
    return denial or contradiction.is_undone(claim, said) or contradiction.is_same_no(claim, said)


def _without_source(text: str, reading: ReadReport) -> str:
    """A text without who says so and by what verb."""
    for span in sorted((*reading.chain, *((reading.cue,) if reading.cue else ())), key=lambda span: -(span.start or 0)):
        text = text if span.start is None else f"{text[: span.start]} {text[span.end :]}"
    return text
