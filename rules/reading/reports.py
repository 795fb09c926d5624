"""Turns statements into reports: who, how, how surely, checked or not, which facets."""

from __future__ import annotations

import re

import msgspec

from rules.hedging import HedgeFinder
from rules.model import Extent, Hedge, Interest, Link, ReadReport, Record, Span, Stance
from rules.provenance import Registry
from rules.reading.sources import Voice, Voices
from rules.reading.stance import StanceReader
from rules.reading.statements import Statement
from rules.reading.verification import Check, CheckFinder, CheckOutcome
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

_AFTER_CUE = 4
_SELF = re.compile(r"(?:this|our|we)\b", re.IGNORECASE)
CHECKER = "independent_verification"


class HearsayWording(Record, frozen=True, kw_only=True):
    """An entry of `en/hearsay.yaml`."""

    id: str
    pattern: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]


class ReportBuilder:
    """Makes the report of one statement."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)
        self._hedges = rulebook.part(HedgeFinder)
        self._checks = rulebook.part(CheckFinder)
        self._stances = rulebook.part(StanceReader)
        self._verbs = rulebook.part(ReportingVerbs)
        hearsay = rulebook.entries("en/hearsay.yaml", HearsayWording)
        self._hearsay = re.compile("|".join(w.pattern for w in hearsay), re.IGNORECASE)

    def build(
        self, text: str, statement: Statement, voices: Voices, publisher: Link | None, hedges: tuple[Hedge, ...]
    ) -> ReadReport | None:
        """The report, or None where the statement reports nothing about the world ("declined to comment")."""
        claim, sentence = statement.claim, statement.sentence
        own = [hedge for hedge in hedges if _bears_on(hedge, statement)]
        check = None if statement.sources else self._checks.find(text[sentence.start : sentence.end])
        if check:
            return self._checked(text, statement, check, voices, publisher, own)
        links, last = self._chain(text, statement, voices, publisher)
        stance, act = self._stance(text, statement)
        interest = Interest.UNKNOWN
        if last is not None:
            interest = self._registry.interest(claim.text, stance, last.identity, act)
        return ReadReport(
            claim=claim,
            chain=links,
            cue=statement.cue,
            stance=stance,
            act=act,
            interest=interest,
            hedges=tuple(own),
            verification=None,
            facets={},
            quoted=statement.quoted,
            sentence=sentence,
        )

    def _chain(
        self, text: str, statement: Statement, voices: Voices, publisher: Link | None
    ) -> tuple[tuple[Link, ...], Voice | None]:
        resolved = [voices.resolve(source) for source in statement.sources]
        links = [publisher] if publisher else []
        links.extend(voice.link() for voice in resolved)
        if not resolved and self._hearsay.search(text, statement.sentence.start, statement.sentence.end):
            links.append(Link(name="unattributed", start=None, end=None, class_="unattributed", side=None))
        return _once(links), resolved[-1] if resolved else None

    def _stance(self, text: str, statement: Statement) -> tuple[Stance, str]:
        cue, content = statement.cue, statement.claim.text
        if cue is not None:
            found = self._stances.of_cue(text[max(statement.sentence.start, cue.start - 20) : cue.end + _AFTER_CUE])
            if found:
                return found.stance, found.act
        stated = self._stances.of_content(content)
        if stated:
            return stated.stance, stated.act
        verb = next((v for w in (cue.text.split() if cue else ()) if (v := self._verbs.of(w))), None)
        return Stance.SUPPORTS, str(verb.act) if verb else "assertion"

    def _verifier(self, span: Span, voices: Voices, publisher: Link | None) -> Link:
        """Who checked: "this newspaper" is the publisher; a side's body stays what it is, others are independent."""
        if publisher is not None and _SELF.match(span.text):
            return msgspec.structs.replace(publisher, start=span.start, end=span.end, class_=CHECKER)
        link = voices.resolve(span).link()
        return link if link.side else msgspec.structs.replace(link, class_=CHECKER)

    def _checked(
        self,
        text: str,
        statement: Statement,
        check: Check,
        voices: Voices,
        publisher: Link | None,
        hedges: list[Hedge],
    ) -> ReadReport:
        """The report of a verification statement: its verifier is the innermost link."""
        sentence = statement.sentence
        links = [publisher] if publisher else []
        if check.outcome is not CheckOutcome.NO_ANSWER and check.verifier:
            link = self._verifier(_moved(check.verifier, sentence.start), voices, publisher)
            links.append(link)
        stance = {CheckOutcome.VERIFIED: Stance.SUPPORTS, CheckOutcome.FAILED: Stance.CANNOT_VERIFY}.get(
            check.outcome, Stance.UNRELATED
        )
        return ReadReport(
            claim=Span(start=sentence.start, end=sentence.end, text=text[sentence.start : sentence.end]),
            chain=_once(links),
            cue=_moved(check.cue, sentence.start),
            stance=stance,
            act="verification",
            interest=Interest.NEUTRAL,
            hedges=tuple(hedges),
            verification=None if check.outcome is CheckOutcome.NO_ANSWER else check.verification,
            facets={},
            quoted=False,
            sentence=Extent(start=sentence.start, end=sentence.end),
        )


def _bears_on(hedge: Hedge, statement: Statement) -> bool:
    """Whether a hedge weakens this statement: in its claim or cue, or in its sentence with the claim in scope.

    A hedge in what another says in the same sentence bears on that alone.
    """
    sentence, claim = statement.sentence, statement.claim
    if not (sentence.start <= hedge.start and hedge.end <= sentence.end):
        return False
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
