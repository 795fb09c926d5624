"""Everything the core can raise.

CorroboraError
├── RulebookError   the rulebook's data is wrong: the program does not start
├── CaseError       a case or a document breaks its contract: the caller can mend it
└── LanguageError   a text is in a language that no rulebook data covers
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LISTED = 30


def unknown(what: str, key: object, valid: Iterable[str]) -> str:
    """What is said of a key that nobody defines, with what was perhaps meant.

    >>> unknown("class", "offical", ["party", "official"])
    'unknown class “offical”, did you mean “official”?'
    """
    meant = perhaps(key, valid)
    return f"unknown {what} “{key}”" + (f", {meant}" if meant else "")


def perhaps(key: object, valid: Iterable[str]) -> str:
    """The valid key that looks like this one; or all there are, unless they are more than anybody reads.

    >>> perhaps("newspaper", ["party", "official"])
    'known are: official, party'
    """
    known = sorted(valid)
    if near := get_close_matches(str(key), known, n=1):
        return f"did you mean “{near[0]}”?"
    return f"known are: {', '.join(known)}" if 0 < len(known) <= LISTED else ""


class CorroboraError(Exception):
    """Base of every error that Corrobora raises on purpose; its text is one sentence for a person."""


class RulebookError(CorroboraError):
    """Bad rulebook data, located.

    >>> str(RulebookError("weights.yaml", 12, "unknown key “aad”, did you mean “add”?"))
    'weights.yaml:12: unknown key “aad”, did you mean “add”?'
    """

    def __init__(self, file: str, line: int, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(f"{file}:{line}: {problem}")


class CaseError(CorroboraError):
    """A case or document that cannot be used as given; `field` is its path, such as `reports.2.text`."""

    def __init__(self, field: str, problem: str) -> None:
        self.field, self.problem = field, problem
        super().__init__(f"{field}: {problem}" if field else problem)


class LanguageError(CorroboraError):
    """A text in a language without rulebook data: said so, not guessed."""
