"""A report's stance towards the claim and whom that serves: as the request says, else as its text is read."""

from __future__ import annotations

import re
from functools import partial

from rules.matching import Figures, Strangers
from rules.model import Case, Event, Interest, ReadReport, Report, Stance
from rules.origins.parties import denies_of_itself
from rules.origins.towards import Stand, towards
from rules.provenance import ADMITTERS, Identity, Registry
from rules.rulebook import Rulebook
from rules.text.reporting import Act

RETRACTION = "retraction"
BEFORE = "it is older than the event"
ELSEWHERE = "its text has nothing to do with the claim"
ITSELF = "it is the claim itself, and others report on it"
ASKS = "it only asks"
SILENT = "none of its statements was found to tell of the claim"
_QUESTION = re.compile(r"[^.!:;?]*\?\W*")


def stance_of(
    report: Report, reading: ReadReport | None, claim: Case, turned: bool, rulebook: Rulebook
) -> Stand:
    """The stance given or read, and what it was read from, or why the report does not bear on the claim.

    A claim that is its own report cannot be an update, and supports itself unless its source is said to deny it.
    `turned` is whether other texts of the case turn the stance.
    """
    if _precedes(report.published_at, claim.event):
        return Stand(Stance.UNRELATED, BEFORE)
    if report.stance or reading is None:
        return Stand(report.stance or Stance.SUPPORTS)
    if report.text == claim.text:
        return _of_itself(report, reading, turned)
    if rulebook.part(Strangers).is_stranger(_place_and(claim.text, claim.event), _told(report)):
        return Stand(Stance.UNRELATED, ELSEWHERE)
    if reading.cue is None and _only_asks(report.text):
        return Stand(Stance.UNRELATED, ASKS)
    stand, figures = towards(claim, report, reading, rulebook), rulebook.part(Figures)
    stance, grounds = stand.turned if turned else stand[:2]
    if stance is Stance.SUPPORTS and figures.exclude(claim.text, report.text):
        stance, grounds = Stance.UPDATES, ""  # undated as the claim is, nobody knows which figure is the newer one
    elif stance is Stance.UPDATES and figures.agree(claim.text, report.text):
        stance, grounds = Stance.SUPPORTS, ""  # "has risen to nine" is news only to who has said less
    return Stand(stance, grounds, stand.turns)


def _of_itself(report: Report, reading: ReadReport, turned: bool) -> Stand:
    """The stance of the claim's own text, which is no report of its own where others report on it."""
    if turned:
        return Stand(Stance.UNRELATED, ITSELF)
    itself = reading.stance is Stance.UPDATES or (reading.cue is None and reading.stance is Stance.DENIES)
    stance = Stance.SUPPORTS if itself else reading.stance
    return Stand(stance, turns=partial(_has_others, report.text) if _is_bare(report, reading) else None)


def _has_others(own: str, texts: tuple[str, ...]) -> bool:
    return any(text != own for text in texts)


def _only_asks(text: str) -> bool:
    """Whether a text is a question and nothing else."""
    return _QUESTION.fullmatch(text) is not None


def _is_bare(report: Report, reading: ReadReport) -> bool:
    """Whether no source is known for the report."""
    return not (reading.chain or report.source or report.publisher or report.url or report.via)


def interest_of(
    case: Case, report: Report, reading: ReadReport | None, stance: Stance, identity: Identity, rulebook: Rulebook
) -> Interest:
    """Whether taking this stance on the claim serves the source."""
    if report.source and report.source.interest:
        return report.source.interest
    if denies_of_itself(identity, stance, case, rulebook):
        return Interest.SELF_SERVING
    registry = rulebook.part(Registry)
    if reading and reading.act == Act.ADMISSION and stance is Stance.SUPPORTS and identity.class_ in ADMITTERS:
        return registry.interest(reading.claim.text, stance, identity, reading.act)
    whole = report.text == case.text and stance is Stance.SUPPORTS  # so that what it says is what is claimed
    if reading and reading.interest not in ((Interest.UNKNOWN,) if whole else (Interest.UNKNOWN, Interest.NEUTRAL)):
        return reading.interest
    found = registry.interest(case.text, stance, identity)  # "denied shelling it" says less than the claim it denies
    if reading and found is Interest.NEUTRAL and identity.branch:  # an army of no known side tells of its own troops
        return registry.interest(reading.claim.text, stance, identity, reading.act)
    return reading.interest if reading and found is Interest.UNKNOWN else found


def admits(report: Report, reading: ReadReport | None) -> bool:
    """Whether it is said, not merely inferred from the wording, that the statement goes against interest."""
    if report.source and report.source.interest:
        return report.source.interest is Interest.AGAINST_INTEREST
    return reading is not None and reading.act == Act.ADMISSION


def withdraws(reading: ReadReport | None, stance: Stance) -> bool:
    """Whether the source is said to take back what it had claimed: "withdrew its charge that"."""
    return reading is not None and reading.act == RETRACTION and stance is Stance.DENIES


def _place_and(claim: str, event: Event | None) -> str:
    """A claim with its place, which a report may name instead of whoever acted."""
    return f"{claim} {event.place}" if event and event.place else claim


def _told(report: Report) -> str:
    """The text of a report with its source, which the claim may be about: "We regret it", said by the bank itself."""
    return f"{report.text} {report.source.name}" if report.source and report.source.name else report.text


def _precedes(published_at: str | None, event: Event | None) -> bool:
    """A report from before the event cannot bear on it; ISO dates compare as text, as far as both are given."""
    if not published_at or not event or not event.date:
        return False
    return published_at[: len(event.date)] < event.date[: len(published_at)]
