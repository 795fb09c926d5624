"""Who is said to have done it, and who says so: where two blame each other, each account excludes the other."""

from __future__ import annotations

from functools import lru_cache

from rules.facets import name_key
from rules.linking.statement import Statement
from rules.matching.words import Words
from rules.provenance import Registry
from rules.provenance.classes import MEDIA
from rules.rulebook import Rulebook

REMEMBERED = 4096
STEM = 4  # letters that a people and its country share at least: Karvia, Karvian


class Blame:
    """Tells whether two statements say of each other's speakers that they did it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry, self._words = rulebook.part(Registry), rulebook.part(Words)
        self._parties = lru_cache(REMEMBERED)(self._party)

    def excludes(self, a: Statement, b: Statement) -> bool:
        """Whether they blame different doers, one of whom speaks in the other for a party of its own."""
        doers, speakers = (tuple(map(self._parties, names)) for names in ((a.doer, b.doer), (a.speaker, b.speaker)))
        if not all(doers) or _meet(*doers) or _meet(*speakers):
            return False
        return _meet(doers[0], speakers[1]) or _meet(doers[1], speakers[0])

    def _party(self, name: str | None) -> frozenset[str]:
        """The side that a name speaks for, else the keys of its capital words; empty for pronouns and common nouns,
        and for outlets: whom United Press quotes has not told of the United States.
        """
        words = [word for word in self._words.split(name or "") if word.capital and not self._is_stop(word.text)]
        if not name or not words:
            return frozenset()
        known = self._registry.identify(name)
        if known.class_ == MEDIA and not known.side:
            return frozenset()
        return frozenset([known.side] if known.side else [name_key(word.text) for word in words])

    def _is_stop(self, word: str) -> bool:
        return word.lower() in self._words.stop_words


def _meet(a: frozenset[str], b: frozenset[str]) -> bool:
    return any(p == q or min(len(p), len(q)) >= STEM and (p.startswith(q) or q.startswith(p)) for p in a for q in b)
