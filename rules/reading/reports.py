"""Turns statements into reports: who, how, how surely, checked or not, which facets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from rules.model import Extent, FacetMention, Hedge, Interest, Link, ReadReport, Span, Stance, TracedBy
from rules.provenance import Identity, Registry
from rules.reading.anaphora import SourceWords
from rules.reading.extents import Extents
from rules.reading.facets import Facets
from rules.reading.names import Voice
from rules.reading.sources import Voices
from rules.reading.stance import StanceReader
from rules.reading.statements import Statement
from rules.reading.tracing import Traces
from rules.reading.verification import CHECKS, Check, CheckFinder, CheckOutcome
from rules.reading.wording import Wording
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

S = TypeVar("S", Span, Hedge, FacetMention)
_BEFORE_CUE, _AFTER_CUE = 20, 4
_ASIDE = re.compile(r"[,;:\n]|\b(?:and|but)\b")
_MUTUAL = re.compile(r"\W*(?:each other|one another|the other)\b", re.IGNORECASE)
_THEIRS = re.compile(r"\W*(?:they|their|to)\b", re.IGNORECASE)
_SELF = re.compile(r"(?:this|our|we)\b", re.IGNORECASE)
CHECKER = "independent_verification"
NAMELESS = frozenset({"social", "anonymous", "unattributed"})


@dataclass(frozen=True, slots=True)
class Page:
    """One text with what was found in it as a whole."""

    text: str
    publisher: Link | None
    voices: Voices
    traces: Traces
    hedges: Extents[Hedge]
    facets: Facets


class ReportBuilder:
    """Makes the report of one statement."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)
        self._checks = rulebook.part(CheckFinder)
        self._stances = rulebook.part(StanceReader)
        self._verbs, self._sources = rulebook.part(ReportingVerbs), rulebook.part(SourceWords)
        hearsay = rulebook.entries("en/hearsay.yaml", Wording)
        self._hearsay = re.compile("|".join(w.pattern for w in hearsay), re.IGNORECASE)

    def build(self, statement: Statement, page: Page) -> Iterator[ReadReport]:
        """A report for each origin of the statement; of a sentence that tells of a check, the check."""
        sentence = statement.sentence
        check = None if statement.sources else self._checks.find(page.text[sentence.start : sentence.end])
        if check:
            yield self._checked(statement, check, page)
            return
        for origin in self._origins(statement, page):
            sources = (*statement.sources[:-1], origin) if origin else ()
            yield self._report(msgspec.structs.replace(statement, sources=sources), page)

    def _origins(self, statement: Statement, page: Page) -> Sequence[Span | None]:
        """The innermost sources; who accuse each other, or each say "they" won, do not say the same: they are one."""
        if not statement.sources:
            return [None]
        source, claim = statement.sources[-1], statement.claim.text
        apart = _MUTUAL.match(claim) or (_THEIRS.match(claim) and page.voices.are_opposed(source))
        return [source] if apart else page.voices.parted(source)

    def _report(self, statement: Statement, page: Page) -> ReadReport:
        claim, sentence = statement.claim, statement.sentence
        links, last, traced_by = self._chain(statement, page)
        stance, act = self._stance(page.text, statement)
        interest = Interest.UNKNOWN
        if last is not None:
            interest = self._registry.interest(claim.text, stance, last, act)
        return ReadReport(
            claim=claim,
            chain=links,
            cue=statement.cue,
            stance=stance,
            act=act,
            interest=interest,
            hedges=_hedges(statement, page),
            verification=None,
            facets=page.facets.of(claim, sentence),
            quoted=statement.quoted,
            sentence=sentence,
            traced_by=traced_by,
        )

    def _chain(self, statement: Statement, page: Page) -> tuple[tuple[Link, ...], Identity | None, TracedBy]:
        """The chain, publisher first, who its last link is if that is not the outlet itself, and what led to it."""
        heard = self._is_heard(statement, page.text)
        voices = [page.voices.resolve(s) for s in (statement.sources[:-1] if heard else statement.sources)]
        if statement.withheld and voices:
            voices[-1] = self._nameless(voices[-1])
        last = voices[-1] if voices else None
        claim = statement.claim
        hearsay = heard or (last is None and self._hearsay.search(page.text, claim.start, claim.end) is not None)
        links = [page.publisher] if page.publisher else []
        links.extend(voice.link() for voice in voices)
        if last is None or _is_nobody(last.identity):
            trace = page.traces.of(statement.sentence, alone=bool(hearsay or voices))
            if trace:
                link, by = trace
                known = self._registry.identify(link.name, class_=link.class_, side=link.side)
                return _once([*links[: len(links) - bool(voices)], link]), known, by
        if hearsay:
            links.append(Link(name="unattributed", start=None, end=None, class_="unattributed", side=None))
            return _once(links), None, TracedBy.NOBODY
        return _once(links), last.identity if last else None, self._traced_by(last, statement, page)

    def _is_heard(self, statement: Statement, text: str) -> bool:
        """Whether the source is told and does not tell: "the court heard | that"."""
        cue = statement.cue
        if cue is None or not statement.sources or cue.start < statement.sources[-1].end:
            return False
        found = self._hearsay.search(text, statement.sources[-1].start, cue.end + len(" that"))
        return found is not None and found.end() > cue.start

    def _nameless(self, voice: Voice) -> Voice:
        """The voice as one whose name is withheld; of the side that its words tell."""
        side = voice.identity.side
        identity = self._registry.identify(None, class_="anonymous", side=side)
        return msgspec.structs.replace(voice, identity=msgspec.structs.replace(identity, name=voice.text))

    def _traced_by(self, last: Voice | None, statement: Statement, page: Page) -> TracedBy:
        if last is None:
            return TracedBy.OWN_VOICE
        if page.traces.shows(statement.sentence, statement.sources[-1]):
            return TracedBy.RECORDING
        points = not last.identity.named and self._sources.points(last.identity.name)
        return TracedBy.UNRESOLVED if points else TracedBy.NAMED

    def _stance(self, text: str, statement: Statement) -> tuple[Stance, str]:
        cue, content = statement.cue, statement.claim.text
        if cue is not None:
            before = _ASIDE.split(text[max(statement.sentence.start, cue.start - _BEFORE_CUE) : cue.start])[-1]
            found = self._stances.of_cue(before + text[cue.start : cue.end + _AFTER_CUE])
            if found:
                return found.stance, found.act
        stated = self._stances.of_content(content, own=not statement.sources)
        if stated:
            return stated.stance, stated.act
        verb = next((v for w in (cue.text.split() if cue else ()) if (v := self._verbs.of(w))), None)
        return Stance.SUPPORTS, str(verb.act) if verb else "assertion"

    def _verifier(self, span: Span, page: Page) -> Link:
        """Who checked: "this newspaper" is the publisher; a side's body stays what it is, others are independent."""
        if page.publisher is not None and _SELF.match(span.text):
            return msgspec.structs.replace(page.publisher, start=span.start, end=span.end, class_=CHECKER)
        link = page.voices.resolve(span).link()
        return link if link.side else msgspec.structs.replace(link, class_=CHECKER)

    def _checked(self, statement: Statement, check: Check, page: Page) -> ReadReport:
        """The report of a verification statement: its verifier is the innermost link."""
        sentence = statement.sentence
        links = [page.publisher] if page.publisher else []
        if check.outcome is not CheckOutcome.NO_ANSWER and check.verifier:
            links.append(self._verifier(_moved(check.verifier, sentence.start), page))
        stance = {CheckOutcome.VERIFIED: Stance.SUPPORTS, CheckOutcome.FAILED: Stance.CANNOT_VERIFY}.get(
            check.outcome, Stance.UNRELATED
        )
        return ReadReport(
            claim=Span(start=sentence.start, end=sentence.end, text=page.text[sentence.start : sentence.end]),
            chain=_once(links),
            cue=_moved(check.cue, sentence.start),
            stance=stance,
            act=CHECKS,
            interest=Interest.NEUTRAL,
            hedges=_hedges(statement, page),
            verification=None if check.outcome is CheckOutcome.NO_ANSWER else check.verification,
            facets=page.facets.of(sentence, sentence),
            quoted=False,
            sentence=Extent(start=sentence.start, end=sentence.end),
        )


