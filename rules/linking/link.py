"""Articles to cases: `rules.link`."""

from __future__ import annotations

from collections.abc import Sequence

from rules.linking.cases import CaseBuilder
from rules.linking.clusters import clusters
from rules.linking.pairs import PairLinker
from rules.linking.prepared import Preparer
from rules.linking.records import LinkedCase, Read
from rules.linking.statement import Statement
from rules.linking.stating import statements
from rules.linking.twins import Odds, Twins, copies, pair
from rules.matching import Index
from rules.rulebook import Rulebook

CANDIDATES = 60


def link(read: Sequence[Read], rulebook: Rulebook) -> tuple[LinkedCase, ...]:
    """The cases that the documents tell of, by their oldest statements.

    The order of the documents does not matter; a document given twice counts once. A statement is compared with the
    sixty that share most words, names and actions with it, copies with the first of them.

    >>> from rules.reading import read
    >>> from rules.model import Document
    >>> told = [Document(text="The mayor said the mill at Ostwick had burned.", publisher=p) for p in ("Bell", "Oar")]
    >>> given = [Read.of(document, read(document, Rulebook())) for document in told]
    >>> [sorted(report.report.publisher for report in case.members) for case in link(given, Rulebook())]
    [['Bell', 'Oar']]
    """
    unique = {item.key: item for item in read}
    said = [s for item in unique.values() for s in statements(item.reading, item.document, item.key, rulebook)]
    twins, builder = Twins(said, _odds(said, rulebook)), rulebook.part(CaseBuilder)
    return tuple(builder.build(group, twins, unique) for group in clusters(twins))


def _odds(said: Sequence[Statement], rulebook: Rulebook) -> Odds:
    """The log-odds of every pair that the words propose."""
    index, linker, preparer = Index(rulebook), rulebook.part(PairLinker), rulebook.part(Preparer)
    repeated = copies(said)
    compared = [item for item in sorted(said, key=lambda s: s.order) if item not in repeated]
    for item in compared:
        index.add(item.id, preparer.search_text(item))
    prepared = {item.id: preparer.prepare(item) for item in said}
    proposed = {pair(item.id, other) for item in compared
                for other, _ in index.query(preparer.search_text(item), CANDIDATES) if other != item.id}
    proposed |= {pair(item.id, first.id) for item, first in repeated.items()}
    return {key: linker.log_odds(prepared[key[0]], prepared[key[1]]) for key in sorted(proposed)}
