"""What English needs for linking statements, as `en/linking.yaml` and `en/place_nouns.yaml` give it."""

from __future__ import annotations

from rules.model import Record


class LinkWords(Record, frozen=True, kw_only=True):
    """Words that mean footage, verbs that take no clause, ends of clauses that refute, and nouns for what joins two
    things: who says that there is none denies neither of these.
    """

    footage: frozenset[str]
    clauseless: frozenset[str]
    refutations: tuple[str, ...]
    relations: frozenset[str]


class PlaceNouns(Record, frozen=True, kw_only=True):
    """`en/place_nouns.yaml`: common nouns that, with an article of `articles`, point back to named places.

    `references` are first words of clauses that do not name their subject.
    """

    articles: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    references: frozenset[str]
