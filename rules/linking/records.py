"""What linking takes and gives: documents that were read, and the cases found in them."""

from __future__ import annotations

from rules.model import Case, Document, Reading, Record, Report


class Read(Record, frozen=True, kw_only=True):
    """A document that was read, under its content key."""

    key: str
    document: Document
    reading: Reading


class LinkedReport(Record, frozen=True, kw_only=True):
    """A report of a case with where it stands: the document's key and the number of its report there."""

    document: str
    number: int
    report: Report


class LinkedCase(Record, frozen=True, kw_only=True):
    """A case found in articles: what is scored, and where each of its reports stands.

    `statements` are the ids of what was clustered, the oldest first; checks of these are among the members too.
    """

    statements: tuple[str, ...]
    case: Case
    members: tuple[LinkedReport, ...]
