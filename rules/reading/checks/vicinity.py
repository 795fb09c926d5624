"""A check among the reports of its article, with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.model import Extent, ReadReport
from rules.reading.checks.answered import before
from rules.reading.checks.check_words import CHECKS, Check
from rules.reading.checks.verification import CheckFinder, stems

_FAR = 40
"""Reports before a check in which whoever it names, or its words, are looked for."""
JOINT = re.compile(r"\s*[,;—–]\s*(?:and |but )?")
"""What joins two parts of a sentence."""


class Vicinity:
    """A check at `index` of the `reports` of a text, where those before it know already what their checks are about."""

    def __init__(
        self, check: Check, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
    ) -> None:
        self.check, self.index, self.reports, self.text = check, index, reports, text
        self.points, self.shows_footage, self.sentence = finder.points, finder.shows_footage, reports[index].claim.text

    @property
    def last(self) -> ReadReport | None:
        """The report just before the check."""
        return self.reports[self.index - 1] if self.index else None

    def names_claim(self) -> bool:
        """Whether the check has a word for what somebody claimed or counted: "the report", "that toll"."""
        return self.points.claim.search(self.sentence) is not None

    def within(self, part: Extent) -> str:
        """The text of a sentence or claim."""
        return self.text[part.start : part.end]

    def parted(self, last: ReadReport) -> bool:
        """Whether a paragraph ends between a report and the check."""
        return "\n" in self.text[last.sentence.end : self.reports[self.index].sentence.start]

    def earlier(self) -> list[int]:
        """What others than the outlet and the checker claimed before, checked or not."""
        return [i for i in range(max(0, self.index - _FAR), self.index)
                if self.reports[i].act != CHECKS and len(self.reports[i].chain) > 1 and not self.is_own(i)]

    def beside(self) -> list[int]:
        """What others than the checker tell near the check, on both sides."""
        near = (*before(self.index), self.index + 1, self.index + 2)
        return [i for i in near if i < len(self.reports) and self.reports[i].act != CHECKS and not self.is_own(i)]

    def is_own(self, i: int) -> bool:
        """Whether who tells of the check says that himself, for he checks what others say."""
        this, other = self.reports[self.index].chain, self.reports[i].chain
        return len(this) > 1 and [this[-1].name] == [link.name for link in other[-1:]]

    def alike(self, least: int) -> list[int]:
        """What was told before, by the outlet too, that shares most words with the check, and at least so many."""
        told = [i for i in range(max(0, self.index - _FAR), self.index) if self.reports[i].act != CHECKS]
        shared = {i: self.shared(i) for i in told}
        most = max(shared.values(), default=0)
        return [i for i in told if shared[i] == most >= least]

    def shared(self, i: int) -> int:
        """How many telling words a report shares with the check."""
        return len(self.check.topic & stems(self.reports[i].claim.text))

    def checked(self, i: int) -> tuple[int, ...]:
        """What the check at `i` is about, where there is one."""
        return self.reports[i].applies_to if self.reports[i].act == CHECKS else ()

    def told(self, indexes: Sequence[int]) -> list[int]:
        """These reports, and instead of checks what they are about."""
        return sorted({told for i in indexes for told in self.checked(i) or (i,)})
