"""Hedging cues as data, after ConText (Chapman et al. 2007): phrase, direction of scope, pseudo-cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import msgspec

from rules.errors import RulebookError, unknown
from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.folding import fold
from rules.text.reporting import FILE as VERB_FILE
from rules.text.reporting import Act, ReportingVerb, ReportingVerbs

CATEGORY_FILE = "en/hedge_categories.yaml"
CUE_FOLDER = "en/cues"
_Texts = tuple[str, ...]
_Some = Annotated[_Texts, msgspec.Meta(min_length=1)]
_CATEGORY_OF_ACT = {Act.BELIEF: "belief", Act.PREDICTION: "prediction", Act.ACCUSATION: "accusation"}


class Direction(StrEnum):
    """Where a cue's scope lies: after it, before it, all around it in its clause, or its whole sentence."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    SENTENCE = "sentence"


class Category(Record, frozen=True, kw_only=True):
    """A kind of hedge; `uncertainty` tells whether it leaves the proposition itself open.

    `of_checks` marks what says that a check could not establish something.
    """

    id: str
    meaning: str
    uncertainty: bool
    of_checks: bool = False


class Cue(Record, frozen=True, kw_only=True):
    """Phrases that hedge alike.

    `strength` is the share of commitment they take, 0 to 1. `pseudo` are longer phrases around a form that do not hedge
    ("as soon as possible"). A form does not count either with one of the words `not_after` right before it or one of
    `not_before` among the three words after it, and where `only_before` is given, only with one of these as the next
    word or two; `#` stands for any number. One that is `likely` counts only where its probability would call a sentence
    uncertain, for most of its uses do not hedge ("said it would"). With `name_if_capital` a form with a capital after a
    word without one is a name ("this May", "on 12 May"), and so is one between a number and no word ("12 may,").
    """

    id: str
    forms: _Some
    category: str
    strength: Annotated[float, msgspec.Meta(ge=0, le=1)]
    direction: Direction = Direction.FORWARD
    pseudo: _Texts = ()
    not_after: _Texts = ()
    not_before: _Texts = ()
    only_before: _Texts = ()
    name_if_capital: bool = False
    likely: bool = False
    citation: str | None = None
    hits: _Some
    misses: _Texts = ()


class Cues:
    """All cues of the rulebook, those that follow from reporting verbs included, checked against each other."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.categories = {c.id: c for c in rulebook.entries(CATEGORY_FILE, Category)}
        self.phrases: dict[str, Cue] = {}
        self.pseudo: set[str] = set()
        for file, cue in _entries(rulebook):
            if cue.category not in self.categories:
                raise _error(rulebook, file, cue, unknown("category", cue.category, self.categories))
            for phrase in (*cue.forms, *cue.pseudo):
                if not fold(phrase).text.strip():
                    raise _error(rulebook, file, cue, f"cue “{cue.id}” has a phrase without a word")
            for phrase in cue.forms:
                other = self.phrases.setdefault(fold(phrase).text, cue)
                if other is not cue:
                    raise _error(rulebook, file, cue, f"phrase “{phrase}” of “{cue.id}” is already one of “{other.id}”")
            self.pseudo.update(fold(phrase).text for phrase in cue.pseudo)
        self.all = tuple({cue.id: cue for cue in self.phrases.values()}.values())


def check_categories(rulebook: Rulebook) -> frozenset[str]:
    """The categories of hedges that say what a check could not establish. Used as `rulebook.part(check_categories)`."""
    return frozenset(c.id for c in rulebook.part(Cues).categories.values() if c.of_checks)


def _entries(rulebook: Rulebook) -> Iterator[tuple[str, Cue]]:
    for path in sorted(rulebook.path(CUE_FOLDER).glob("*.yaml")):
        name = f"{CUE_FOLDER}/{path.name}"
        seen: set[str] = set()
        for cue in rulebook.entries(name, Cue):
            if cue.id in seen:
                raise _error(rulebook, name, cue, f"cue “{cue.id}” is there twice")
            seen.add(cue.id)
            yield name, cue
    for verb in rulebook.part(ReportingVerbs).all:
        if verb.hedge > 0:
            yield VERB_FILE, _cue_of_verb(verb)


def _cue_of_verb(verb: ReportingVerb) -> Cue:
    return Cue(
        id=verb.lemma.replace(" ", "_"),
        forms=verb.forms,
        category=verb.category or _CATEGORY_OF_ACT.get(verb.act, "attribution"),
        strength=verb.hedge,
        direction=Direction.BOTH,
        not_before=verb.not_before,
        pseudo=verb.pseudo,
        hits=verb.hits,
        misses=verb.misses,
    )


def _error(rulebook: Rulebook, file: str, cue: Cue, problem: str) -> RulebookError:
    """The error with the line of the cue's last entry in the file."""
    lines = rulebook.binary(file).decode("utf-8").splitlines()
    key = re.compile(rf"\b(?:id|lemma): [\"']?{re.escape(cue.id)}[\"']?\s*(?:[,}}]|$)")
    found = [number for number, line in enumerate(lines, 1) if key.search(line)]
    return RulebookError(file, found[-1] if found else 1, problem)
