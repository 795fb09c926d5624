"""Numbers that count something: words and digits, with "about", "at least" and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facets.calendar import Calendar
from rules.model import FacetMention, Record
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase, any_of

_WORD = re.compile(r" ?([^\W\d_][\w’'-]*|%)")
_SENTENCE = 200
"""How many characters before a number may say of what it is the number."""


class _Numbers(Record, frozen=True, kw_only=True):
    cardinals: dict[str, int]
    multipliers: dict[str, int]
    indefinite: dict[str, int]
    qualifiers: dict[str, tuple[str, ...]]
    one_is_not_counted_before: frozenset[str]
    one_is_not_counted_after: frozenset[str]
    not_counted_before: frozenset[str]
    phrase_ends: frozenset[str]
    plurals: frozenset[str]
    totals: dict[str, str]
    reaching: tuple[str, ...]


class NumberReader:
    """Finds counted numbers.

    >>> found = NumberReader(Rulebook()).find("More than two dozen drones hit 7 depots.")
    >>> [(m.text, m.value, m.qualifier) for m in found]
    [('More than two dozen drones', '24', 'at_least'), ('7 depots', '7', 'exact')]
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._data = data = rulebook.table("en/numbers.yaml", _Numbers)
        self._qualifier = {phrase: name for name, phrases in data.qualifiers.items() for phrase in phrases}
        self.words = frozenset(data.cardinals) | frozenset(data.multipliers) | frozenset(data.indefinite)
        self._values = data.cardinals | data.indefinite
        self.cardinals = data.cardinals
        calendar = rulebook.table("en/times.yaml", Calendar)
        self._months, self._calendar = frozenset(calendar.months), frozenset((*calendar.months, *calendar.weekdays))
        self._number = AnyCase(self._grammar())
        self._qualified = re.compile(rf"\b({any_of(self._qualifier)}) $", re.IGNORECASE)
        self._before = re.compile(r"([\w-]+) $")
        self._totals = {re.compile(rf"\b{total}\b[^.;:]*\b(?:{any_of(data.reaching)}) $", re.IGNORECASE): counted
                        for total, counted in data.totals.items()}

    def find(self, text: str, start: int = 0) -> Iterator[FacetMention]:
        """Every number that counts or measures something in `text` from `start` on, from left to right."""
        for match in self._number.finditer(text, start):
            mention = self._mention(text, match)
            if mention is not None:
                yield mention

    def _grammar(self) -> str:
        data, words = self._data, any_of(self._data.cardinals)
        digits = r"(?<![\w.,/:-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        number = rf"(?:\b(?:{words})(?:[ -](?:{words}))?\b|\b(?:{any_of(data.indefinite)})\b|{digits})"
        scales = rf"(?P<scales>(?:[ -](?:{any_of(data.multipliers)})\b)*)"
        article = rf"\ban? (?P<scale>{any_of(data.multipliers)})\b"
        initials = "".join(sorted({word[0] for word in ("a", *data.cardinals, *data.indefinite)}))
        start = rf"(?:(?P<money>[$€£])|(?<!\w)(?=[\d{initials}]))"  # where none can begin is seen at once
        return rf"{start}(?:(?P<number>{number}){scales}|{article})(?P<tail>[%\w/:.-]*)"

    def _mention(self, text: str, match: re.Match[str]) -> FacetMention | None:
        tail = match["tail"].rstrip(".-:/")
        if tail not in {"", "%"}:
            return None
        end = match.end() - len(match["tail"]) + len(tail)
        counted, end = ("%", end) if tail else self._counted(text, end)
        counted = counted or self._total_of(text, match.start())
        if not match["money"] and not self._counts(text, match, counted):
            return None
        start, qualifier = self._qualifier_before(text, match)
        return FacetMention(
            start=start, end=end, text=text[start:end], value=_plain(self._value(match)), qualifier=qualifier,
            counted=counted or None,
        )  # fmt: skip

    def _total_of(self, text: str, start: int) -> str:
        """What a number counts that a total has reached: "the number of pupils who fell ill has risen to 31"."""
        before = text[max(0, start - _SENTENCE) : start]
        found = ((pattern.search(before), counted) for pattern, counted in self._totals.items())
        return next((match.expand(counted) for match, counted in found if match), "")

    def _qualifier_before(self, text: str, match: re.Match[str]) -> tuple[int, str]:
        """Where the expression starts with its qualifier, and the qualifier."""
        found = self._qualified.search(text, max(0, match.start() - 20), match.start())
        if found:
            return found.start(), self._qualifier[found[1].lower()]
        if match["scale"] is not None:
            return match.start(), "about"
        return match.start(), "at_least" if match["number"].lower() in self._data.indefinite else "exact"

    def _counts(self, text: str, match: re.Match[str], counted: str) -> bool:
        """Whether the number counts: not an age, a date, a name's number or the pronoun "one"."""
        if not counted:
            return False
        first = counted.split()[0].lower()
        if first in self._data.not_counted_before or first in self._months:
            return False
        if (match["number"] or "").lower() == "one" and not match["scales"]:
            before = self._before.search(text, max(0, match.start() - 20), match.start())
            return first not in self._data.one_is_not_counted_before and not (
                before and before[1].lower() in self._data.one_is_not_counted_after
            )
        return True

    def _counted(self, text: str, position: int) -> tuple[str, int]:
        """The words after the number up to a plural or the end of its noun phrase, at most four, and their end."""
        start, end, words = position, position, 0
        if text.startswith(" of ", position) and not text[:position].lower().endswith("one"):
            position += 3
        while words < 4:
            match = _WORD.match(text, position)
            if match is None or match[1].lower() in self._data.phrase_ends:
                break
            if match[1].lower() in self._calendar:
                break
            position = end = match.end()
            words = 4 if self._is_plural(match[1].lower()) else words + 1
        return text[start:end].removeprefix(" of").strip(), end

    def _is_plural(self, word: str) -> bool:
        ends_in_s = word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))
        return word in self._data.plurals or (ends_in_s and len(word) > 3)

    def _value(self, match: re.Match[str]) -> float:
        if match["scale"]:
            return self._data.multipliers[match["scale"].lower()]
        number = match["number"].lower()
        if number[0].isdigit():
            value = float(number.replace(",", ""))
        else:
            value = float(sum(self._values[part] for part in re.split(r"[ -]", number)))
        for scale in match["scales"].replace("-", " ").split():
            value *= self._data.multipliers[scale.lower()]
        return value


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
