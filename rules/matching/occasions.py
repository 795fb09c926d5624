"""Does a clause tell of another event of the same kind: on another day, or in another place?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from rules.facets import Gazetteer, TimeReader, name_key
from rules.matching.clauses import Clauses
from rules.matching.words import Words
from rules.model import Event, FacetMention
from rules.rulebook import Rulebook

OTHER_DAY, OTHER_PLACE = "it tells of another day", "it tells of another place"
_SLACK = timedelta(days=1)  # nights have two dates, and so do zones of time
_EXACT = (4, 7, 10)  # lengths of an ISO year, month and day
_ANY_DAY = "2000-12-31"  # by which times are resolved of which the year is left out again
_LEAP = "2000"  # a year that has every day
_MONTH = 4  # UCDP precision
_COUNTRY = 6  # UCDP precision of a whole country, which rules no place in it out
_STEM = 4  # letters with which two spellings of one name begin alike


class Occasions:
    """Compares a claim, and the event it is about, with the clauses of what a report says."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._clauses = rulebook.part(Words), rulebook.part(Clauses)
        self._times, self._gazetteer = rulebook.part(TimeReader), rulebook.part(Gazetteer)

    def other(self, claim: str, event: Event | None, said: str) -> str | None:
        """In what an event that `said` tells of in the claim's words is another one; None where nothing tells it apart.

        >>> Occasions(Rulebook()).other("Shells hit Lorn on 3 May.", None, "Lorn was hit by shells on 9 May")
        'it tells of another day'
        """
        known = event or Event()
        mine, theirs = list(self._days(claim)), list(self._days(said))
        when = [known.date] if known.date else [day.value for day in mine if day.value]
        if self._all(_apart, when, theirs) and self._else_alike(claim, mine, said, theirs):
            return OTHER_DAY
        mine, theirs = list(self._places(claim)), list(self._places(said))
        where = [place for place in (known.place, *(found.value for found in mine)) if place]
        if self._all(self._unlike, where, theirs) and self._else_alike(claim, mine, said, theirs):
            return OTHER_PLACE
        return None

    @staticmethod
    def _all(differ: Callable[[str, str], bool], mine: Sequence[str], theirs: Sequence[FacetMention]) -> bool:
        """Whether both name some, and all of one differ from all of the other."""
        return bool(mine and theirs) and all(differ(a, b.value) for a in mine for b in theirs if b.value)

    def _days(self, text: str) -> Iterator[FacetMention]:
        """Years, months and days that a text names, without a year where it gives none: weekdays are too uncertain."""
        for found in self._times.find(text, _ANY_DAY):
            named = any(map(str.isdigit, found.text)) or (found.precision == _MONTH and found.text[0].isupper())
            if named and found.value and len(found.value) in _EXACT and "/" not in found.value:
                year = found.value[:4]
                yield found if year in found.text else msgspec.structs.replace(found, value=found.value[4:])

    def _places(self, text: str) -> Iterator[FacetMention]:
        """The places within a country; a headline in capitals hides which of its words are names."""
        words = self._words.content(text)
        if sum(word.capital for word in words) * 2 > len(words):
            return
        yield from (found for found in self._gazetteer.find(text) if found.value and (found.precision or 0) < _COUNTRY)

    def _unlike(self, a: str, b: str) -> bool:
        """Whether two names can neither mean one place, nor one of them lie in the other."""
        alike = name_key(a)[:_STEM] == name_key(b)[:_STEM]
        return not (alike or a in self._gazetteer.within(b) or b in self._gazetteer.within(a))

    def _else_alike(
        self, claim: str, mine: Sequence[FacetMention], said: str, theirs: Sequence[FacetMention]
    ) -> bool:
        """Whether a clause with one of theirs has nearly all of the rest of the claim."""
        stems = [word.stem for found in mine for word in self._words.split(found.text)]
        return any(self._clauses.tells(claim, clause.replace(found.text, ""), stems)
                   for clause in self._clauses.split(said) for found in theirs if found.text in clause)


def _apart(a: str, b: str) -> bool:
    """Whether two ISO dates, each with or without year and day, name different days as far as both are given.

    >>> _apart("2024-05-03", "-05-09"), _apart("2024-05-03", "2024-05"), _apart("-05-03", "-05-04")
    (True, False, False)
    """
    if "-" not in (a[0], b[0]) and a[:4] != b[:4]:
        return True
    p, q = a[a.find("-") :] if "-" in a else "", b[b.find("-") :] if "-" in b else ""
    if len(p) == len(q) == len("-05-03"):
        return abs(date.fromisoformat(_LEAP + p) - date.fromisoformat(_LEAP + q)) > _SLACK
    return p[: len(q)] != q[: len(p)]
