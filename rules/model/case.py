"""What comes in: a case, that is a claim with the reports that bear on it, and a document.

Offsets count Unicode code points of the text as submitted. Everything is immutable.
"""

from __future__ import annotations

import msgspec

from rules.model.vocabulary import Facet, Interest, Owner, Stance, TracedBy

_QUOTATION_MARKS = "\"“”„‟‘’'«»"


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"class_": "class"}):
    """Base of all records: immutable, compared by value, strict about unknown fields."""


class Source(Record, frozen=True, kw_only=True):
    """Who is said to have said it. `class_` is `class` in JSON; None means: to be found out.

    `traced_by` is what led from the report to this source, where an article was read.
    """

    name: str | None = None
    class_: str | None = None
    side: str | None = None
    interest: Interest | None = None
    traced_by: TracedBy | None = None


class Verification(Record, frozen=True, kw_only=True):
    """An independent check: which facets held, which did not or could not be established, and how it was done.

    No facet at all means that the claim as a whole was checked; what failed a check that denies the claim is refuted.
    """

    facets: tuple[Facet, ...] = ()
    failed: tuple[Facet, ...] = ()
    method: str | None = None


class Hedge(Record, frozen=True, kw_only=True):
    """A span that weakens commitment. `strength` is the share of the commitment it takes, 0 to 1."""

    start: int
    end: int
    text: str
    category: str
    strength: float
    owner: Owner
    cue: str = ""
    scope: tuple[int, int] | None = None

    @property
    def words(self) -> str:
        """The text without quotation marks around it, for sentences that put it into their own.

        >>> Hedge(start=0, end=7, text="“freed”", category="scare_quotes", strength=0.2, owner="reporter").words
        'freed'
        """
        return self.text.strip(_QUOTATION_MARKS)


class Report(Record, frozen=True, kw_only=True):
    """One published statement that bears on a claim. What is None is read from the text."""

    text: str = ""
    publisher: str | None = None
    url: str | None = None
    published_at: str | None = None
    source: Source | None = None
    via: tuple[str, ...] = ()
    stance: Stance | None = None
    verification: Verification | None = None


class Event(Record, frozen=True, kw_only=True):
    """When and where the thing claimed is said to have happened; `date` is ISO 8601, a day or a prefix of one."""

    date: str | None = None
    place: str | None = None


class Case(Record, frozen=True, kw_only=True):
    """A claim with all reports that bear on it: what is scored."""

    text: str
    event: Event | None = None
    reports: tuple[Report, ...] = ()


class Document(Record, frozen=True, kw_only=True):
    """An article, post or transcript, as submitted."""

    text: str
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, report: Report) -> Document:
        """The text of a report as an article."""
        return cls(text=report.text, publisher=report.publisher, url=report.url, published_at=report.published_at)
