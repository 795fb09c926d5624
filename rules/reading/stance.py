"""Stance at source: denial, admission, accusation or update, by wordings that are data."""

from __future__ import annotations

import re

from rules.model import Stance
from rules.reading.wording import Wording
from rules.rulebook import Rulebook


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
        entries = rulebook.entries("en/stance.yaml", StanceWording)
        self._rules = [(entry, re.compile(entry.pattern, re.IGNORECASE)) for entry in entries]

    def of_cue(self, cue: str) -> StanceWording | None:
        """What the cue, with its auxiliaries and negation, does: `of_cue("did not confirm").stance` cannot verify."""
        return self._first(cue, "cue")

    def of_content(self, content: str, own: bool = False) -> StanceWording | None:
        """What the content says of itself: `of_content("the evacuation is a lie").stance` denies."""
        return self._first(content, "content", own)

    def _first(self, text: str, where: str, own: bool = False) -> StanceWording | None:
        rules = (rule for rule in self._rules if rule[0].where == where and (rule[0].own or not own))
        return next((entry for entry, pattern in rules if pattern.search(text)), None)
