"""Does a text only tell that somebody wants what is claimed? "The union called for the tax to be abolished"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.matching.clauses import Clauses
from rules.model import Record
from rules.rulebook import Rulebook

WANTED = "it only tells that somebody wants it"


class _Data(Record, frozen=True, kw_only=True):
    opens: tuple[str, ...]
    modals: str
    never: str


class Wishes:
    """Compares a claim with what a text says is wanted."""

    def __init__(self, rulebook: Rulebook) -> None:
        data = rulebook.table("en/wishes.yaml", _Data)
        self._clauses = rulebook.part(Clauses)
        self._opens = re.compile(rf"\b(?:{'|'.join(data.opens)})\b", re.IGNORECASE)
        self._modals, self._never = (re.compile(each, re.IGNORECASE) for each in (data.modals, data.never))

    def only(self, claim: str, text: str) -> bool:
        """Whether what `text` has of the claim is what somebody wants; not where the claim is a wish itself.

        >>> Wishes(Rulebook()).only("The tax will be abolished.", "The union urged ministers to abolish the tax.")
        True
        """
        if not self._is_wish(text) or self._is_wish(claim):
            return False
        told, wanted = zip(*map(self._parted, self._clauses.split(text)), strict=True)
        return self._is_of(claim, wanted) and not self._is_of(claim, told)

    def _is_wish(self, text: str) -> bool:
        return bool(self._opens.search(text) or self._modals.search(text))

    def _parted(self, clause: str) -> tuple[str, str]:
        """What a clause tells, and what it tells is wanted."""
        if self._never.search(clause) or not self._is_wish(clause):
            return clause, ""
        found = self._opens.search(clause)
        return (clause[: found.start()], clause[found.end() :]) if found else ("", clause)

    def _is_of(self, claim: str, parts: Iterable[str]) -> bool:
        return any(self._clauses.tells(claim, part) for part in parts)
