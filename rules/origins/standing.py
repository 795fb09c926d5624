"""How a report stands to the claim, and whom that serves: as the request says, else as its text is read."""

from __future__ import annotations

import re

from rules.matching import (
    NEARLY_ALL,
    Clauses,
    Contradiction,
    Exclusions,
    Figures,
    Matters,
    Occasions,
    SaidNo,
    Strangers,
)
from rules.model import Case, Event, Interest, ReadReport, Report, Stance
from rules.origins.parties import denies_of_itself
from rules.provenance import ADMITTERS, Identity, Registry
from rules.reading import CHECKS, CheckFinder, StanceReader, read_statement
from rules.rulebook import Rulebook
from rules.text.reporting import Act

RETRACTION, NEGATION = "retraction", "negation"
BEFORE = "it is older than the event"
ELSEWHERE = "its text has nothing to do with the claim"
OTHER_MATTER = "it tells of another matter of those whom the claim is about"
ITSELF = "it is the claim itself, and others report on it"
ASKS = "it only asks"
SILENT = "none of its statements was found to tell of the claim"
_NOT_SO = {Stance.SUPPORTS: ", for it tells that this goes on", Stance.UNRELATED: OTHER_MATTER}
_QUESTION = re.compile(r"[^.!:;?]*\?\W*")


def stance_of(report: Report, reading: ReadReport | None, case: Case, rulebook: Rulebook) -> tuple[Stance, str]:
    """As given, else as read; and what it was read from, or why the report does not bear on the claim.

    A claim that is its own report brings nothing up to date, and stands for itself unless a source is said to deny it.
    """
    if _precedes(report.published_at, case.event):
        return Stance.UNRELATED, BEFORE
    if report.stance or reading is None:
        return report.stance or Stance.SUPPORTS, ""
    if report.text == case.text:
        if _is_bare(report, reading) and any(other.text != case.text for other in case.reports):
            return Stance.UNRELATED, ITSELF
        itself = reading.stance is Stance.UPDATES or (reading.cue is None and reading.stance is Stance.DENIES)
        return Stance.SUPPORTS if itself else reading.stance, ""
    if rulebook.part(Strangers).is_stranger(_place_and(case.text, case.event), _told(report)):
        return Stance.UNRELATED, ELSEWHERE
    if reading.cue is None and _only_asks(report.text):
        return Stance.UNRELATED, ASKS
    stance, grounds = _towards(case, report, reading, rulebook)
    figures = rulebook.part(Figures)
    if stance is Stance.SUPPORTS and figures.exclude(case.text, report.text):
        return Stance.UPDATES, ""  # undated as the claim is, nobody knows which figure is the newer one
    if stance is Stance.UPDATES and figures.agree(case.text, report.text):
        return Stance.SUPPORTS, ""  # "has risen to nine" is news only to who has said less
    return stance, grounds


def _only_asks(text: str) -> bool:
    """Whether a text is a question and nothing else."""
    return _QUESTION.fullmatch(text) is not None


def _is_bare(report: Report, reading: ReadReport) -> bool:
    """Whether nobody is known to have said it."""
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
    if reading and reading.interest not in (Interest.UNKNOWN, Interest.NEUTRAL):
        return reading.interest
    found = registry.interest(case.text, stance, identity)  # "denied shelling it" says less than the claim it denies
    return reading.interest if reading and found is Interest.UNKNOWN else found


def admits(report: Report, reading: ReadReport | None) -> bool:
    """Whether it is said, not merely inferred from the wording, that the statement goes against interest."""
    if report.source and report.source.interest:
        return report.source.interest is Interest.AGAINST_INTEREST
    return reading is not None and reading.act == Act.ADMISSION


def withdraws(reading: ReadReport | None, stance: Stance) -> bool:
    """Whether the source is said to take back what it had claimed: "withdrew its charge that"."""
    return reading is not None and reading.act == RETRACTION and stance is Stance.DENIES


def _towards(case: Case, report: Report, reading: ReadReport, rulebook: Rulebook) -> tuple[Stance, str]:
    """The stance towards the claim of a report that has none declared, and what it was read from.

    A report may exclude the claim without a word of denial, and who denies what a claim denies supports it.
    """
    claim, said = case.text, reading.claim.text
    if reading.stance is Stance.DENIES and _both_say_no(claim, said, rulebook):
        return Stance.SUPPORTS, ", for both say no"
    if reading.act == NEGATION or _is_negative(reading, rulebook):
        stance = rulebook.part(SaidNo).stance(claim, said)
        return stance, _NOT_SO.get(stance, "")
    if reading.stance is not Stance.SUPPORTS:
        return Stance.SUPPORTS if _asks_aside(case.text, report.text, reading, rulebook) else reading.stance, ""
    sentence = report.text[reading.sentence.start : reading.sentence.end]
    beside = [other.text for other in case.reports if other.text != report.text]
    if found := rulebook.part(Exclusions).of(claim, said, sentence, beside):
        return found.stance, f", {found.grounds}"
    if occasion := rulebook.part(Occasions).other(claim, case.event, said):
        return Stance.UNRELATED, occasion
    if rulebook.part(Matters).is_another(claim, _without_source(report.text, reading), beside):
        return Stance.UNRELATED, OTHER_MATTER
    return reading.stance, ""


def _asks_aside(claim: str, text: str, reading: ReadReport, rulebook: Rulebook) -> bool:
    """Whether what nobody knows is something else than the claim, which is told before: "… but it is unclear why"."""
    if reading.act != CHECKS or reading.stance is not Stance.CANNOT_VERIFY or reading.cue is None:
        return False
    check = rulebook.part(CheckFinder).find(text[reading.sentence.start : reading.sentence.end])
    told = text[: reading.cue.start]
    return check is not None and check.asks and rulebook.part(Clauses).share(claim, (), told) >= NEARLY_ALL


def _is_negative(reading: ReadReport, rulebook: Rulebook) -> bool:
    """Whether an outlet says in its own voice that something is not so: in an article that denies nothing."""
    if reading.cue or reading.stance is not Stance.SUPPORTS:
        return False
    wording = rulebook.part(StanceReader).of_content(reading.claim.text)
    return wording is not None and wording.act == NEGATION


def _both_say_no(claim: str, said: str, rulebook: Rulebook) -> bool:
    """Whether a claim denies what a report denies ("it is a lie"), or tells of a denial: "the bank denied it"."""
    denial = read_statement(claim, rulebook).stance is Stance.DENIES
    return denial or rulebook.part(Contradiction).is_undone(claim, said)


def _place_and(claim: str, event: Event | None) -> str:
    """A claim with where it happened, which a report may name instead of who did it."""
    return f"{claim} {event.place}" if event and event.place else claim


def _without_source(text: str, reading: ReadReport) -> str:
    """A text without who says so and by what verb."""
    for span in sorted((*reading.chain, *((reading.cue,) if reading.cue else ())), key=lambda span: -(span.start or 0)):
        text = text if span.start is None else f"{text[: span.start]} {text[span.end :]}"
    return text


def _told(report: Report) -> str:
    """The text of a report with its source, who may be whom the claim is about: "We regret it," by the bank itself."""
    return f"{report.text} {report.source.name}" if report.source and report.source.name else report.text


def _precedes(published_at: str | None, event: Event | None) -> bool:
    """A report from before the event cannot bear on it; ISO dates compare as text, as far as both are given."""
    if not published_at or not event or not event.date:
        return False
    return published_at[: len(event.date)] < event.date[: len(published_at)]
