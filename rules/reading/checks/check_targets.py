"""What a verification statement is about: the indexes of the reports whose claims were checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rules.model import Extent, Facet, Link, ReadReport, Stance
from rules.reading.checks.answered import before, is_said, said_last
from rules.reading.checks.check_words import CHECKS, Check, CheckOutcome
from rules.reading.checks.verification import CheckFinder, stems
from rules.text.reporting import Act

_NEAR, _FAR = 3, 40
"""Reports before a check in which footage, or whoever it names, is looked for."""
JOINT = re.compile(r"\s*[,;—–]\s*(?:and |but )?")
"""What joins two parts of a sentence."""
OF_FILM = frozenset({Facet.PLACE, Facet.TIME, Facet.AUTHENTICITY})
"""What a recording alone can be checked for."""
_BLAMES = frozenset({Act.ACCUSATION, Act.DENIAL, Act.ADMISSION})


def about(
    check: Check, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
) -> Iterable[int]:
    """The indexes of the reports before the one at `index` that its check is about."""
    return _Targets(check, index, reports, finder, text).found()


def _covers(whole: Extent, part: Extent) -> bool:
    return whole.start <= part.start and part.end <= whole.end


class _Targets:
    """A check among the reports of its article; `reports` before it know already what their checks are about."""

    def __init__(
        self, check: Check, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
    ) -> None:
        self._check, self._index, self._reports, self._finder, self._text = check, index, reports, finder, text
        self._points, self._sentence = finder.points, reports[index].claim.text

    def found(self) -> Iterable[int]:
        """Footage near by for a check of footage, what was told last for one of "its authenticity".

        Whose claims the check names decides, then what is said beside it in one sentence; otherwise it is about what
        was claimed since the last check, by others than the outlet. A question that is open ("not clear whether the
        port will close") is about nothing before it.
        """
        check = self._check
        if around := self._around():
            return around
        verified = check.outcome is CheckOutcome.VERIFIED and check.about_footage
        if verified and self._points.new_footage.match(check.object):
            return self._alike(least=2)  # "has verified a video which shows …" proves nobody's words but those
        if found := self._footage() or self._owned() or self._beside() or self._again():
            return found
        return self._asked() if check.asks else self._back() or self._named()

    def _asked(self) -> Iterable[int]:
        """What somebody who cannot say it was asked: who did what others are accused of, or what shares its words."""
        if self._check.verifier is None:
            return ()
        return self._claimed() if self._check.is_of(Facet.ACTOR) else self._alike(least=1)

    def _named(self) -> Iterable[int]:
        """What it names by "this", as a person's, as footage, or by words of what was claimed."""
        check, before_it = self._check, self._reports[self._index - 1] if self._index else None
        if self._points.last.match(check.object) and before_it and self._shows(before_it.sentence):
            return [self._index - 1]
        if check.is_of(Facet.AUTHENTICITY):
            return self._alike(least=1) or self._told_last()
        if check.about_speaker:
            said = [i for i in before(self._index) if is_said(self._reports[i])]
            return said_last(self._reports, said, self._text)
        if check.about_footage:
            return self._alike(least=1)
        return self._claimed()

    def _told_last(self) -> list[int]:
        told = [i for i in before(self._index) if self._reports[i].act != CHECKS]
        return [i for i in told if self._reports[i].sentence == self._reports[told[-1]].sentence]

    def _claimed(self) -> Iterable[int]:
        """Of what others claimed since the last check, what this one is about."""
        if self._check.is_of(Facet.ACTOR) and (blamed := self._blamed()):
            return {*blamed, *self._alike(least=1)}
        claimed = list(self._since())
        pair = self._points.pair.search(self._sentence)
        return self._both(claimed, bool(pair["sides"])) if pair else self._meant(claimed)

    def _again(self) -> Sequence[int]:
        """What the check just before it is about, for another of footage, or a further one of who goes on checking."""
        last = self._reports[self._index - 1] if self._index else None
        if last is None or last.verification is None:
            return ()
        of_claim = self._check.is_of(Facet.NUMBER) or self._points.claim.search(self._sentence)
        goes_on = self._same_checker(last) and not of_claim
        if goes_on:
            return self._checked_before(self._index - 1) or (self._index - 1,)
        return last.applies_to if self._check.about_footage and last.act == CHECKS else ()

    def _back(self) -> Sequence[int]:
        """What the sentence before it tells, in anybody's voice, to which its words point back: "identify him"."""
        last = self._reports[self._index - 1] if self._index else None
        points = self._points.back.search(self._check.object) and not self._points.claim.search(self._sentence)
        if last is None or not points or "\n" in self._between(last):
            return ()
        told = [i for i in before(self._index) if self._reports[i].sentence == last.sentence]
        return sorted({t for i in told for t in self._checked_before(i) or (i,)})

    def _same_checker(self, last: ReadReport) -> bool:
        checkers = {link.name for report in (last, self._reports[self._index]) for link in report.chain[1:][-1:]}
        return "\n" not in self._between(last) and len(checkers) <= 1

    def _between(self, last: ReadReport) -> str:
        return self._text[last.sentence.end : self._reports[self._index].sentence.start]

    def _footage(self) -> Sequence[int]:
        """What is told near by of the footage that is checked; what the footage itself is said to show first."""
        check = self._check
        if check.outcome is CheckOutcome.NO_ANSWER or not (check.about_footage or self._is_bare()):
            return []
        start = self._reports[self._index].claim.start
        near = [i for i in range(max(0, self._index - _NEAR), min(len(self._reports), self._index + 2))
                if i != self._index and self._reports[i].claim.start < start]
        return self._showing(near) or self._of_footage(near)

    def _showing(self, near: Sequence[int]) -> Sequence[int]:
        """All that the last sentence tells that says what a recording shows; of a check what that is about."""
        reports = self._reports
        shown = [i for i in near if self._points.shows.search(self._text_of(reports[i].sentence))]
        last = [i for i in shown if reports[i].sentence == reports[shown[-1]].sentence]
        return sorted({told for i in last for told in self._checked_before(i) or (i,)})

    def _of_footage(self, near: Sequence[int]) -> Sequence[int]:
        reports = self._reports
        shown = [i for i in near if self._shows(reports[i].sentence)]
        itself = {reports[i].sentence for i in shown if self._shows(reports[i].claim)}
        shown = [i for i in shown if reports[i].sentence not in itself or self._shows(reports[i].claim)]
        return sorted({told for i in shown for told in self._checked_before(i) or (i,)})

    def _checked_before(self, i: int) -> Sequence[int]:
        """What a check is about, since the next check of the footage is about the same."""
        return self._reports[i].applies_to if self._reports[i].act == CHECKS else ()

    def _is_bare(self) -> bool:
        """Whether only "the location" or "the date" was checked, of which nothing else is told."""
        checked = {*self._check.verification.facets, *self._check.verification.failed}
        return bool(checked) and checked <= OF_FILM and self._points.of_film.search(self._sentence) is not None

    def _owned(self) -> list[int]:
        """What they claimed whose report or footage the check names: "Astra's report", "a video posted by the army"."""
        for pattern in self._points.owners:
            for named in pattern.finditer(self._sentence):
                if theirs := self._claims_of(named["name"]):
                    return self._closest(theirs)
        return []

    def _claims_of(self, name: str) -> list[int]:
        """What somebody called so claimed before, under whatever name; for a check of a figure those with one."""
        reports, earlier = self._reports, self._earlier()
        names = {reports[i].chain[-1].name for i in earlier if self._is_of(name, reports[i].chain[1:])}
        theirs = [i for i in earlier if reports[i].chain[-1].name in names]
        figures = [i for i in theirs if self._points.figure.search(reports[i].claim.text)]
        return figures if figures and self._check.is_of(Facet.NUMBER) else theirs

    def _closest(self, theirs: list[int]) -> list[int]:
        """Of what somebody said what shares most words with the check, else what he said last."""
        shared = {i: self._shared(i) for i in theirs}
        most = max(shared.values())
        last = self._reports[theirs[-1]].sentence
        return [i for i in theirs if (shared[i] == most if most else self._reports[i].sentence == last)]

    def _is_of(self, name: str, links: Sequence[Link]) -> bool:
        """Whether one of those who speak is called so: "Astra", "the army", "(JNIM)"."""
        called = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
        named = (f"{k.name} {self._text[k.start:k.end] if k.start is not None else ''}" for k in links)
        return any(map(called.search, named))

    def _earlier(self) -> list[int]:
        """What others than the outlet claimed before, checked or not."""
        return [i for i in range(max(0, self._index - _FAR), self._index)
                if self._reports[i].act != CHECKS and len(self._reports[i].chain) > 1 and not self._is_own(i)]

    def _is_own(self, i: int) -> bool:
        """Whether who tells of the check says that himself, for he checks what others say."""
        this, other = self._reports[self._index].chain, self._reports[i].chain
        return len(this) > 1 and this[-1].name == other[-1].name

    def _alike(self, least: int) -> list[int]:
        """What was told before, by the outlet too, that shares most words with the check, and at least so many."""
        told = [i for i in range(max(0, self._index - _FAR), self._index) if self._reports[i].act != CHECKS]
        shared = {i: self._shared(i) for i in told}
        most = max(shared.values(), default=0)
        return [i for i in told if shared[i] == most >= least]

    def _shared(self, i: int) -> int:
        return len(self._check.topic & stems(self._reports[i].claim.text))

    def _blamed(self) -> list[int]:
        """What those claimed who accuse, deny or admit, for a check of who did it."""
        reports, earlier = self._reports, self._earlier()
        blaming = [reports[i].chain[-1] for i in earlier
                   if reports[i].act in _BLAMES or reports[i].stance is Stance.DENIES]
        theirs = {link.name for link in blaming} | {link.side for link in blaming if link.side}
        return [i for i in earlier if theirs & {reports[i].chain[-1].name, reports[i].chain[-1].side}]

    def _since(self) -> Iterator[int]:
        """What others than the outlet claimed since the last check, the last first."""
        for i in range(self._index - 1, -1, -1):
            report = self._reports[i]
            if report.act == CHECKS and report.verification and i < self._index - 1:
                return
            if report.act != CHECKS and len(report.chain) > 1 and not self._is_own(i):
                yield i

    def _both(self, claimed: Sequence[int], of_sides: bool) -> Iterator[int]:
        """What the last two who spoke said, for "the Lornish or the Velian account" of those on sides if any are."""
        reports = self._reports
        claimed = [i for i in claimed if of_sides and reports[i].chain[-1].side] or claimed
        last = said_last(reports, claimed[::-1], self._text)
        speaker = reports[last[-1]].chain[-1].name if last else ""
        yield from last
        others = [i for i in claimed[::-1] if reports[i].chain[-1].name != speaker]
        yield from said_last(reports, others, self._text)

    def _meant(self, claimed: Sequence[int]) -> Iterable[int]:
        """Those of the claims that the check names by their words, their figure or "this"; all where it names none."""
        reports, object_ = self._reports, self._check.object
        figures = [i for i in claimed if self._points.figure.search(reports[i].claim.text)]
        counted = [i for i in figures if self._points.harmed.search(reports[i].claim.text)]
        if counted and self._points.toll.search(self._sentence):
            return counted
        if self._points.last.match(object_):
            nearest = (figures if self._check.is_of(Facet.NUMBER) else claimed)[:1] or claimed[:1]
            return [i for i in claimed if reports[i].sentence == reports[nearest[0]].sentence] if nearest else []
        if self._points.all.match(object_):
            return claimed
        if self._check.is_of(Facet.NUMBER):
            claimed = figures or claimed
        shared = {i: self._shared(i) for i in claimed}
        most = max(shared.values(), default=0)
        if not most and object_ != self._sentence:
            return said_last(reports, claimed[::-1], self._text)
        return [i for i in claimed if shared[i] == most]

    def _text_of(self, part: Extent) -> str:
        return self._text[part.start : part.end]

    def _shows(self, part: Extent) -> bool:
        return self._finder.shows_footage(self._text[part.start : part.end])

    def _around(self) -> list[int]:
        """What is told in the sentence in which the check is told of in passing."""
        check = self._reports[self._index].sentence
        return [i for i in self._beside_it() if i != self._index and _covers(self._reports[i].sentence, check)
                and not self._is_own(i)]

    def _beside_it(self) -> list[int]:
        index = self._index
        near = (*before(index), index + 1, index + 2)
        return [i for i in near if i < len(self._reports) and self._reports[i].act != CHECKS]

    def _beside(self) -> list[int]:
        """What was said in the other part of the sentence of the check: the part before it, else the one behind it."""
        reports, index = self._reports, self._index
        check = reports[index].sentence
        near = [i for i in self._beside_it() if len(reports[i].chain) > 1 and not self._is_own(i)]
        ahead = [i for i in near if JOINT.fullmatch(self._text, reports[i].sentence.end, check.start)]
        return ahead or [i for i in near if JOINT.fullmatch(self._text, check.end, reports[i].sentence.start)]
