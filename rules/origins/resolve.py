"""A report completed: what the request gives wins, the rest is read from the text."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from rules.errors import CaseError
from rules.hedging import HedgeFinder
from rules.model import Case, Evidence, Hedge, Interest, ReadReport, Report, Stance, Verification
from rules.origins.asides import Asides
from rules.origins.checking import is_check, taking
from rules.origins.parties import as_party
from rules.origins.quoted import Quoted
from rules.origins.standing import SILENT, admits, interest_of, stance_of, withdraws
from rules.origins.tracing import origin_of
from rules.provenance import Identity, Registry
from rules.reading import LanguageGuesser, read_statement
from rules.rulebook import Rulebook


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
    speaker = rulebook.part(Quoted).speaker(case)
    resolved = (_resolve(index, report, case, speaker, rulebook) for index, report in enumerate(reports))
    return tuple([_silenced(report) if report.index in silent else report for report in resolved])


def _silenced(report: ResolvedReport) -> ResolvedReport:
    return msgspec.structs.replace(report, stance=Stance.UNRELATED, grounds=SILENT)


def _resolve(
    index: int, report: Report, case: Case, speaker: frozenset[str], rulebook: Rulebook
) -> ResolvedReport:
    registry = rulebook.part(Registry)
    hedges = rulebook.part(HedgeFinder).find(report.text) if report.text else ()
    reading = None if _is_structured(report) else _read(report.text, case.text, hedges, rulebook)
    unread = rulebook.part(LanguageGuesser).unread(report.text) if reading else None
    publisher = registry.publisher(report.publisher, report.url) if report.publisher or report.url else None
    identity, traced_by = _origin(index, report, reading, publisher, case, rulebook)
    stance, grounds = _stance(report, reading, identity, unread, case, rulebook)
    if speaker and reading and not report.stance:
        quoted = rulebook.part(Quoted)
        if quoted.disputes(report.text):
            stance, grounds = Stance.DENIES, ""
        elif stance is Stance.SUPPORTS and not report.source:
            identity, traced_by = quoted.vouching(identity, reading, publisher, speaker) or (identity, traced_by)
    claimed = reading.claim.text if reading and report.text == case.text else None
    verification = report.verification or (reading.verification if reading else None)
    checks = is_check(report, verification, stance, identity, claimed or case.text, registry)
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
        taking=taking(hedges, checks, claimed or case.text, report.text, rulebook),
        verification=verification,
        checks=checks,
        carrier=publisher.id if publisher else None,
        published_at=report.published_at,
        evidence=_evidence(index, report, reading),
        unread=unread,
        claimed=claimed,
    )


def _origin(
    index: int, report: Report, reading: ReadReport | None, publisher: Identity | None, case: Case, rulebook: Rulebook
) -> tuple[Identity, str]:
    """Who said it, and by what that is known."""
    try:
        identity, traced_by = origin_of(report, reading, publisher, rulebook.part(Registry))
    except CaseError as error:
        raise CaseError(f"reports.{index}.source.{error.field}", error.problem) from error
    return as_party(identity, case, rulebook), traced_by


def _stance(
    report: Report, reading: ReadReport | None, identity: Identity, unread: str | None, case: Case, rulebook: Rulebook
) -> tuple[Stance, str]:
    """The stance and what it was read from; of fiction, and of what cannot be read, which may deny it as well, none."""
    unknown = rulebook.part(Registry).makes_up(identity.class_) or (unread and not report.stance)
    return (Stance.UNRELATED, "") if unknown else stance_of(report, reading, case, rulebook)


def _read(text: str, claim: str, hedges: tuple[Hedge, ...], rulebook: Rulebook) -> ReadReport:
    """A report as it is read, without a source of what it tells beside the claim."""
    reading = read_statement(text, rulebook)
    return reading if text == claim else rulebook.part(Asides).without(claim, text, reading, hedges)


def _is_structured(report: Report) -> bool:
    """Whether the request says enough for the text not to be read."""
    return not report.text.strip() or (report.source is not None and report.stance is not None)


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
