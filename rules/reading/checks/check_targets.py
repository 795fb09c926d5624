"""What a verification statement is about: the indexes of the reports whose claims were checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules.model import Extent, Facet, ReadReport
from rules.reading.checks.answered import before, is_said, said_last
from rules.reading.checks.check_words import CHECKS, Check, CheckOutcome
from rules.reading.checks.claim_targets import ClaimTargets
from rules.reading.checks.footage_targets import FootageTargets
from rules.reading.checks.verification import CheckFinder
from rules.reading.checks.vicinity import JOINT, Vicinity


def about(
    check: Check, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
) -> Iterable[int]:
    """The indexes of the reports before the one at `index` that its check is about."""
    return _Targets(Vicinity(check, index, reports, finder, text)).found()


def _covers(whole: Extent, part: Extent) -> bool:
    return whole.start <= part.start and part.end <= whole.end


class _Targets:
    """What the check of a vicinity is about, by the first way that tells."""

    def __init__(self, near: Vicinity) -> None:
        self._near, self._footage, self._claims = near, FootageTargets(near), ClaimTargets(near)

    def found(self) -> Iterable[int]:
        """Footage near by for a check of footage, what was told last for one of "its authenticity".

        Whose claims the check names decides, then what is said beside it in one sentence; otherwise it is about what
        was claimed since the last check, by others than the outlet. A question that is open ("not clear whether the
        port will close") is about nothing before it.
        """
        check = self._near.check
        if around := self._around():
            return around
        if self._near.points.other_footage.match(self._near.sentence):
            return ()  # that another clip is old says nothing of those told of before
        verified = check.outcome is CheckOutcome.VERIFIED and check.about_footage
        if verified and self._near.points.new_footage.match(check.object):
            return self._near.alike(least=2)  # "has verified a video which shows …" proves nobody's words but those
        if found := self._footage.found() or self._claims.owned() or self._beside() or self._again():
            return found
        return self._asked() if check.asks else self._back() or self._named()

    def _asked(self) -> Iterable[int]:
        """What somebody who cannot say it was asked: who did what others are accused of, or what shares its words."""
        if self._near.check.verifier is None:
            return ()
        return self._claims.claimed() if self._near.check.is_of(Facet.ACTOR) else self._near.alike(least=1)

    def _named(self) -> Iterable[int]:
        """What it names by "this", as a person's, as footage, or by words of what was claimed."""
        check, last = self._near.check, self._near.last
        single = last and self._near.points.last.match(check.object)
        if last and single and self._near.shows_footage(self._near.within(last.sentence)):
            return [self._near.index - 1]
        if check.is_of(Facet.AUTHENTICITY):
            return self._near.alike(least=1) or self._told_last()
        if check.about_speaker:
            said = [i for i in before(self._near.index) if is_said(self._near.reports[i])]
            return said_last(self._near.reports, said, self._near.text)
        if check.about_footage:
            return self._near.alike(least=1)
        return self._claims.claimed()

    def _told_last(self) -> list[int]:
        told = [i for i in before(self._near.index) if self._near.reports[i].act != CHECKS]
        return [i for i in told if self._near.reports[i].sentence == self._near.reports[told[-1]].sentence]

    def _again(self) -> Sequence[int]:
        """What the check just before it is about, for another of footage, or a further one of who goes on checking."""
        last = self._near.last
        if last is None or last.verification is None:
            return ()
        if self._same_checker(last) and not (self._near.check.is_of(Facet.NUMBER) or self._near.names_claim()):
            return self._near.checked(self._near.index - 1) or (self._near.index - 1,)
        return last.applies_to if self._near.check.about_footage and last.act == CHECKS else ()

    def _back(self) -> Sequence[int]:
        """What the sentence before it tells, in anybody's voice, to which its words point back: "identify him"."""
        near, last = self._near, self._near.last
        points = near.points.back.search(near.check.object) and not near.names_claim()
        if last is None or not points or near.parted(last):
            return ()
        return near.told([i for i in before(near.index) if near.reports[i].sentence == last.sentence])

    def _same_checker(self, last: ReadReport) -> bool:
        this = self._near.reports[self._near.index]
        checkers = {link.name for report in (last, this) for link in report.chain[1:][-1:]}
        return not self._near.parted(last) and len(checkers) <= 1

    def _around(self) -> list[int]:
        """What is told in the sentence in which the check is told of in passing."""
        reports, index = self._near.reports, self._near.index
        return [i for i in self._near.beside() if i != index and _covers(reports[i].sentence, reports[index].sentence)]

    def _beside(self) -> list[int]:
        """What was said in the other part of the sentence of the check: the part before it, else the one behind it."""
        reports, index = self._near.reports, self._near.index
        check = reports[index].sentence
        near = [i for i in self._near.beside() if len(reports[i].chain) > 1]
        ahead = [i for i in near if JOINT.fullmatch(self._near.text, reports[i].sentence.end, check.start)]
        return ahead or [i for i in near if JOINT.fullmatch(self._near.text, check.end, reports[i].sentence.start)]
