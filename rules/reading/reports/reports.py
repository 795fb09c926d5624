"""Turns statements into reports: who, how, how surely, checked or not, which facets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Extent, Interest, ReadReport, Span, Stance
from rules.provenance import Registry
from rules.provenance.classes import EXPERT, INDEPENDENT_VERIFICATION, MEDIA
from rules.reading.checks.check_words import CHECKS, Check, CheckOutcome
from rules.reading.checks.verification import CheckFinder
from rules.reading.clauses.statements import Statement
from rules.reading.reports.bearing import hedges_of
from rules.reading.reports.links import Links
from rules.reading.reports.page import Page
from rules.reading.reports.refuted import Refuted, Replies
from rules.reading.reports.stance import StanceReader
from rules.rulebook import Rulebook
from rules.text.reporting import Act

_MUTUAL = re.compile(r"\W*(?:each other|one another|the other)\b", re.IGNORECASE)
_THEIRS = re.compile(r"\W*(?:they|their|to)\b", re.IGNORECASE)
_ITSELF = re.compile(r"\W*(?:that )?(?:it|they|he|she|we|i|(?:[\w’'-]+ ){0,4}?[\w’'-]+)\W+", re.I)
_BODY = re.compile(r"\W*(?:that )?(?:we|it|they)\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat (?!(?:claim|report|figure|number|account|statement|allegation)s?\b)\w", re.IGNORECASE)
_TOLD = (CheckOutcome.FAILED, CheckOutcome.VERIFIED, CheckOutcome.REFUTED)
_OUTLETS = (MEDIA, INDEPENDENT_VERIFICATION, EXPERT)
_STANCES = {
    CheckOutcome.REFUTED: Stance.DENIES,
    CheckOutcome.VERIFIED: Stance.SUPPORTS,
    CheckOutcome.FAILED: Stance.CANNOT_VERIFY,
}


class ReportBuilder:
    """Makes the report of one statement."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)
        self._checks = rulebook.part(CheckFinder)
        self._stances = rulebook.part(StanceReader)
        self._links, self._refuted = rulebook.part(Links), rulebook.part(Refuted)
        self._replies = rulebook.part(Replies)

    def build(self, statement: Statement, page: Page) -> Iterator[ReadReport]:
        """A report for each origin of the statement; of a sentence that tells of a check, the check."""
        sentence = statement.sentence
        apart = statement.sources or statement.beside
        check = None if apart else self._checks.find(page.text[sentence.start : sentence.end])
        if check:
            yield self._checked(statement, check, page)
            return
        if (told := self._told(statement)) and (report := self._said_check(statement, told, page)):
            yield report
            return
        for origin in self._origins(statement, page):
            sources = (*statement.sources[:-1], origin) if origin else ()
            yield self._report(msgspec.structs.replace(statement, sources=sources), page)

    def _told(self, statement: Statement) -> Check | None:
        """The check of which a source tells that it, or whom it speaks for, made it: "said it could not confirm it"."""
        claim = statement.claim.text
        check = self._checks.find(claim) if statement.sources else None
        if check is None or check.outcome not in _TOLD:
            return None
        failed = check.outcome is CheckOutcome.FAILED
        if (check.asks and not (failed and _BODY.match(claim))) or (not failed and _THAT.search(check.object)):
            return None
        return check if _ITSELF.fullmatch(claim[: check.cue.start]) else None

    def _said_check(self, statement: Statement, check: Check, page: Page) -> ReadReport | None:
        """The report of a check by who tells of it, or by the body that this one names as the checker.

        That footage is another than said is the finding of an outlet, of others but their word.
        """
        report, start = self._report(statement, page), statement.claim.start
        other = check.verifier and check.verifier.text[0].isupper() and not _BODY.match(check.verifier.text)
        named = _moved(check.verifier, start) if other and check.verifier else None
        chain = self._links.adding(report.chain, named, page) if named else report.chain
        claim = _moved(check.found, start) if check.found else report.claim
        if check.outcome is CheckOutcome.REFUTED and chain[-1:] and chain[-1].class_ not in _OUTLETS:
            return None
        return msgspec.structs.replace(
            report, claim=claim, chain=self._links.checked(chain) or chain, stance=_STANCES[check.outcome],
            act=report.act if check.found else CHECKS, verification=check.verification,
        )

    def _origins(self, statement: Statement, page: Page) -> Sequence[Span | None]:
        """The innermost sources, one report for each; sides that accuse each other in one statement stay one source."""
        if not statement.sources:
            return [None]
        source, claim = statement.sources[-1], statement.claim.text
        apart = _MUTUAL.match(claim) or (_THEIRS.match(claim) and page.voices.are_opposed(source, claim))
        return [source] if apart else page.voices.parted(source)

    def _report(self, statement: Statement, page: Page) -> ReadReport:
        claim, sentence = statement.claim, statement.sentence
        links, last, traced_by = self._links.of(statement, page)
        stance, act = self._stances.of(statement, page.text)
        asked = self._replies.denied(claim, page.text[sentence.start : sentence.end], sentence.start)
        if asked and statement.sources:
            claim, stance, act = asked, Stance.DENIES, str(Act.DENIAL)
        elif stance in (Stance.DENIES, Stance.SUPPORTS) and (refuted := self._refuted.said(claim)) is not claim:
            claim, act = refuted, act if stance is Stance.DENIES else str(Act.DENIAL)
            stance = Stance.DENIES
        check = self._own_check(statement, page.text) if stance is Stance.SUPPORTS else None
        checked = self._links.checked(links) if check else None
        interest = Interest.UNKNOWN
        if last is not None:
            interest = self._registry.interest(claim.text, stance, last, act)
        return ReadReport(
            claim=claim,
            chain=checked or links,
            cue=statement.cue,
            stance=stance,
            act=act,
            interest=interest,
            hedges=hedges_of(statement, page.hedges, stance),
            verification=check.verification if check and checked else None,
            facets=page.facets.of(claim, sentence, statement.sources),
            quoted=statement.quoted,
            sentence=sentence,
            traced_by=traced_by,
        )

    def _own_check(self, statement: Statement, text: str) -> Check | None:
        """A check by the statement's own source: "videos verified by the Oar show", "verified that"."""
        if not statement.sources:
            return None
        sentence, source = statement.sentence, statement.sources[-1]
        check = self._checks.find(text[sentence.start : sentence.end])
        if check is None or check.outcome is not CheckOutcome.VERIFIED or check.verifier is None:
            return None
        verifier = _moved(check.verifier, sentence.start)
        return check if verifier.start < source.end and source.start < verifier.end else None

    def _checked(self, statement: Statement, check: Check, page: Page) -> ReadReport:
        """The report of a verification statement: its verifier is the innermost link."""
        sentence, stance = statement.sentence, _STANCES.get(check.outcome, Stance.UNRELATED)
        whole = Span(start=sentence.start, end=sentence.end, text=page.text[sentence.start : sentence.end])
        claim = _moved(check.found, sentence.start) if check.found else whole
        own = check.found is not None or check.outcome is CheckOutcome.REFUTED
        answered = check.outcome is not CheckOutcome.NO_ANSWER
        verifier = _moved(check.verifier, sentence.start) if answered and check.verifier else None
        return ReadReport(
            claim=claim,
            chain=self._links.of_check(verifier, page, own=own),
            cue=_moved(check.cue, sentence.start),
            stance=stance,
            act=str(Act.ASSERTION) if check.found else CHECKS,
            interest=Interest.NEUTRAL,
            hedges=hedges_of(statement, page.hedges, stance),
            verification=check.verification if answered else None,
            facets=page.facets.of(claim, sentence),
            quoted=False,
            sentence=Extent(start=sentence.start, end=sentence.end),
        )


def _moved(span: Span, offset: int) -> Span:
    return Span(start=span.start + offset, end=span.end + offset, text=span.text)
