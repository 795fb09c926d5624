"""Articles to cases: `rules.link`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

from rules.linking.cases import CaseBuilder, LinkedCase, Read
from rules.linking.clusters import cluster
from rules.linking.pairs import PairLinker
from rules.linking.statement import Statement, statements
from rules.matching import Index
from rules.model import Document
from rules.rulebook import Rulebook

CANDIDATES = 60


def content_key(document: Document) -> str:
    """The key of a document: the same text by the same publisher is the same document, whenever and however sent."""
    raw = "\x00".join((document.text, document.publisher or "", document.url or ""))
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def link(read: Sequence[Read], rulebook: Rulebook) -> tuple[LinkedCase, ...]:
    """The cases that the documents tell of, in the order of their founders.

    The order of the documents does not matter; a document given twice counts once. Statements are compared with
    the 60 that share most words, names and actions with them.
    """
    unique = {item.key: item for item in read}
    said = [s for item in unique.values() for s in statements(item.reading, item.document, item.key, rulebook)]
    builder = rulebook.part(CaseBuilder)
    found = cluster(said, rulebook.part(PairLinker), nearest(said, rulebook))
    return tuple(builder.build(group, unique) for group in found)


def nearest(said: Iterable[Statement], rulebook: Rulebook) -> Callable[[Statement], list[str]]:
    """What proposes, for a statement, the others worth comparing it with: an index over their words."""
    index = Index(rulebook)
    linker = rulebook.part(PairLinker)
    for item in sorted(said, key=lambda s: s.order):
        index.add(item.id, linker.search_text(item))

    def near(item: Statement) -> list[str]:
        return [other for other, _ in index.query(linker.search_text(item), CANDIDATES)]

    return near
