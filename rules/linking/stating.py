"""What an article states: one statement for each of its reports, with its places, days and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rules.facets import Gazetteer, NumberReader, TimeReader
from rules.linking.context import in_context
from rules.linking.data import PlaceNouns
from rules.linking.days import days_told, is_guessed
from rules.linking.settings import Settings
from rules.linking.statement import Statement
from rules.linking.stories import Stories
from rules.matching.actions import Actions
from rules.matching.figures import Figure, figure_of
from rules.model import Document, Reading, ReadReport, Span, Stance
from rules.reading.checks.check_words import CHECKS
from rules.reading.layout.boilerplate import without
from rules.reading.reports.stance import StanceReader
from rules.reading.syntax.extents import Extents
from rules.rulebook import Rulebook
from rules.text.reporting import Act

_UNSHOWN = "no_evidence"
_LONGEST_HEADING = 3  # words
_LETTER, _TAG = re.compile(r"\w"), re.compile("<[^<>]*>")
_PUNCTUATION = ".,;:!?\"'”’)"


def statements(reading: Reading, document: Document, key: str, rulebook: Rulebook) -> list[Statement]:
    """What the document with the content key `key` states, one for each report but checks, retorts and headings."""
    article = _Article(reading, document, key, rulebook)
    found = [article.statement(number, report) for number, report in enumerate(reading.reports)
             if report.act != CHECKS and not report.applies_to and not article.is_heading(report)]
    return in_context(found, reading, document.text, rulebook.part(Actions))


class _Article:
    """What the statements of an article share; takes its reports in their order, for places point back."""

    def __init__(self, reading: Reading, document: Document, key: str, rulebook: Rulebook) -> None:
        self._document, self._key, self._left_out = document, key, reading.left_out
        self._alone = len(reading.reports) == 1
        self._stances, self._actions = rulebook.part(StanceReader), rulebook.part(Actions)
        self._times, self._nouns = rulebook.part(TimeReader), rulebook.part(BackwardNouns)
        self._places = Extents(rulebook.part(Gazetteer).find(document.text))  # by the words of the whole article
        self._numbers = Extents(rulebook.part(NumberReader).find(document.text))
        self._story, settings = rulebook.part(Stories).of(document.text), rulebook.part(Settings)
        self._past = settings.past(reading, document)
        self._setting = settings.of(self._places.items, [*self._past, *reading.left_out])
        self._named: list[tuple[str, ...]] = []
        """The places of each statement so far that names any."""

    def statement(self, number: int, report: ReadReport) -> Statement:
        """The statement of the report with that number."""
        claim, actor, figure = report.claim, report.facets.get("actor"), figure_of(report.facets.get("number"))
        return Statement(
            id=f"{self._key}-{number:04d}", document=self._key,
            text=without(self._document.text, self._left_out, claim.start, claim.end), denies=self._denies(report),
            published_at=self._document.published_at, places=self._where(report, figure),
            days=days_told(report, self._document, self._times), guessed=is_guessed(report), figure=figure,
            further=self._further(claim, figure) if figure else (),
            speaker=next((link.name for link in report.chain[-1:] if link.name != self._document.publisher), None),
            doer=actor.text if actor else None, deed=self._deed(report), story=self._story, setting=self._setting,
            past=report.sentence in self._past)

    def is_heading(self, report: ReadReport) -> bool:
        """Whether it is a line of up to three words that tells no deed ("Summary"), and not all that there is."""
        claim, text = report.claim, self._document.text
        words = len(claim.text.split())
        if self._alone or report.facets or words > _LONGEST_HEADING or (words > 1 and self._actions.told(claim.text)):
            return False
        start, end = text.rfind("\n", 0, claim.start) + 1, text.find("\n", claim.end)
        around = text[start : claim.start] + text[claim.end : end if end >= 0 else len(text)]
        return not _LETTER.search(_TAG.sub("", around))

    def _denies(self, report: ReadReport) -> bool:
        """Whether it denies what it speaks of; that nothing shows it speaks against nothing else of the same matter."""
        if report.stance is not Stance.DENIES:
            return False
        wording = self._stances.of_content(report.claim.text)
        return wording is None or wording.id != _UNSHOWN

    def _where(self, report: ReadReport, figure: Figure | None) -> tuple[str, ...]:
        """The places that a report names or points back to; tolls, and deeds to be blamed for, are somewhere."""
        said = self._places.within(report.claim.start, report.claim.end)
        if places := tuple(sorted({m.value for m in said if m.value})):
            self._named.append(places)
            return places
        if meant := self._nouns.meant(report.claim.text, self._named):
            return meant
        return self._named[-1] if self._named and (figure or report.act == Act.ACCUSATION) else ()

    def _further(self, claim: Span, first: Figure) -> tuple[Figure, ...]:
        """What a claim counts besides its most exact number."""
        figures = map(figure_of, self._numbers.within(claim.start, claim.end))
        return tuple([figure for figure in figures if figure and figure != first])

    def _deed(self, report: ReadReport) -> str | None:
        action = report.facets.get("action")
        return action.value if action else self._nouns.opening_deed(report.claim.text)


class BackwardNouns:
    """Nouns that point back to places named before, and deeds that open a clause without their doer."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._nouns = rulebook.table("en/place_nouns.yaml", PlaceNouns)
        self._called, self._gerund = re.compile(self._nouns.called), re.compile(self._nouns.gerund)

    def meant(self, text: str, named: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The places that "the village" or "the villages" means: those named last before it, in that number."""
        words = self._called.sub("", text).lower().split()
        said = [b.strip(_PUNCTUATION) for a, b in pairwise(words) if a in self._nouns.articles]
        if self._nouns.plural.intersection(said):
            return next((places for places in reversed(named) if len(places) > 1), ())
        there = words and words[-1].strip(_PUNCTUATION) in self._nouns.there
        return named[-1] if named and (there or self._nouns.singular.intersection(said)) else ()

    def opening_deed(self, text: str) -> str | None:
        """The verb with which a clause without a subject begins: "hitting" of "denied | hitting a school"."""
        found = self._gerund.match(text)
        return found[0] if found else None
