"""Whose a post, a message or a channel is: "a Telegram post by the governor" is the governor's word."""

from __future__ import annotations

import re

from rules.model import Span
from rules.provenance import Registry
from rules.provenance.classes import SOCIAL, UNATTRIBUTED
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_UNKNOWN = frozenset({SOCIAL, UNATTRIBUTED})


class Missives:
    """Finds who wrote what a source is called by."""

    def __init__(self, rulebook: Rulebook) -> None:
        noun = rf"(?:{'|'.join(sorted(rulebook.part(clause_words).missives, key=len, reverse=True))})"
        before, behind = r"(?:[\w-]+ ){0,4}?", r"(?: (?:on|in|via|published|posted|released|seen)\b.*)?"
        self._by = re.compile(rf"{before}{noun}(?: on \w+)? (?:by|from) (?P<who>.+?){behind}", re.IGNORECASE)
        self._of = re.compile(
            rf"(?:{before}{noun} (?:on|in|from|to) )?(?P<who>.+?)(?:['’]s|(?<=s)['’]) {before}{noun}{behind}",
            re.IGNORECASE,
        )
        self._registry = rulebook.part(Registry)

    def author(self, source: Span) -> Span | None:
        """The words of a source that name whoever speaks in it, if that is somebody of a known class.

        A post by somebody unknown stays a post.
        """
        told = self._by.fullmatch(source.text) or self._of.fullmatch(source.text)
        if told is None or self._registry.identify(told["who"]).class_ in _UNKNOWN:
            return None
        return Span(start=source.start + told.start("who"), end=source.start + told.end("who"), text=told["who"])
