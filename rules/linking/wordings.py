"""What a case says: the wording of its most central assertion, as people read it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import msgspec

from rules.facets import Gazetteer
from rules.linking.bearing import Bearing
from rules.linking.data import LinkWords, PlaceNouns
from rules.linking.phrasing import QUOTES
from rules.linking.prepared import Prepared, Preparer
from rules.linking.statement import Statement
from rules.linking.twins import Twins
from rules.matching import Contradiction
from rules.model import Stance
from rules.rulebook import Rulebook

_DOUBLE = frozenset("\"“”")
_QUOTATION = re.compile(r"\w\S* ['‘]\w.*['’]$")  # at the end of a text


class Wordings:
    """Words the claims of cases."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._prepare, self._bearing = rulebook.part(Preparer).prepare, rulebook.part(Bearing)
        self._gazetteer, self._contradiction = rulebook.part(Gazetteer), rulebook.part(Contradiction)
        data = rulebook.table("en/linking.yaml", LinkWords)
        self._refutations, self._footage = data.refutations, data.footage
        self._provisos = re.compile(data.provisos, re.IGNORECASE)
        self._references = rulebook.table("en/place_nouns.yaml", PlaceNouns).references

    def of(self, group: Sequence[Statement], twins: Twins) -> Prepared:
        """The claim of statements that belong together, in the words of the most central of them."""
        old, likeness = self._outdated(group), twins.likeness(group)
        return self._wording(min(likeness, key=lambda item: self._order(item, likeness[item], old)))

    def _wording(self, item: Statement) -> Prepared:
        """A statement as the claim of a case: its words alone, without quotation marks, whoever may deny them."""
        text = _unquoted(item.text)
        ending = next((e for e in self._refutations if item.denies and text.endswith(f" {e}")), "")
        text = text.removesuffix(ending).rstrip()
        says_no = item.denies and self._negates(text)  # "there is no Plan B" is itself the claim
        return self._prepare(msgspec.structs.replace(item, text=text, denies=says_no))

    def _outdated(self, group: Sequence[Statement]) -> frozenset[str]:
        """The ids of statements that a later one overtakes: a toll of five, once somebody counts seven of the same.

        Both need a moment of publication.
        """
        counting = [self._prepare(item) for item in group if item.figures and item.published_at and not item.denies]
        latest = {(told.actions, told.item.figures): told  # reprints of one toll are compared once
                  for told in sorted(counting, key=lambda told: told.item.order)}
        return frozenset(told.item.id for told in counting
                         if any(self._overtakes(newer, told) for newer in latest.values()))

    def _overtakes(self, newer: Prepared, older: Prepared) -> bool:
        later = (newer.item.published_at or "") > (older.item.published_at or "")
        return later and self._bearing.by_figures(older, newer) is Stance.UPDATES

    def _excludes(self, item: Statement) -> bool:
        return any(excluded for _, excluded in self._prepare(item).actions)

    def _negates(self, text: str) -> bool:
        return next(self._contradiction.negations(text), None) is not None

    def _order(
        self, item: Statement, likeness: float, outdated: Collection[str]
    ) -> tuple[bool, bool, bool, bool, bool, bool, float, tuple[str, str]]:
        """Assertions first, those that say no last of them, and what happened before what footage shows or what would
        follow from it; then sentences that name their subject, the newest figure, and the place.

        Among these it is the one that is likest to all others.
        """
        words = _unquoted(item.text).lower().split()
        shows = not self._footage.isdisjoint(words)
        denies, says_no = item.denies or self._excludes(item), self._negates(item.text)
        unsure = self._provisos.search(item.text) is not None
        refers, placeless = words[:1] and words[0] in self._references, not self._gazetteer.names_one(item.text)
        return (denies, says_no, shows or unsure, bool(refers), item.id in outdated, placeless, -likeness, item.order)


def _unquoted(text: str) -> str:
    """A text without the marks around it: those of a quotation within it stay, also at its end."""
    inner = text.strip(QUOTES)
    return text if not inner or _DOUBLE.intersection(inner) or _QUOTATION.search(f" {text}") else inner
