"""What somebody said last: the statements that an answer to them, or a check of them, is about."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import ReadReport
from rules.reading.checks.check_words import CHECKS

FAR = 8  # reports between what was said and what is said of it, which keeps the time linear


def is_said(report: ReadReport) -> bool:
    """Whether a report states something by itself: it has a source and a cue, and is no check of others."""
    return report.cue is not None and bool(report.chain) and report.act != CHECKS


def before(index: int) -> range:
    """The indexes of the reports that one at `index` may be about."""
    return range(max(0, index - FAR), index)


def said_last(reports: Sequence[ReadReport], said: Sequence[int], text: str) -> tuple[int, ...]:
    """Of the indexes of statements in `said`, those of the last speaker, as far as they stand in one paragraph."""
    if not said:
        return ()
    last = reports[said[-1]]
    paragraph = text.rfind("\n", 0, last.sentence.start)
    return tuple(
        i for i in said if reports[i].chain[-1].name == last.chain[-1].name and reports[i].sentence.start > paragraph
    )


def names_claim(answer: ReadReport, told: ReadReport) -> bool:
    """Whether the sentence of a denial or check says whose claim that is: "denied | claims by Lorn that it burned"."""
    whole, part = answer.sentence, told.sentence
    return whole.start < part.start and part.end <= whole.end and bool(told.chain)
