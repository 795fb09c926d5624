"""Who checked: named by the words of a verification statement, else by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from rules.model import Span

PASSIVE = re.compile(r"\b(?:be|been|by)\b(?! able)")
"""Of words of checking those that name first what was checked: "could not be verified"."""
_NAME = r"(?!The\b)[A-Z][\w’'&.-]*"
_NAME_BEFORE = re.compile(rf"(?P<name>(?:[Tt]he )?{_NAME}(?: (?:and |of )?{_NAME})*)[^.;]{{0,25}}$")
_NOUN_BEFORE = re.compile(
    r"\b(?P<name>(?:the|an?|two|three|both|its|their|our) (?:[\w’'-]+ ){0,2}[\w’'-]+) $", re.IGNORECASE
)
_OURSELVES = re.compile(r"(?:^|\W)(?P<name>[Ww]e) [^.;]{0,25}$")
_DID_FIRST = re.compile(
    rf"(?P<name>(?:The )?{_NAME}(?: {_NAME})*) (?:has|have|had|did|was)(?: not|n['’]t)? [^,.;]*\b(?:and|but|nor) $"
)
_DID_MORE = re.compile(
    rf"(?:[\w’'-]+ ){{0,5}}?(?P<name>{_NAME}(?: {_NAME})*) (?:found|has|have|had|\w+ed) [^.;]*\b(?:and|but|nor) $"
)
"""Who does more than one thing: "The agency Lornwatch matched the clips to a bridge, but could not date them"."""


class Verifiers:
    """Finds whoever checked, by nouns for such bodies and by names; `openers` are capitals that begin a sentence."""

    def __init__(self, nouns: Iterable[str], openers: Collection[str]) -> None:
        self._verifier = re.compile(
            rf"\b(?P<name>(?:[\w-]+ )?(?:{'|'.join(nouns)}))\b[^.;]{{0,25}}$", re.IGNORECASE
        )
        self._openers = openers

    def of(self, sentence: str, found: Sequence[re.Match[str]]) -> Span | None:
        """Whom the wordings `found` in `sentence` name, else the nearest name or body of checkers before them."""
        for match in found:
            if "by" in match.re.groupindex:
                return Span(start=match.start("by"), end=match.end("by"), text=match["by"])
        before = sentence[: found[0].start()]
        passive = PASSIVE.search(found[0][0])
        first = _DID_FIRST.match(before) or (None if passive else _DID_MORE.match(before))
        if first:
            return Span(start=first.start("name"), end=first.end("name"), text=first["name"])
        for pattern in (self._verifier, _NAME_BEFORE, *(() if passive else (_NOUN_BEFORE, _OURSELVES))):
            named = pattern.search(before)
            if named and (pattern is _OURSELVES or named["name"].lower() not in self._openers):
                return Span(start=named.start("name"), end=named.end("name"), text=named["name"])
        return None
