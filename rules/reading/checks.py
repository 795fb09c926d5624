"""Verification statements among the reports of an article: joined where they are one check, and what each is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rules.model import Extent, Facet, ReadReport, Span, Stance, Verification
from rules.reading.answered import before, is_said, said_last
from rules.reading.check_words import CHECKS, Check, CheckOutcome
from rules.reading.verification import CheckFinder, stems

_NEAR = 3
_JOINT = re.compile(r"\s*[,;—–]\s*(?:and |but )?")
_AGAIN = re.compile(r"(?:(?:However|But|Still|Yet),? )?(?:it|they)\b", re.IGNORECASE)
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
    r"\b(?:tolls?|casualt\w+|(?:number|figures?) (?:of|for) (?:the )?(?:dead|deaths|killed|wounded|injured))\b", re.I
)
_HARMED = re.compile(r"\b(?:kill|dead|died|death|bod(?:y|ies)\b|wound|injur|casualt|lives\b|fatal)", re.I)


def joined(reports: Sequence[ReadReport], text: str, finder: CheckFinder) -> list[ReadReport]:
    """Neighbouring statements of one verifier as one: "could confirm the place. It could not verify the date"."""
    result: list[ReadReport] = []
    for report in reports:
        last = result[-1] if result else None
        if last is not None and _continues(last, report, text):
            result[-1] = _join(last, report, text)
        else:
            result.append(report)
    return [_aimed(report, index, result, finder, text) for index, report in enumerate(result)]


def _continues(last: ReadReport, report: ReadReport, text: str) -> bool:
    one_verifier = last.chain[-1:] and report.chain[-1:] and last.chain[-1].name == report.chain[-1].name
    between = text[last.sentence.end : report.sentence.start]
    still = between.strip() and len(report.chain) < 2 and _JOINT.fullmatch(between)
    again = len(report.chain) < 2 and _AGAIN.match(report.claim.text) is not None
    return bool(
        (still or ((one_verifier or again) and not between.strip()))
        and last.act == report.act == CHECKS and last.verification and report.verification
        and last.stance is Stance.SUPPORTS and report.stance is Stance.CANNOT_VERIFY
    )  # fmt: skip


def _join(last: ReadReport, report: ReadReport, text: str) -> ReadReport:
    held, failed = last.verification or Verification(), report.verification or Verification()
    not_held = tuple(f for f in Facet if f in {*held.failed, *failed.failed})
    start, end = last.claim.start, report.claim.end
    return msgspec.structs.replace(
        last,
        claim=Span(start=start, end=end, text=text[start:end]),
        sentence=Extent(start=last.sentence.start, end=report.sentence.end),
        hedges=(*last.hedges, *report.hedges),
        verification=Verification(
            facets=tuple(f for f in held.facets if f not in not_held), failed=not_held, method=held.method
        ),
    )


def _aimed(
    report: ReadReport, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
) -> ReadReport:
    """The report with the indexes of the reports that its check is about; others as they are."""
    check = finder.find(report.claim.text) if report.act == CHECKS else None
    if check is None:
        return report
    return msgspec.structs.replace(report, applies_to=tuple(sorted(_about(check, index, reports, finder, text))))


def _about(
    check: Check, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str
) -> Iterator[int]:
    """Footage near by for a check of footage, what was told last for one of "its authenticity" or "their accounts".

    A check beside what somebody says in one sentence is about that; otherwise it is about what was claimed since the
    last check, by others than the outlet. A question that is open ("not clear whether the port will close") is about
    nothing before it.
    """
    if footage := _footage(check, index, reports, finder, text):
        yield from footage
    elif check.outcome is CheckOutcome.VERIFIED and check.about_footage and _NEW_FOOTAGE.match(check.object):
        return  # "has verified a video which shows …" is about none told of before
    elif (beside := _beside(index, reports, text)) or check.asks:
        yield from beside
    elif _SINGLE.match(check.object) and index and _shows(reports[index - 1].sentence, finder, text):
        yield index - 1
    elif check.is_of(Facet.AUTHENTICITY):
        told = [i for i in before(index) if reports[i].act != CHECKS]
        yield from (i for i in told if reports[i].sentence == reports[told[-1]].sentence)
    elif check.about_speaker:
        yield from said_last(reports, [i for i in before(index) if is_said(reports[i])], text)
    else:
        claimed = list(_since(index, reports))
        pair = _PAIR.search(reports[index].claim.text)
        yield from _both(claimed, reports, text) if pair else _meant(check, claimed, reports)


def _footage(check: Check, index: int, reports: Sequence[ReadReport], finder: CheckFinder, text: str) -> list[int]:
    """What is told near by of the footage that a check is about; what the footage itself is said to show first."""
    if not check.about_footage or check.outcome is CheckOutcome.NO_ANSWER:
        return []
    start = reports[index].claim.start
    near = [i for i in range(max(0, index - _NEAR), min(len(reports), index + 1)) if i != index]
    shown = [i for i in near if _shows(reports[i].sentence, finder, text) and reports[i].claim.start < start]
    itself = {reports[i].sentence for i in shown if _shows(reports[i].claim, finder, text)}
    return [i for i in shown if reports[i].sentence not in itself or _shows(reports[i].claim, finder, text)]


def _since(index: int, reports: Sequence[ReadReport]) -> Iterator[int]:
    """What others than the outlet claimed since the last check, the last first."""
    for i in range(index - 1, -1, -1):
        if reports[i].act == CHECKS and reports[i].verification and i < index - 1:
            return
        if reports[i].act != CHECKS and len(reports[i].chain) > 1:
            yield i


def _both(claimed: Sequence[int], reports: Sequence[ReadReport], text: str) -> Iterator[int]:
    """What the last two who spoke said, of those who are on sides if any are: "neither claim could be verified"."""
    claimed = [i for i in claimed if reports[i].chain[-1].side] or claimed
    last = said_last(reports, claimed[::-1], text)
    speaker = reports[last[-1]].chain[-1].name if last else ""
    yield from last
    yield from said_last(reports, [i for i in claimed[::-1] if reports[i].chain[-1].name != speaker], text)


def _meant(check: Check, claimed: Sequence[int], reports: Sequence[ReadReport]) -> Iterable[int]:
    """Those of the claims that a check names by their words, their figure or "this"; all where it names none."""
    counted = [i for i in claimed if "number" in reports[i].facets and _HARMED.search(reports[i].claim.text)]
    if counted and _TOLL.search(check.object):
        return counted
    if _SINGLE.match(check.object):
        figures = [i for i in claimed if "number" in reports[i].facets] if check.is_of(Facet.NUMBER) else claimed
        nearest = figures[:1] or claimed[:1]
        return [i for i in claimed if reports[i].sentence == reports[nearest[0]].sentence] if nearest else []
    if _PLURAL.match(check.object):
        return claimed
    shared = {i: len(check.topic & stems(reports[i].claim.text)) for i in claimed}
    most = max(shared.values(), default=0)
    return [i for i in claimed if shared[i] == most]


def _shows(part: Extent, finder: CheckFinder, text: str) -> bool:
    return finder.shows_footage(text[part.start : part.end])


def _beside(index: int, reports: Sequence[ReadReport], text: str) -> list[int]:
    """What was said in the other part of the sentence of a check: the part before it, else the one behind it."""
    check = reports[index].sentence
    near = [i for i in (*before(index), index + 1, index + 2) if i < len(reports) and len(reports[i].chain) > 1]
    ahead = [i for i in near if _JOINT.fullmatch(text, reports[i].sentence.end, check.start)]
    return ahead or [i for i in near if _JOINT.fullmatch(text, check.end, reports[i].sentence.start)]
