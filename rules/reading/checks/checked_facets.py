"""Which facets a clause says were checked, or tells otherwise than was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rules.model import Facet
from rules.reading.checks.check_words import CheckOutcome, CheckWords
from rules.reading.syntax.wording import in_parts
from rules.rulebook import Rulebook
from rules.text.patterns import any_of, filled

_MEANS = re.compile(r"\b(?:by|after|through|using) \w+ing\b(?:(?!, (?:and|but|nor)\b).)*", re.DOTALL)
_Patterns = Mapping[Facet, re.Pattern[str]]


class CheckedFacets:
    """Reads facets by the words of `en/verification.yaml`.

    >>> sorted(CheckedFacets(Rulebook()).clause("verify when and where it was filmed", CheckOutcome.FAILED))
    [<Facet.PLACE: 'place'>, <Facet.TIME: 'time'>]
    """

    def __init__(self, rulebook: Rulebook) -> None:
        words, parts = rulebook.table("en/verification.yaml", CheckWords), in_parts(rulebook)
        self._objects = {facet: any_word(names) for facet, names in words.objects.items()}
        self._idle = re.compile(words.idle, re.IGNORECASE)
        self._told_of, self._otherwise, self._instead = (
            {facet: re.compile(filled(pattern, parts), re.IGNORECASE) for facet, pattern in patterns.items()}
            for patterns in (words.told_of, words.otherwise, words.instead)
        )

    def clause(self, clause: str, outcome: CheckOutcome) -> set[Facet]:
        """The facets that a clause names, else the first of those that its shape tells.

        Who has verified "that the mill burned" has verified all of it, and named no facet. A clause that refutes tells
        what is so instead: "was in fact filmed | in Lorn in 2019".
        """
        if outcome is CheckOutcome.REFUTED:
            return _found_in(clause, self._instead)
        body = self._idle.sub("", _MEANS.sub("", clause.removeprefix("whose ")))
        named = self.named(body)
        shaped = _found_in(body, self._otherwise) - ({Facet.ACTION} if outcome is CheckOutcome.VERIFIED else set())
        return named or {*sorted(shaped, key=[*Facet].index)[:1]}

    def named(self, clause: str) -> set[Facet]:
        """The facets that words of a clause name."""
        return _found_in(clause, self._objects) | _found_in(clause, self._told_of)


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some words."""
    return re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE)


def _found_in(text: str, patterns: _Patterns) -> set[Facet]:
    return {facet for facet, pattern in patterns.items() if pattern.search(text)}
