"""What a case says: the wording of its most central assertion, as people read it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from rules.facets import Gazetteer
from rules.linking.prepared import Prepared, Preparer
from rules.linking.records import Read
from rules.linking.statement import Statement, report_number
from rules.linking.tolls import Tolls
from rules.linking.twins import Twins
from rules.linking.words import LinkWords, PlaceNouns
from rules.matching import Contradiction
from rules.matching.words import Words
from rules.model import Facet, ReadReport, Stance
from rules.reading.layout.boilerplate import without
from rules.rulebook import Rulebook

FEWEST = 5  # words that a claim needs to be understood by itself
_DOUBLE = frozenset("\"“”")
_QUOTES = " \"“”'‘’"


class Wordings:
    """Words the claims of cases."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._prepare, self._tolls = rulebook.part(Preparer).prepare, rulebook.part(Tolls)
        self._gazetteer, self._contradiction = rulebook.part(Gazetteer), rulebook.part(Contradiction)
        data, self._words = rulebook.table("en/linking.yaml", LinkWords), rulebook.part(Words)
        self._refutations, self._footage = data.refutations, data.footage
        self._complementizer = data.complementizer
        self._clauseless = frozenset(map(self._words.stem, data.clauseless))
        self._references = rulebook.table("en/place_nouns.yaml", PlaceNouns).references

    def of(self, group: Sequence[Statement], twins: Twins) -> Prepared:
        """The claim of statements that belong together, in the words of the most central of them."""
        old, likeness = self._tolls.outdated(group), twins.likeness(group)
        return self._wording(min(likeness, key=lambda item: self._order(item, likeness[item], old)))

    def text(self, wording: Statement, source: Read) -> str:
        """The wording as people read it: where it names nobody, says no deed or is short, the sentence around it."""
        text = wording.text.removeprefix(self._complementizer)
        words, report = text.split(), source.reading.reports[report_number(wording.id)]
        told = Facet.ACTION in report.facets and len(words) >= FEWEST and words[0].lower() not in self._references
        alone = (told or report.quoted) and not self._takes_no_clause(report)
        if alone or report.stance is not Stance.SUPPORTS:
            return text
        start, end = min(report.sentence.start, report.claim.start), max(report.sentence.end, report.claim.end)
        return without(source.document.text, source.reading.left_out, start, end).strip()

    def _takes_no_clause(self, report: ReadReport) -> bool:
        """Whether its cue says what somebody is called, or what is shown, so that its claim is no sentence."""
        cue = report.cue.text if report.cue else ""
        return not self._clauseless.isdisjoint(word.stem for word in self._words.split(cue))

    def _wording(self, item: Statement) -> Prepared:
        """A statement as the claim of a case: its words alone, without quotation marks, whoever may deny them."""
        text = _unquoted(item.text)
        ending = next((e for e in self._refutations if item.denies and text.endswith(f" {e}")), "")
        text = text.removesuffix(ending).rstrip()
        says_no = item.denies and self._negates(text)  # "there is no Plan B" is itself the claim
        return self._prepare(msgspec.structs.replace(item, text=text, denies=says_no))

    def _excludes(self, item: Statement) -> bool:
        return any(excluded for _, excluded in self._prepare(item).actions)

    def _negates(self, text: str) -> bool:
        return next(self._contradiction.negations(text), None) is not None

    def _order(
        self, item: Statement, likeness: float, outdated: Collection[str]
    ) -> tuple[bool, bool, bool, bool, bool, bool, float, tuple[str, str]]:
        """Assertions first, those that say no last of them, and what happened before what footage shows; then sentences
        that name their subject, the newest figure, and the place.

        Among these it is the one that is likest to all others.
        """
        words = _unquoted(item.text).lower().split()
        shows = not self._footage.isdisjoint(words)
        denies, says_no = item.denies or self._excludes(item), self._negates(item.text)
        refers, placeless = words[:1] and words[0] in self._references, not self._gazetteer.names_one(item.text)
        return (denies, says_no, shows, bool(refers), item.id in outdated, placeless, -likeness, item.order)


def _unquoted(text: str) -> str:
    """A text without the marks around it: those of a quotation within it stay, also at its end."""
    inner = text.strip(_QUOTES)
    return text if not inner or _DOUBLE.intersection(inner) else inner
