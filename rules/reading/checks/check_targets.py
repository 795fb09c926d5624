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
_PAIR = re.compile(
    r"\b(?:either|neither|both|\w+ (?:or|nor|and) (?:the )?\w+) (?:of (?:the|these|those) )?"
    r"(?:claim|account|version|statement|report|figure)s?\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\W*(?:(?:any|all|most) of )?(?:the|these|those|their|his|her|its|\w+['’]s?) (?:\w+ )?"
    r"(?:claims|accounts|reports|statements|allegations|versions)\b(?! (?:that|of|about|on|by|from)\b)",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"\W*(?:this|that|it|its (?:contents?|findings)|(?:this|that|the) (?:\w+ )?(?:claim|account|report|statement"
    r"|allegation|conclusion|finding|number|figure|toll))\b"
    r"(?! (?:claim|account|report|statement|allegation|conclusion|finding|number|that|of)\w*\b)",
    re.IGNORECASE,
)

_NEW_FOOTAGE = re.compile(
    r"\W*(?:(?:an?|two|three|four|several|some) )?(?:\w+ )?(?:videos?|footage|clips?|images?|photos?)\b", re.I
)
_TOLL = re.compile(
    r"\b(?:tolls?|casualt\w+|(?:number|figures?) (?:of|for) (?:the )?(?:dead|deaths|killed|wounded|injured)"
    r"|how many (?:\w+ ){0,2}(?:died|killed|dead|hurt|injured))\b", re.I
)
_HARMED = re.compile(
    r"\b(?:kill|dead|died|death|bod(?:y|ies)\b|wound|injur|casualt|lives\b|fatal|loss|neutrali[sz]|hurt)", re.I
)
OF_FILM = frozenset({Facet.PLACE, Facet.TIME, Facet.AUTHENTICITY})
"""What a recording alone can be checked for."""
_BARE = re.compile(
    r"\b(?:locations?|places?|dates?|times?|authenticity)\b(?! of (?!(?:the|this|that|these|its) (?:\w+ )?"
    r"(?:video|footage|clip|film|photo|image|picture|recording)))", re.I
)
"""What is looked for in footage alone, where no other thing is named: "confirmed the location by its tower"."""
_NOUN = (
    r"(?:claim|report|account|statement|figure|version|assertion|allegation|announcement|toll|tally|estimate|video"
    r"|clip|photo|photograph|image|picture|post)s?|footage"
)
_NAME = r"(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*)*|[a-z][\w-]+)"
_POSSESSED = re.compile(rf"\b{_NAME}(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,2}}?(?:{_NOUN})\b")
_MADE_BY = re.compile(
    rf"\b(?:{_NOUN})\b (?:(?:made|given|released|published|posted|shared|issued|put out|distributed|carried) )?"
    rf"(?:by|from) (?:the )?{_NAME}"
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|scores)\b", re.I
)
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

    def found(self) -> Iterable[int]:
        """Footage near by for a check of footage, what was told last for one of "its authenticity".

        Whose claims the check names decides, then what is said beside it in one sentence; otherwise it is about what
        was claimed since the last check, by others than the outlet. A question that is open ("not clear whether the
        port will close") is about nothing before it.
        """
        check, before_it = self._check, self._reports[self._index - 1] if self._index else None
        if found := self._around() or self._footage() or self._owned():
            return found
        if check.outcome is CheckOutcome.VERIFIED and check.about_footage and _NEW_FOOTAGE.match(check.object):
            return self._alike(least=2)  # "has verified a video which shows …" proves nobody's words but those
        if beside := self._beside():
            return beside
        again = before_it.applies_to if check.about_footage and before_it and before_it.act == CHECKS else ()
        if again or check.asks:
            return again
        if _SINGLE.match(check.object) and before_it and self._shows(before_it.sentence):
            return [self._index - 1]
        if check.is_of(Facet.AUTHENTICITY):
            told = [i for i in before(self._index) if self._reports[i].act != CHECKS]
            return [i for i in told if self._reports[i].sentence == self._reports[told[-1]].sentence]
        if check.about_speaker:
            said = [i for i in before(self._index) if is_said(self._reports[i])]
            return said_last(self._reports, said, self._text)
        if check.about_footage:
            return self._alike(least=1)
        return self._claimed()

    def _claimed(self) -> Iterable[int]:
        """Of what others claimed since the last check, what this one is about."""
        if self._check.is_of(Facet.ACTOR) and (blamed := self._blamed()):
            return blamed
        claimed = list(self._since())
        pair = _PAIR.search(self._reports[self._index].claim.text)
        return self._both(claimed) if pair else self._meant(claimed)

    def _footage(self) -> list[int]:
        """What is told near by of the footage that is checked; what the footage itself is said to show first."""
        check, reports = self._check, self._reports
        if check.outcome is CheckOutcome.NO_ANSWER or not (check.about_footage or self._is_bare()):
            return []
        start = reports[self._index].claim.start
        near = [i for i in range(max(0, self._index - _NEAR), min(len(reports), self._index + 1)) if i != self._index]
        shown = [i for i in near if self._shows(reports[i].sentence) and reports[i].claim.start < start]
        itself = {reports[i].sentence for i in shown if self._shows(reports[i].claim)}
        shown = [i for i in shown if reports[i].sentence not in itself or self._shows(reports[i].claim)]
        return sorted({told for i in shown for told in self._checked_before(i) or (i,)})

    def _checked_before(self, i: int) -> Sequence[int]:
        """What a check is about, since the next check of the footage is about the same."""
        return self._reports[i].applies_to if self._reports[i].act == CHECKS else ()

    def _is_bare(self) -> bool:
        """Whether only "the location" or "the date" was checked, of which nothing else is told."""
        checked = {*self._check.verification.facets, *self._check.verification.failed}
        return bool(checked) and checked <= OF_FILM and _BARE.search(self._reports[self._index].claim.text) is not None

    def _owned(self) -> list[int]:
        """What they claimed whose report or footage the check names: "Astra's report", "a video posted by the army"."""
        sentence = self._reports[self._index].claim.text
        for pattern in (_POSSESSED, _MADE_BY):
            for named in pattern.finditer(sentence):
                theirs = [i for i in self._earlier() if self._is_of(named["name"], self._reports[i].chain[1:])]
                if theirs:
                    return self._closest(theirs)
        return []

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
                if self._reports[i].act != CHECKS and len(self._reports[i].chain) > 1]

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
            if report.act != CHECKS and len(report.chain) > 1:
                yield i

    def _both(self, claimed: Sequence[int]) -> Iterator[int]:
        """What the last two who spoke said, of those on sides if any are: "neither claim could be verified"."""
        reports = self._reports
        claimed = [i for i in claimed if reports[i].chain[-1].side] or claimed
        last = said_last(reports, claimed[::-1], self._text)
        speaker = reports[last[-1]].chain[-1].name if last else ""
        yield from last
        others = [i for i in claimed[::-1] if reports[i].chain[-1].name != speaker]
        yield from said_last(reports, others, self._text)

    def _meant(self, claimed: Sequence[int]) -> Iterable[int]:
        """Those of the claims that the check names by their words, their figure or "this"; all where it names none."""
        reports, object_ = self._reports, self._check.object
        figures = [i for i in claimed if _FIGURE.search(reports[i].claim.text)]
        counted = [i for i in figures if _HARMED.search(reports[i].claim.text)]
        if counted and _TOLL.search(reports[self._index].claim.text):
            return counted
        if _SINGLE.match(object_):
            nearest = (figures if self._check.is_of(Facet.NUMBER) else claimed)[:1] or claimed[:1]
            return [i for i in claimed if reports[i].sentence == reports[nearest[0]].sentence] if nearest else []
        if _PLURAL.match(object_):
            return claimed
        if self._check.is_of(Facet.NUMBER):
            claimed = figures or claimed
        shared = {i: self._shared(i) for i in claimed}
        most = max(shared.values(), default=0)
        return [i for i in claimed if shared[i] == most]

    def _shows(self, part: Extent) -> bool:
        return self._finder.shows_footage(self._text[part.start : part.end])

    def _around(self) -> list[int]:
        """What is told in the sentence in which the check is told of in passing."""
        check = self._reports[self._index].sentence
        return [i for i in self._beside_it() if i != self._index and _covers(self._reports[i].sentence, check)]

    def _beside_it(self) -> list[int]:
        index = self._index
        near = (*before(index), index + 1, index + 2)
        return [i for i in near if i < len(self._reports) and self._reports[i].act != CHECKS]

    def _beside(self) -> list[int]:
        """What was said in the other part of the sentence of the check: the part before it, else the one behind it."""
        reports, index = self._reports, self._index
        check = reports[index].sentence
        near = [i for i in self._beside_it() if len(reports[i].chain) > 1]
        ahead = [i for i in near if JOINT.fullmatch(self._text, reports[i].sentence.end, check.start)]
        return ahead or [i for i in near if JOINT.fullmatch(self._text, check.end, reports[i].sentence.start)]
