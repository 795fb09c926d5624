"""Stance at source: denial, admission, accusation or update, by wordings that are data."""

from __future__ import annotations

import re

from rules.model import Stance
from rules.reading.clauses.statements import Statement
from rules.reading.syntax.wording import Wording, wordings
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCases
from rules.text.reporting import ReportingVerbs

_BEFORE_CUE, _AFTER_CUE = 20, 4
_ASIDE = re.compile(r"[,;:\n]|\b(?:and|but)\b")


class StanceWording(Wording, frozen=True, kw_only=True):
    """An entry of `en/stance.yaml`.

    Where `own` is false it says nothing about what an outlet states in its own voice.
    """

    where: str
    own: bool = True
    stance: Stance
    act: str


class StanceReader:
    """The stance and the act of a statement, from its cue and its content."""

    def __init__(self, rulebook: Rulebook) -> None:
        entries = wordings(rulebook, "en/stance.yaml", StanceWording)
        self._cues = AnyCases((entry, entry.pattern) for entry in entries if entry.where in {"cue", "any"})
        self._contents = AnyCases((entry, entry.pattern) for entry in entries if entry.where in {"content", "any"})
        self._selves = AnyCases((entry, entry.pattern) for entry in entries if entry.where == "self")
        self._verbs = rulebook.part(ReportingVerbs)

    def of(self, statement: Statement, text: str) -> tuple[Stance, str]:
        """The stance and the act of a statement of `text`."""
        cue, content = statement.cue, statement.claim.text
        if cue is not None:
            before = _ASIDE.split(text[max(statement.sentence.start, cue.start - _BEFORE_CUE) : cue.start])[-1]
            found = self.of_cue(before + text[cue.start : cue.end + _AFTER_CUE])
            if found:
                return found.stance, found.act
        stated = self.of_content(content, own=not statement.sources)
        if stated:
            return stated.stance, stated.act
        verbs = self._verbs.among(cue.text.split()) if cue else ()
        return Stance.SUPPORTS, str(verbs[0].act) if verbs else "assertion"

    def of_cue(self, cue: str) -> StanceWording | None:
        """What the cue, with its auxiliaries and negation, does: `of_cue("did not confirm").stance` cannot verify."""
        return next((entry for entry, pattern in self._cues.likely(cue) if pattern.found(cue)), None)

    def of_content(self, content: str, own: bool = False) -> StanceWording | None:
        """What the content says of itself: `of_content("the evacuation is a lie").stance` denies."""
        rules = (rule for rule in self._contents.likely(content) if rule[0].own or not own)
        return next((entry for entry, pattern in rules if pattern.found(content)), None)

    def is_of_self(self, content: str) -> bool:
        """Whether speakers say of themselves that something is not so: `is_of_self("I have never taken a penny")`."""
        return any(pattern.found(content) for _, pattern in self._selves.likely(content))
