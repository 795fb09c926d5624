"""Headlines: they sum up what the article says below, so that they are no voice of their own beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rules.linking.records import LinkedReport, Read
from rules.model import ReadReport, Report
from rules.provenance import Registry
from rules.rulebook import Rulebook

_FIRST_LINE = re.compile(r"\s{0,20}(?P<line>[^\n]{1,300}(?<!\s))[ \t]{0,20}\n(?P<gap>\s*)\S")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDINGS = tuple(".!?…\"'”’")
CAPITALS = 0.8  # the share of longer words with a capital from which a line with a stop is a headline all the same


class Headlines:
    """Gives headlines to those whom the article quotes for the same."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)

    def attributed(self, members: Sequence[LinkedReport], read: Mapping[str, Read]) -> Iterator[LinkedReport]:
        """The members of one case; a headline that names nobody has the source of the first report below it, of one who
        is named if there is one.

        "Village seized" over "the legion said that it had seized the village" is the legion's word, not the outlet's.
        """
        of_document: dict[str, list[LinkedReport]] = {}
        for member in members:
            of_document.setdefault(member.document, []).append(member)
        for member in members:
            below = self._below(member, of_document[member.document], read[member.document])
            yield member.spoken_by(below) if below else member

    def _below(self, member: LinkedReport, others: Sequence[LinkedReport], source: Read) -> Report | None:
        reports = source.reading.reports
        if not _heads(reports[member.number], source.document.text) or self._named(reports[member.number]):
            return None
        agreeing = [m for m in others if m.number > member.number and m.report.stance is member.report.stance]
        quoted = [m for m in agreeing if reports[m.number].cue is not None and reports[m.number].chain]
        return min(quoted, key=lambda m: (not self._named(reports[m.number]), m.number)).report if quoted else None

    def _named(self, report: ReadReport) -> bool:
        """Whether somebody with a name is said to have said it."""
        said = report.cue is not None and bool(report.chain)
        return said and self._registry.identify(report.chain[-1].name).named


def _heads(report: ReadReport, text: str) -> bool:
    """Whether it stands in the first line, if that is no sentence and more follows."""
    first = _FIRST_LINE.match(text)
    if first is None or report.sentence.end > first.end("line") + 1:
        return False
    return not first["line"].endswith(_ENDINGS) or "\n" in first["gap"] and _in_capitals(first["line"])


def _in_capitals(line: str) -> bool:
    """Whether nearly all longer words of a line begin with a capital: "Mayor of Orrin Steps Down After Vote."."""
    words = _WORD.findall(line)
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= CAPITALS * len(words)
