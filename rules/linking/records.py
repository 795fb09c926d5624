"""What linking takes and gives: documents that were read, and the cases found in them."""

from __future__ import annotations

import hashlib

import msgspec

from rules.model import Case, Document, Reading, Record, Report


def content_key(document: Document) -> str:
    """The key of a document: the same text by the same publisher is the same document, whenever and however sent."""
    raw = "\x00".join((document.text, document.publisher or "", document.url or ""))
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Read(Record, frozen=True, kw_only=True):
    """A document that was read, under its content key."""

    key: str
    document: Document
    reading: Reading

    @classmethod
    def of(cls, document: Document, reading: Reading) -> Read:
        """The document with its reading, dated by what its text says where nobody else did."""
        dated = msgspec.structs.replace(document, published_at=document.published_at or reading.published_at)
        return cls(key=content_key(document), document=dated, reading=reading)


class LinkedReport(Record, frozen=True, kw_only=True):
    """A report of a case with where it stands: the document's key and the number of its report there."""

    document: str
    number: int
    report: Report

    @property
    def speaker(self) -> str | None:
        """The name of whoever says it, if anybody is named."""
        return self.report.source.name if self.report.source else None

    def spoken_by(self, voice: Report) -> LinkedReport:
        """The same with the source of another report."""
        return msgspec.structs.replace(
            self, report=msgspec.structs.replace(self.report, source=voice.source, via=voice.via))


class LinkedCase(Record, frozen=True, kw_only=True):
    """A case found in articles: what is scored, and where each of its reports stands.

    `statements` are the ids of what was clustered, the oldest first; checks of these are among the members too.
    """

    statements: tuple[str, ...]
    case: Case
    members: tuple[LinkedReport, ...]
