"""The provenance data files as tables by key, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from rules.errors import unknown
from rules.facets.places import Place
from rules.provenance.classes import REQUIRED
from rules.provenance.records import Grammar, Organisation, Side, SourceClass, Title
from rules.rulebook import Rulebook


class _Keyed(Protocol):
    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=_Keyed)
GRAMMAR_FIELDS = (
    "articles", "parts", "callings", "asides", "relatives", "pronouns", "ties_before", "ties_after", "against",
    "descents",
)  # fmt: skip


class Tables:
    """Classes, sides, titles, places and organisations; every key that one names in another exists.

    Raises RulebookError, with the nearest valid key, for a class, side or place that nobody defines, for an id given
    twice and for a class that code knows by name and that is missing.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self.classes = self._table("classes.yaml", SourceClass)
        self.sides = self._table("sides.yaml", Side)
        self.titles = self._table("en/titles.yaml", Title)
        self.places = {p.name: p for p in rulebook.entries("en/places.yaml", Place)}
        self.organisations = self._table("registry/*.yaml", Organisation)
        self.grammar = rulebook.table("en/name_grammar.yaml", Grammar)
        self._check_keys()

    def _table(self, pattern: str, kind: type[K]) -> dict[str, K]:
        table: dict[str, K] = {}
        for entry in self._rulebook.entries(pattern, kind):
            if entry.id in table:
                raise self._rulebook.blame(pattern, entry.id, f"“{entry.id}” is defined twice")
            table[entry.id] = entry
        return table

    def _check_keys(self) -> None:
        for missing in sorted(REQUIRED - self.classes.keys()):
            problem = f"class “{missing}” is missing; restore it, for code asks for it"
            raise self._rulebook.blame("classes.yaml", "id:", problem)
        for side in self.sides.values():
            for other in (*side.allies, *side.opponents):
                self.check("sides.yaml", "side", other, self.sides)
            self.check("sides.yaml", "class", side.class_, self.classes)
            for place in side.governs:
                self.check("sides.yaml", "place", place, self.places)
        for title in self.titles.values():
            for class_ in (title.class_, title.named_class):
                self.check("en/titles.yaml", "class", class_, self.classes)
        for organisation in self.organisations.values():
            self.check("registry/*.yaml", "class", organisation.class_, self.classes)
            self.check("registry/*.yaml", "side", organisation.side, self.sides)
            self.check("registry/*.yaml", "place", organisation.place, self.places)

    def check(self, pattern: str, what: str, key: str | None, valid: Iterable[str]) -> None:
        """Raises RulebookError, with the line, for a key that is not among the valid ones."""
        if key is not None and key not in valid:
            raise self._rulebook.blame(pattern, key, unknown(what, key, valid))
