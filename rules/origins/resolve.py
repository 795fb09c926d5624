"""A report completed: what the request gives wins, the rest is read from the text."""

from __future__ import annotations

import msgspec

from rules.hedging import HedgeFinder
from rules.model import Case, Evidence, Hedge, Interest, ReadReport, Report, Stance, Verification
from rules.origins.accounts import Accounts
from rules.origins.asides import Asides
from rules.origins.checking import is_check, taking
from rules.origins.parties import as_party
from rules.origins.quoted import Quoted
from rules.origins.standing import admits, interest_of, stance_of, withdraws
from rules.origins.towards import Stand, Turns
from rules.origins.tracing import origin_of
from rules.provenance import Identity, Registry
from rules.reading import LanguageGuesser, read_statement
from rules.rulebook import Rulebook

_NOTHING = Stand(Stance.UNRELATED)  # of fiction, and of what cannot be read, which may deny the claim as well


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
    publisher: Identity | None
    published_at: str | None
    evidence: tuple[Evidence, ...]
    unread: str | None = None
    claimed: str | None = None

    @property
    def carrier(self) -> str | None:
        """The id of whoever published it."""
        return self.publisher.id if self.publisher else None


def complete(
    index: int, report: Report, case: Case, speaker: frozenset[str], turned: bool, rulebook: Rulebook
) -> tuple[ResolvedReport, Turns | None]:
    """A report on the claim of a case, and what in the case's texts turns its stance, unless it is `turned` already.

    `speaker` has the words of the name of whoever is quoted in the claim. Raises CaseError for an unknown class.
    """
    registry = rulebook.part(Registry)
    hedges = rulebook.part(HedgeFinder).find(report.text) if report.text else ()
    reading = None if is_structured(report) else _read(report.text, case.text, hedges, rulebook)
    unread = rulebook.part(LanguageGuesser).unread(report.text) if reading else None
    publisher = registry.publisher(report.publisher, report.url) if report.publisher or report.url else None
    identity, traced_by = origin_of(report, reading, publisher, registry)
    identity = as_party(identity, case, rulebook)
    told = not registry.makes_up(identity.class_) and (report.stance or not unread)
    stance, grounds, turns, _ = stance_of(report, reading, case, turned, rulebook) if told else _NOTHING
    if reading and told and not report.stance and report.text != case.text:
        stand = Stand(stance, grounds, turns)
        stance, grounds, turns, _ = rulebook.part(Accounts).of(case, report, reading, identity, stand)
    if speaker and reading and not report.stance:
        quoted = rulebook.part(Quoted)
        if quoted.disputes(report.text):
            stance, grounds = Stance.DENIES, ""
        elif stance is Stance.SUPPORTS and not report.source:
            identity, traced_by = quoted.vouching(identity, reading, publisher, speaker) or (identity, traced_by)
    claimed = reading.claim.text if reading and report.text == case.text else None
    verification = report.verification or (reading.verification if reading else None)
    checks = is_check(report, verification, stance, identity, claimed or case.text, registry)
    resolved = ResolvedReport(
        index, registry.in_sentence(identity), traced_by, stance, grounds,  # 16 by name take four times as long
        interest=interest_of(case, report, reading, stance, identity, rulebook), admits=admits(report, reading),
        withdraws=withdraws(reading, stance), hedges=hedges,
        taking=taking(hedges, checks, claimed or case.text, report.text, rulebook), verification=verification,
        checks=checks, publisher=publisher, published_at=report.published_at,
        evidence=_evidence(index, report, reading), unread=unread, claimed=claimed)
    return resolved, turns


def _read(text: str, claim: str, hedges: tuple[Hedge, ...], rulebook: Rulebook) -> ReadReport:
    """A report as it is read, without a source of what it tells beside the claim."""
    reading = read_statement(text, rulebook)
    return reading if text == claim else rulebook.part(Asides).without(claim, text, reading, hedges)


def is_structured(report: Report) -> bool:
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
