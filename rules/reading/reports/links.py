"""The chain of links of a report: publisher first, origin last, and what led to the origin."""

from __future__ import annotations

import re

import msgspec

from rules.model import Link, Span, TracedBy
from rules.provenance import Identity, Registry
from rules.provenance.classes import ANONYMOUS, INDEPENDENT_VERIFICATION, NAMELESS, SOCIAL, UNATTRIBUTED
from rules.reading.clauses.statements import Statement
from rules.reading.reports.carriers import Carriers
from rules.reading.reports.page import Page
from rules.reading.sources.anaphora import SourceWords
from rules.reading.sources.names import Voice
from rules.reading.syntax.wording import Wording
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCase

_SELF = re.compile(r"(?:this|our|we)\b", re.IGNORECASE)
_NAMELESS = NAMELESS | {SOCIAL}


class Links:
    """Makes the chains of statements and of checks."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry, self._sources = rulebook.part(Registry), rulebook.part(SourceWords)
        self._carriers = rulebook.part(Carriers)
        self._continues = rulebook.part(clause_words).continues
        hearsay = rulebook.entries("en/hearsay.yaml", Wording)
        self._hearsay = AnyCase("|".join(w.pattern for w in hearsay))

    def of(self, statement: Statement, page: Page) -> tuple[tuple[Link, ...], Identity | None, TracedBy]:
        """The chain, publisher first; the identity of its last link, None if that is the outlet; and what led to it."""
        heard = self._is_heard(statement, page.text)
        sources = statement.sources[:-1] if heard else statement.sources
        added = statement.cue is not None and statement.cue.text.lower() in self._continues
        voices = [page.voices.resolve(source, statement.claim if added else None) for source in sources]
        if statement.withheld and voices:
            voices[-1] = self._nameless(voices[-1])
        last = voices[-1] if voices else None
        hearsay = heard or (last is None and self._hearsay.found(statement.claim.text))
        links = [page.publisher] if page.publisher else []
        links.extend(voice.link() for voice in voices)
        if voices and (carrier := self._carriers.of(statement, page)) and carrier.name not in {x.name for x in links}:
            links.insert(len(links) - 1, carrier)
        if last is None or _is_nobody(last.identity):
            trace = page.traces.of(statement.sentence, alone=bool(hearsay or voices))
            if trace:
                link, by = trace
                known = self._registry.identify(link.name, class_=link.class_, side=link.side)
                return _once([*links[: len(links) - bool(voices)], link]), known, by
        if hearsay:
            links.append(Link(name="unattributed", start=None, end=None, class_=UNATTRIBUTED, side=None))
            return _once(links), None, TracedBy.NOBODY
        return _once(links), last.identity if last else None, self._traced_by(last, statement, page)

    def _is_heard(self, statement: Statement, text: str) -> bool:
        """Whether the grammatical source only hears the statement: "the court heard | that"."""
        cue = statement.cue
        if cue is None or not statement.sources or cue.start < statement.sources[-1].end:
            return False
        found = self._hearsay.pattern.search(text, statement.sources[-1].start, cue.end + len(" that"))
        return found is not None and found.end() > cue.start

    def _nameless(self, voice: Voice) -> Voice:
        """The voice as an anonymous one of the same side."""
        side = voice.identity.side
        identity = self._registry.identify(None, class_=ANONYMOUS, side=side)
        name = voice.text if voice.identity.named else voice.identity.name
        return msgspec.structs.replace(voice, identity=msgspec.structs.replace(identity, name=name))

    def _traced_by(self, last: Voice | None, statement: Statement, page: Page) -> TracedBy:
        if last is None:
            return TracedBy.OWN_VOICE
        if page.traces.shows(statement.sentence, statement.sources[-1]):
            return TracedBy.RECORDING
        points = not last.identity.named and self._sources.points(last.identity.name)
        return TracedBy.UNRESOLVED if points else TracedBy.NAMED

    def of_check(self, verifier: Span | None, page: Page, own: bool = False) -> tuple[Link, ...]:
        """The chain of a check, whose verifier is the innermost link; an outlet's `own` one is what it found out."""
        outer = [page.publisher] if page.publisher else []
        if own and page.publisher and verifier is None:
            return (self._checking(page.publisher),)
        return _once([*outer, self._verifier(verifier, page)] if verifier else outer)

    def adding(self, links: tuple[Link, ...], checker: Span, page: Page) -> tuple[Link, ...]:
        """The chain of who tells of a check, with the one who made it."""
        return _once([*links, page.voices.resolve(checker).link()])

    def checked(self, links: tuple[Link, ...]) -> tuple[Link, ...] | None:
        """The chain with its innermost link as a checker; None where that has a stake in the matter and cannot be one.
        """
        last = self._checking(links[-1]) if links else None
        return (*links[:-1], last) if last and last.class_ == INDEPENDENT_VERIFICATION else None

    def _verifier(self, span: Span, page: Page) -> Link:
        """Who checked: "this newspaper" is the publisher; others are independent but for those who have a stake."""
        if page.publisher is not None and (_SELF.match(span.text) or _is_short_for(span.text, page.publisher.name)):
            return self._checking(msgspec.structs.replace(page.publisher, start=span.start, end=span.end))
        return self._checking(page.voices.resolve(span).link())

    def _checking(self, link: Link) -> Link:
        """The link as a checker, if its class allows; a body of a side, an office or a firm stays what it is."""
        stake = link.side or not (link.class_ == UNATTRIBUTED or self._registry.can_check(link.class_))
        return link if stake else msgspec.structs.replace(link, class_=INDEPENDENT_VERIFICATION)


def _is_short_for(text: str, name: str) -> bool:
    """Whether "The Post" is how The Lorn Post calls itself."""
    short = text.removeprefix("The ").removeprefix("the ")
    return short != name and short[:1].isupper() and name.endswith(f" {short}")


def _is_nobody(identity: Identity) -> bool:
    """Whether it is a nameless "post on Telegram", which a link names."""
    return not identity.named and identity.class_ in _NAMELESS


def _once(links: list[Link]) -> tuple[Link, ...]:
    """A chain in which nobody passes on to himself: of neighbours of one name the inner one stays."""
    inner = (*(link.name for link in links[1:]), None)
    return tuple(link for link, name in zip(links, inner, strict=False) if name != link.name)
