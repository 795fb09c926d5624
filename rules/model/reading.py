"""What reading an article gives: attributions as found, and reports as `POST /v1/articles/read` returns them.

Every `start` and `end` counts Unicode code points of the document's text as submitted.
"""

from __future__ import annotations

from rules.model.case import Hedge, Record, Verification
from rules.model.vocabulary import Interest, Stance, TracedBy


class Extent(Record, frozen=True, kw_only=True):
    """From `start` up to, not including, `end`."""

    start: int
    end: int


class Span(Extent, frozen=True, kw_only=True):
    """An extent with the text that stands there."""

    text: str


class Attribution(Record, frozen=True, kw_only=True):
    """Who says what: source, cue and content as spans; None where the text leaves one out."""

    source: Span | None
    cue: Span | None
    content: Span | None


class Link(Record, frozen=True, kw_only=True):
    """One link of an attribution chain, outermost first. A publisher that the text does not name has no span."""

    name: str
    start: int | None
    end: int | None
    class_: str
    side: str | None


class FacetMention(Span, frozen=True, kw_only=True):
    """A facet as the text gives it. `value` is normalised (an ISO date, a number, a place's registry name).

    `qualifier` tells "about", "at_least", "at_most" or "exact"; `precision` is UCDP's, 1 exact to 6 or 5;
    `counted` is the noun phrase that a number counts.
    """

    value: str | None = None
    qualifier: str | None = None
    precision: int | None = None
    counted: str | None = None


class ReadReport(Record, frozen=True, kw_only=True):
    """One statement of an article: what is claimed, by whom through whom, how surely, and what was checked.

    `act` is the speech act: assertion, denial, accusation, admission, verification and so on. `applies_to` are the
    indexes of the reports that a verification statement, or a retort such as a denial of "the allegation", is about.
    `traced_by` is what led to the innermost link.
    """

    claim: Span
    chain: tuple[Link, ...]
    cue: Span | None
    stance: Stance
    interest: Interest
    hedges: tuple[Hedge, ...]
    verification: Verification | None
    facets: dict[str, FacetMention]
    quoted: bool
    sentence: Extent
    act: str = "assertion"
    applies_to: tuple[int, ...] = ()
    traced_by: TracedBy = TracedBy.NAMED

    @property
    def whole(self) -> tuple[int, int]:
        """Where its sentence stands, with all of a claim that goes beyond it."""
        return min(self.sentence.start, self.claim.start), max(self.sentence.end, self.claim.end)


class Reading(Record, frozen=True, kw_only=True):
    """All reports of a document in the order of their claims, and the parts that are not the article.

    `published_at` is that of the document, else the day that its text gives as its own.
    """

    language: str
    reports: tuple[ReadReport, ...]
    left_out: tuple[Extent, ...] = ()
    published_at: str | None = None
