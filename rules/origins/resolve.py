"""A report with everything known that can be known: what the request gives first, then what its text says.

The innermost named source is the origin; an outlet is the origin only of what it says in its own voice.
"""

from __future__ import annotations

import msgspec

from rules.errors import CaseError
from rules.hedging import HedgeFinder, check_categories
from rules.matching import Contradiction
from rules.model import (
    Case,
    Event,
    Evidence,
    Hedge,
    Interest,
    Link,
    ReadReport,
    Report,
    Stance,
    TracedBy,
    Verification,
)
from rules.provenance import Identity, Registry
from rules.reading import read_statement
from rules.rulebook import Rulebook

VERIFICATION = "independent_verification"
ADMITTERS = frozenset({"party", "official"})


class ResolvedReport(msgspec.Struct, frozen=True):
    """One report with identity, stance, interest, hedges and verification filled in.

    `taking` are the hedges that take something away: what a check could not establish takes nothing from what it did.
    `grounds` says what a stance was read from where neither the request nor the report's own verb gives it.
    """

    index: int
    identity: Identity
    traced_by: str
    stance: Stance
    grounds: str
    interest: Interest
    admits: bool
    hedges: tuple[Hedge, ...]
    taking: tuple[Hedge, ...]
    verification: Verification | None
    checks: bool
    carrier: str | None
    published_at: str | None
    evidence: tuple[Evidence, ...]


def resolve(case: Case, rulebook: Rulebook) -> tuple[ResolvedReport, ...]:
    """All reports of a case; a case without reports is read as the one report that its own text is."""
    reports = case.reports or (Report(text=case.text),)
    return tuple([_resolve(index, report, case, rulebook) for index, report in enumerate(reports)])


def _resolve(index: int, report: Report, case: Case, rulebook: Rulebook) -> ResolvedReport:
    registry = rulebook.part(Registry)
    reading = None if _is_structured(report) else read_statement(report.text, rulebook)
    publisher = registry.publisher(report.publisher, report.url) if report.publisher or report.url else None
    try:
        identity, traced_by = _origin(report, reading, publisher, registry)
    except CaseError as error:
        raise CaseError(f"reports.{index}.source.{error.field}", error.problem) from error
    stance, grounds = _stance(report, reading, case, rulebook)
    verification = report.verification or (reading.verification if reading else None)
    checks = _checks(report, verification, identity, registry)
    hedges = rulebook.part(HedgeFinder).find(report.text) if report.text else ()
    return ResolvedReport(
        index=index,
        identity=identity,
        traced_by=traced_by,
        stance=stance,
        grounds=grounds,
        interest=_interest(case.text, report, reading, stance, identity, registry),
        admits=_admits(report, reading),
        hedges=hedges,
        taking=_left_by_checks(hedges, rulebook) if checks else hedges,
        verification=verification,
        checks=checks,
        carrier=publisher.id if publisher else None,
        published_at=report.published_at,
        evidence=_evidence(index, report, reading),
    )


def _is_structured(report: Report) -> bool:
    """Whether the request says enough for the text not to be read."""
    return not report.text.strip() or (report.source is not None and report.stance is not None)


def _origin(
    report: Report, reading: ReadReport | None, publisher: Identity | None, registry: Registry
) -> tuple[Identity, str]:
    source = report.source
    if source and (source.name or source.class_):
        identity = registry.identify(source.name, class_=source.class_, side=source.side)
        own = publisher is not None and (identity.id == publisher.id or source.name == report.publisher)
        return identity, TracedBy.OWN_VOICE if own else source.traced_by or identity.basis
    side = source.side if source else None
    if publisher and reading and _is_outlets_denial(report, reading):
        return publisher, TracedBy.OWN_VOICE
    if reading and reading.chain:
        return _linked(reading.chain[-1], side, registry), reading.traced_by
    if report.via:
        return registry.identify(report.via[-1], side=side), TracedBy.CARRIER
    if publisher:
        return publisher, TracedBy.OWN_VOICE
    return registry.identify(None, side=side), TracedBy.NOBODY


def _linked(link: Link, side: str | None, registry: Registry) -> Identity:
    """Who a link of a chain is; what the reading knows of its class and side beyond the name is kept."""
    known = registry.identify(link.name)
    if (link.class_, side or link.side) == (known.class_, known.side):
        return known
    return registry.identify(link.name, class_=link.class_, side=side or link.side)


