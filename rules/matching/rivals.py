"""Does a report say that somebody else did what a claim says of one by name? Two groups claim one attack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.matching.clauses import Clauses
from rules.model import Record
from rules.provenance import Registry
from rules.rulebook import Rulebook
from rules.text.patterns import any_of, filled

FILE = "en/rivals.yaml"
_SAME_DEED = 0.4  # share of the claim's other words, by weight, from which a sentence is about the same deed
_WORD = r"(?-i:[A-Z])[\w’'-]{0,30}"  # bounded, as all that repeats here: texts may be hostile
_NAME = rf"(?<![\w’'-]){_WORD}(?: (?:of (?:the )?)?{_WORD}){{0,4}}"
_CLAUSE = re.compile(r"[.;:!?]")


class RivalTable(Record, frozen=True, kw_only=True):
    """`en/rivals.yaml`; the comments there say what each entry is for."""

    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    own: str
    deeds: str
    unreal: tuple[str, ...]
    hits: tuple[tuple[str, str], ...]
    misses: tuple[tuple[str, str], ...]


class Rivals:
    """Compares whom a claim names for a deed with whom a report names.

    >>> rivals = Rivals(Rulebook())
    >>> rivals.words("Red Dawn bombed Lorn station.", "Black Sun said that its men had bombed Lorn station.")
    'its men had bombed'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        data = rulebook.table(FILE, RivalTable)
        self._clauses, self._identify = rulebook.part(Clauses), rulebook.part(Registry).identify
        parts = {"{name}": _NAME, "{deeds}": data.deeds}
        self._mine, self._theirs = ([re.compile(filled(pattern, parts), re.IGNORECASE) for pattern in patterns]
                                    for patterns in (data.mine, data.theirs))
        self._own, self._name = re.compile(filled(data.own, parts), re.IGNORECASE), re.compile(_NAME)
        self._unreal = re.compile(rf"\b(?:{any_of(data.unreal)})\b|n['’]t\b", re.IGNORECASE)

    def words(self, claim: str, sentence: str) -> str | None:
        """The words by which a sentence names another for the deed of the claim; None where none does."""
        mine = next((found["name"] for pattern in self._mine if (found := pattern.search(claim))), None)
        if mine is None or self._unreal.search(claim) or not self._stems(mine).isdisjoint(self._stems(sentence)):
            return None
        rest, told = self._stems(claim.replace(mine, "")), self._clauses.share(claim, self._stems(mine), sentence)
        others = ((words, name) for words, name in self._others(sentence) if not self._stems(name) <= rest)
        return next((words for words, name in others if told >= _SAME_DEED and not self._is_one(mine, name)), None)

    def _others(self, sentence: str) -> Iterator[tuple[str, str]]:
        """The words that name somebody for a deed, with the name."""
        for pattern in self._theirs:
            yield from ((found[0], found["name"]) for found in pattern.finditer(sentence) if self._is_real(found))
        for found in self._own.finditer(sentence):
            names = self._name.findall(sentence[: found.start()])
            if names and self._is_real(found):
                yield found[0], names[-1]

    def _is_real(self, found: re.Match[str]) -> bool:
        return not self._unreal.search(_CLAUSE.split(found.string[: found.start()])[-1])

    def _stems(self, text: str) -> frozenset[str]:
        """The stems of the words that carry meaning."""
        return self._clauses.words(text)

    def _is_one(self, a: str, b: str) -> bool:
        """Whether two names stand for one body, or for two of one side."""
        first, second = self._identify(a), self._identify(b)
        return first.id == second.id or (first.side is not None and first.side == second.side)