def _is_nobody(identity: Identity) -> bool:
    """Whether it is a nameless "post on Telegram", which a link names."""
    return not identity.named and identity.class_ in NAMELESS


def _hedges(statement: Statement, page: Page) -> tuple[Hedge, ...]:
    sentence = statement.sentence
    return tuple(h for h in page.hedges.within(sentence.start, sentence.end) if _bears_on(h, statement))


def _bears_on(hedge: Hedge, statement: Statement) -> bool:
    """Whether a hedge weakens this statement: in its claim or cue, or in its sentence with the claim in scope.

    A hedge in what another says in the same sentence bears on that alone.
    """
    sentence, claim = statement.sentence, statement.claim
    at = [claim, *statement.cues]
    if any(span.start < hedge.end and hedge.start < span.end for span in at):
        return True
    if any(span.start < hedge.end and hedge.start < span.end for span in statement.others):
        return False
    first, last = hedge.scope or (sentence.start, sentence.end)
    return first < claim.end and claim.start < last


def _moved(span: Span, offset: int) -> Span:
    return Span(start=span.start + offset, end=span.end + offset, text=span.text)


def _once(links: list[Link]) -> tuple[Link, ...]:
    """A chain in which nobody passes on to himself: of neighbours of one name the inner one stays."""
    inner = (*(link.name for link in links[1:]), None)
    return tuple(link for link, name in zip(links, inner, strict=False) if name != link.name)


def as_submitted(report: ReadReport, text: str) -> ReadReport:
    """The report with the words of all its spans taken from the text as submitted, markup and all."""
    return msgspec.structs.replace(
        report,
        claim=_again(report.claim, text),
        cue=_again(report.cue, text) if report.cue else None,
        hedges=tuple(_again(hedge, text) for hedge in report.hedges),
        facets={facet: _again(mention, text) for facet, mention in report.facets.items()},
    )


def _again(span: S, text: str) -> S:
    return msgspec.structs.replace(span, text=text[span.start : span.end])
