"""A report completed: what the request gives wins, the rest is read from the text."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from rules.errors import CaseError
from rules.hedging import HedgeFinder, check_categories
from rules.model import Case, Evidence, Hedge, Interest, ReadReport, Report, Stance, Verification
from rules.origins.asides import Asides
from rules.origins.parties import as_party
from rules.origins.standing import SILENT, admits, interest_of, stance_of, withdraws
from rules.origins.tracing import origin_of
from rules.provenance import Identity, Registry
from rules.reading import LanguageGuesser, read_statement
from rules.rulebook import Rulebook

VERIFICATION = "independent_verification"


class ResolvedReport(msgspec.Struct, frozen=True):
    """One report with identity, stance, interest, hedges and verification filled in.

    `taking` are the hedges that take something away: what a check could not establish takes nothing from what it did.
    `claimed` is what the claim says without who says it, where the claim is its own report.
    `withdraws`: the source is said to take back what it had claimed.
    `unread` names the language of a text that had to be read and that no data cover.
    `grounds` says what a stance was read from where neither the request nor the report's own verb gives it, or why the
    report does not bear on the claim.
    """

    index: int
    identity: Identity
    traced_by: str
    stance: Stance
    grounds: str
    interest: Interest
    admits: bool
    withdraws: bool
    hedges: tuple[Hedge, ...]
    taking: tuple[Hedge, ...]
    verification: Verification | None
    checks: bool
    carrier: str | None
    published_at: str | None
    evidence: tuple[Evidence, ...]
    unread: str | None = None
    claimed: str | None = None


def resolve(case: Case, rulebook: Rulebook, silent: Container[int] = ()) -> tuple[ResolvedReport, ...]:
    """All reports of a case; a case without reports is read as the one report that its own text is.

    `silent` are the indices of reports that are known to tell nothing of the claim.
    """
    reports = case.reports or (Report(text=case.text),)
    resolved = (_resolve(index, report, case, rulebook) for index, report in enumerate(reports))
    return tuple([_silenced(report) if report.index in silent else report for report in resolved])


def _silenced(report: ResolvedReport) -> ResolvedReport:
    return msgspec.structs.replace(report, stance=Stance.UNRELATED, grounds=SILENT)


def _resolve(index: int, report: Report, case: Case, rulebook: Rulebook) -> ResolvedReport:
    registry = rulebook.part(Registry)
    hedges = rulebook.part(HedgeFinder).find(report.text) if report.text else ()
    reading = None if _is_structured(report) else _read(report.text, case.text, hedges, rulebook)
    publisher = registry.publisher(report.publisher, report.url) if report.publisher or report.url else None
    try:
        identity, traced_by = origin_of(report, reading, publisher, registry)
    except CaseError as error:
        raise CaseError(f"reports.{index}.source.{error.field}", error.problem) from error
    identity = as_party(identity, case, rulebook)
    unread = rulebook.part(LanguageGuesser).unread(report.text) if reading else None
    unknown = registry.makes_up(identity.class_) or (unread and not report.stance)  # it may be a denial as well as not
    stance, grounds = (Stance.UNRELATED, "") if unknown else stance_of(report, reading, case, rulebook)
    verification = report.verification or (reading.verification if reading else None)
    claimed = reading.claim.text if reading and report.text == case.text else None
    refutes = _refutes(stance, identity, claimed or case.text, registry)
    checks = refutes or _checks(report, verification, identity, registry) or _vouches(verification, stance, identity)
    return ResolvedReport(
        index=index,
        identity=registry.in_sentence(identity),
        traced_by=traced_by,
        stance=stance,
        grounds=grounds,
        interest=interest_of(case, report, reading, stance, identity, rulebook),
        admits=admits(report, reading),
        withdraws=withdraws(reading, stance),
        hedges=hedges,
        taking=_taking(hedges, checks, claimed or case.text, report.text, rulebook),
        verification=verification,
        checks=checks,
        carrier=publisher.id if publisher else None,
        published_at=report.published_at,
        evidence=_evidence(index, report, reading),
        unread=unread,
        claimed=claimed,
    )


def _read(text: str, claim: str, hedges: tuple[Hedge, ...], rulebook: Rulebook) -> ReadReport:
    """A report as it is read, without a source of what it tells beside the claim."""
    reading = read_statement(text, rulebook)
    return reading if text == claim else rulebook.part(Asides).without(claim, text, reading, hedges)


def _is_structured(report: Report) -> bool:
    """Whether the request says enough for the text not to be read."""
    return not report.text.strip() or (report.source is not None and report.stance is not None)


def _checks(report: Report, verification: Verification | None, identity: Identity, registry: Registry) -> bool:
    """Whether a report tells of an independent check rather than makes a statement.

    A side cannot check itself independently, nor can a source that nobody knows; and what a fact-checking outlet
    says in passing is no check.
    """
    if identity.side or not registry.can_check(identity.class_):
        return False
    declared = report.source is not None and report.source.class_ == VERIFICATION
    return declared or bool(verification and (verification.facets or verification.failed or verification.method))


def _refutes(stance: Stance, identity: Identity, claim: str, registry: Registry) -> bool:
    """Whether a fact-checker denies what the claim says of others, which is a published check."""
    checker = identity.class_ == VERIFICATION and not identity.side
    return checker and stance is Stance.DENIES and not registry.names(claim, identity)


def _vouches(verification: Verification | None, stance: Stance, identity: Identity) -> bool:
    """Whether a check without facets is told of, which supports the claim as a whole."""
    checker = identity.class_ == VERIFICATION and not identity.side
    return checker and verification is not None and stance is Stance.SUPPORTS


def _taking(
    hedges: tuple[Hedge, ...], checks: bool, claim: str, text: str, rulebook: Rulebook
) -> tuple[Hedge, ...]:
    """The hedges that weaken a report: those about the claim, without those that a check left open."""
    if not hedges:
        return ()
    left = _left_by_checks(hedges, rulebook) if checks else hedges
    return left if text == claim else rulebook.part(Asides).bearing(claim, text, left)


def _left_by_checks(hedges: tuple[Hedge, ...], rulebook: Rulebook) -> tuple[Hedge, ...]:
    of_checks = rulebook.part(check_categories)
    return tuple([hedge for hedge in hedges if hedge.category not in of_checks])


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
