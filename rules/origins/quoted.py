"""Did he say it? Where a report disputes a quote, whoever quotes him vouches for it, and not the one who is quoted."""

from __future__ import annotations

from rules.model import Case, ReadReport, Record, TracedBy
from rules.origins.tracing import linked
from rules.provenance import Identity, Registry
from rules.reading import read_statement
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCases

FILE = "en/misquotes.yaml"


class Misquotes(Record, frozen=True, kw_only=True):
    """Patterns of what `disputes` that somebody said what he is quoted with."""

    disputes: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


class Quoted:
    """Tells claims about what somebody said from claims that somebody makes."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook, self._registry = rulebook, rulebook.part(Registry)
        patterns = rulebook.table(FILE, Misquotes).disputes
        self._disputes = AnyCases((pattern, pattern) for pattern in patterns)

    def disputes(self, text: str) -> bool:
        """Whether a text says that a quote is made up: `disputes("I never said such a thing")`."""
        return any(pattern.found(text) for _, pattern in self._disputes.likely(text))

    def speaker(self, case: Case) -> frozenset[str]:
        """The words of the name of whoever is quoted in the claim, if a report disputes the quote; else none."""
        for report in case.reports:  # a plain loop, for it is quick
            if report.stance is None and report.text != case.text and self.disputes(report.text):
                break
        else:
            return frozenset()
        chain = read_statement(case.text, self._rulebook).chain
        return self._registry.words(chain[-1].name) if chain else frozenset()

    def vouching(
        self, identity: Identity, reading: ReadReport, publisher: Identity | None, speaker: frozenset[str]
    ) -> tuple[Identity, str] | None:
        """Who quotes the speaker, and what that was traced by; None where somebody else is the source."""
        words = self._registry.words(identity.name)
        if not words or not words <= speaker:
            return None
        if len(reading.chain) > 1:
            return linked(reading.chain[-2], None, self._registry), TracedBy.NAMED
        return (publisher, TracedBy.OWN_VOICE) if publisher else None
