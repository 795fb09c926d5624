"""The words of a case as people read them: a claim that can stand alone, else with whoever says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rules.linking.data import LinkWords, PlaceNouns
from rules.linking.records import Read
from rules.linking.statement import Statement, report_number
from rules.matching.words import Words
from rules.model import Extent, Facet, ReadReport, Stance
from rules.reading.layout.boilerplate import without
from rules.rulebook import Rulebook

FEWEST = 5  # words that a claim needs to be understood by itself
QUOTES = " \"“”'‘’"
_CUT = " ,\n"
_MARKS = frozenset('"“”‘')
_ENDS = ".!?\"”’"
_OPENING = re.compile(r'(?<!\S)"(?=\S)')


class Phrasing:
    """Phrases the claims of cases."""

    def __init__(self, rulebook: Rulebook) -> None:
        data, self._words = rulebook.table("en/linking.yaml", LinkWords), rulebook.part(Words)
        self._complementizer = data.complementizer
        self._openings, self._further = re.compile(data.openings), re.compile(data.further)
        self._clauseless = frozenset(map(self._words.stem, data.clauseless))
        self._references = rulebook.table("en/place_nouns.yaml", PlaceNouns).references

    def of(self, wording: Statement, source: Read) -> str:
        """A statement as people read it: where it names nobody, says no deed or is short, with what introduces it."""
        report = source.reading.reports[report_number(wording.id)]
        text = wording.text.removeprefix(self._complementizer)
        if report.stance is not Stance.SUPPORTS or self._stands_alone(text, report):
            return closed(text)
        start, end = self._introduced(report, source)
        return closed(without(source.document.text, source.reading.left_out, start, end).strip(_CUT))

    def _stands_alone(self, text: str, report: ReadReport) -> bool:
        if self._takes_no_clause(report):
            return False
        if report.quoted and _MARKS.isdisjoint(text.strip(QUOTES)):
            return True  # quoted from its first word to its last
        words = text.split()
        return Facet.ACTION in report.facets and len(words) >= FEWEST and not self._refers(words)

    def _refers(self, words: Sequence[str]) -> bool:
        """Whether it begins with somebody whom only the words before name: "it had", "several of its men"."""
        first = [word.lower() for word in words[:4]]
        return first[0] in self._references or any(a == "of" and b in self._references for a, b in pairwise(first))

    def _takes_no_clause(self, report: ReadReport) -> bool:
        """Whether its cue says what somebody is called, accused of or shown, so that its claim is no sentence."""
        cue = report.cue.text if report.cue else ""
        return not self._clauseless.isdisjoint(word.stem for word in self._words.split(cue))

    def _introduced(self, report: ReadReport, source: Read) -> tuple[int, int]:
        """From whoever says it to the end of what is said, else the sentence: others may speak in it, too."""
        article = source.document.text
        whole = report.whole
        speaker = self._speaker(report, whole[0])
        if speaker is None or article[speaker.start : speaker.end].lower() in self._references:
            return whole
        openings = [found.end() for found in self._openings.finditer(article, whole[0], speaker.start)]
        ends = [other.claim.end for other in source.reading.reports if whole[0] < other.claim.end <= speaker.start]
        openings += [end for end in ends if not article[end : speaker.start].strip(_CUT)]  # "it fell, | he said, and"
        cut = len(report.claim.text.split()) >= FEWEST and self._further.match(article, report.claim.end, whole[1])
        return max([whole[0], *openings]), report.claim.end if cut else whole[1]

    def _speaker(self, report: ReadReport, start: int) -> Extent | None:
        """Where the first of its chain is named, if that stands in the sentence before the verb that introduces it."""
        cue = report.cue.start if report.cue else -1
        named = [Extent(start=link.start, end=link.end) for link in report.chain
                 if link.start is not None and link.end is not None and start <= link.start and link.end <= cue]
        return min(named, default=None, key=lambda extent: extent.start) if cue < report.claim.start else None


def closed(text: str) -> str:
    """A text with both marks of each quotation: what is cut out of a sentence may end with a quotation's last word.

    >>> closed('losing the plant "hurts')
    'losing the plant "hurts"'
    """
    missing = text.count("“") - text.count("”")
    text = f"{text}”" if missing == 1 else f"“{text}" if missing == -1 else text
    if text.count('"') % 2:
        return f'{text}"' if _OPENING.search(text) else f'"{text}'
    return text