def _is_outlets_denial(report: Report, reading: ReadReport) -> bool:
    """Whether the outlet denies what others say ("Rumours of X are untrue"): hearsay itself denies nothing."""
    if (report.stance or reading.stance) is not Stance.DENIES:
        return False
    hearsay = bool(reading.chain) and reading.chain[-1].class_ == "unattributed"
    return reading.stance is not Stance.DENIES or hearsay


def _stance(report: Report, reading: ReadReport | None, case: Case, rulebook: Rulebook) -> tuple[Stance, str]:
    """As given, else as read; and what it was read from.

    A claim that is its own report brings nothing up to date, and stands for itself unless a source is said to deny it.
    """
    if _precedes(report.published_at, case.event):
        return Stance.UNRELATED, ""
    if report.stance or reading is None:
        return report.stance or Stance.SUPPORTS, ""
    if report.text == case.text:
        itself = reading.stance is Stance.UPDATES or (reading.cue is None and reading.stance is Stance.DENIES)
        return Stance.SUPPORTS if itself else reading.stance, ""
    return _towards(case.text, reading, rulebook.part(Contradiction))


def _towards(claim: str, reading: ReadReport, contradiction: Contradiction) -> tuple[Stance, str]:
    """The stance towards the claim of a report that has none declared, and what it was read from.

    A report may exclude the claim without a word of denial, and who denies what a claim denies supports it.
    """
    if reading.stance is Stance.DENIES and contradiction.is_undone(claim, reading.claim.text):
        return Stance.SUPPORTS, ", for both say no"
    grounds = contradiction.grounds(claim, reading.claim.text) if reading.stance is Stance.SUPPORTS else None
    return (Stance.DENIES, f", {grounds}") if grounds else (reading.stance, "")


def _interest(
    claim: str, report: Report, reading: ReadReport | None, stance: Stance, identity: Identity, registry: Registry
) -> Interest:
    if report.source and report.source.interest:
        return report.source.interest
    if reading and reading.act == "admission" and stance is Stance.SUPPORTS and identity.class_ in ADMITTERS:
        return Interest.AGAINST_INTEREST
    if reading and reading.interest is not Interest.UNKNOWN:
        return reading.interest
    return registry.interest(claim, stance, identity)


def _admits(report: Report, reading: ReadReport | None) -> bool:
    """Whether it is said, not merely inferred from the wording, that the statement goes against interest."""
    if report.source and report.source.interest:
        return report.source.interest is Interest.AGAINST_INTEREST
    return reading is not None and reading.act == "admission"


def _checks(report: Report, verification: Verification | None, identity: Identity, registry: Registry) -> bool:
    """Whether a report tells of an independent check rather than makes a statement.

    A side cannot check itself independently, nor can a source that nobody knows; and what a fact-checking outlet
    says in passing is no check.
    """
    if identity.side or not registry.can_check(identity.class_):
        return False
    declared = report.source is not None and report.source.class_ == VERIFICATION
    return declared or bool(verification and (verification.facets or verification.failed or verification.method))


def _left_by_checks(hedges: tuple[Hedge, ...], rulebook: Rulebook) -> tuple[Hedge, ...]:
    of_checks = rulebook.part(check_categories)
    return tuple([hedge for hedge in hedges if hedge.category not in of_checks])


def _precedes(published_at: str | None, event: Event | None) -> bool:
    """A report from before the event cannot bear on it; ISO dates compare as text, as far as both are given."""
    if not published_at or not event or not event.date:
        return False
    return published_at[: len(event.date)] < event.date[: len(published_at)]


def _evidence(index: int, report: Report, reading: ReadReport | None) -> tuple[Evidence, ...]:
    """The spans that name the source and the cue."""
    spans: list[tuple[int, int]] = []
    if reading:
        spans += [(link.start, link.end) for link in reading.chain if link.start is not None and link.end is not None]
        spans += [(reading.cue.start, reading.cue.end)] if reading.cue else []
    elif report.source and report.source.name:
        start = report.text.find(report.source.name)
        spans += [(start, start + len(report.source.name))] if start >= 0 else []
    if not spans:
        return ()
    return tuple([Evidence(report=index, start=s, end=e, text=report.text[s:e]) for s, e in sorted(set(spans))])
