"""Turns statements into reports: who, how, how surely, checked or not, which facets."""

from __future__ import annotations

import re

from rules.hedging import HedgeFinder
from rules.model import Extent, Hedge, Interest, Link, ReadReport, Record, Span, Stance
from rules.provenance import Registry
from rules.reading.sources import Voice, Voices
from rules.reading.stance import StanceReader
from rules.reading.statements import Statement
from rules.reading.verification import Check, CheckFinder, CheckOutcome
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

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
        own = [hedge for hedge in hedges if sentence.start <= hedge.start and hedge.end <= max(sentence.end, claim.end)]
        check = None if statement.sources else self._checks.find(text[sentence.start : sentence.end])
        if check:
            return self._checked(text, statement, check, publisher, own)
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
            found = self._stances.of_cue(text[max(statement.sentence.start, cue.start - 20) : cue.end])
            if found:
                return found.stance, found.act
        stated = self._stances.of_content(content)
        if stated:
            return stated.stance, stated.act
        verb = next((v for w in (cue.text.split() if cue else ()) if (v := self._verbs.of(w))), None)
        return Stance.SUPPORTS, str(verb.act) if verb else "assertion"

    def _checked(
        self, text: str, statement: Statement, check: Check, publisher: Link | None, hedges: list[Hedge]
    ) -> ReadReport:
        """The report of a verification statement: its verifier is the innermost link."""
        sentence = statement.sentence
        links = [publisher] if publisher else []
        if check.outcome is not CheckOutcome.NO_ANSWER and check.verifier:
            start = sentence.start + check.verifier.start
            identity = self._registry.identify(check.verifier.text)
            class_ = identity.class_ if identity.side else CHECKER
            end = start + len(check.verifier.text)
            links.append(Link(name=identity.name, start=start, end=end, class_=class_, side=identity.side))
        stance = {CheckOutcome.VERIFIED: Stance.SUPPORTS, CheckOutcome.FAILED: Stance.CANNOT_VERIFY}.get(
            check.outcome, Stance.UNRELATED
        )
        cue = Span(start=sentence.start + check.cue.start, end=sentence.start + check.cue.end, text=check.cue.text)
        return ReadReport(
            claim=Span(start=sentence.start, end=sentence.end, text=text[sentence.start : sentence.end]),
            chain=_once(links),
            cue=cue,
            stance=stance,
            act="verification",
            interest=Interest.NEUTRAL,
            hedges=tuple(hedges),
            verification=None if check.outcome is CheckOutcome.NO_ANSWER else check.verification,
            facets={},
            quoted=False,
            sentence=Extent(start=sentence.start, end=sentence.end),
        )


def _once(links: list[Link]) -> tuple[Link, ...]:
    """A chain in which nobody passes on to himself: of neighbours of one name the inner one stays."""
    inner = [*(link.name for link in links[1:]), None]
    return tuple(link for link, name in zip(links, inner, strict=True) if name != link.name)
