"""Statements ready to be compared: their words, actions, names, and what their negations speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.facets import name_key
from rules.linking.data import LinkWords
from rules.linking.statement import Statement
from rules.matching.actions import Actions
from rules.matching.opposites import Pole
from rules.matching.profile import Profile, Profiler
from rules.matching.words import Word, Words
from rules.rulebook import Rulebook

REMEMBERED = 2048  # wordings that are kept prepared: those that many are compared with come again and again
_Told = tuple[Profile, frozenset[Pole], frozenset[str], frozenset[str], frozenset[str], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement with what is worked out once for all comparisons; `actors` are its names but for places, `kinds`
    the kinds of its actions, asserted or excluded.
    """

    item: Statement
    words: Profile
    actions: frozenset[Pole]
    names: frozenset[str]
    actors: frozenset[str]
    negated: frozenset[str]
    kinds: frozenset[int]


class Preparer:
    """Prepares statements: `rulebook.part(Preparer).prepare(statement)`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._actions, self._words = rulebook.part(Actions), rulebook.part(Words)
        data = rulebook.table("en/linking.yaml", LinkWords)
        self._relations, self._retracting = data.relations, data.retracting
        self._remembered = lru_cache(REMEMBERED)(self._prepare)
        self.profile = lru_cache(REMEMBERED)(rulebook.part(Profiler).profile)

    def search_text(self, item: Statement) -> str:
        """The words by which a statement is found: its own, its places, and the names of its actions."""
        actions = sorted(self._actions.entries[number].id for number in self._actions.kinds(item.text))
        return " ".join((item.text, *item.places, *(f"action_{name}" for name in actions)))

    def prepare(self, item: Statement) -> Prepared:
        """The statement, ready to be compared."""
        return Prepared(item, *self._remembered(item.text, item.places, item.topics))

    def _prepare(self, text: str, places: tuple[str, ...], topics: tuple[str, ...]) -> _Told:
        words = self._words.split(text)
        entries = self._actions.entries
        actions = frozenset(pole for pole in self._actions.told(text)
                            if entries[pole[0]].named or entries[pole[0]].id not in topics)
        profile = self.profile(text)
        names = self._names(words, profile)
        where = {name_key(word) for place in places for word in place.split()}
        said = words[1:] if text.lower().startswith(self._retracting) else words
        kinds = frozenset(number for number, _ in actions)
        return profile, actions, names | where, names - where, self._negated(said), kinds

    def _names(self, words: Sequence[Word], profile: Profile) -> frozenset[str]:
        """The keys of names but for days, and for the first word of a sentence, whose capital tells nothing."""
        first = words[0].text if len(words) > 1 and not words[1].capital else ""
        return frozenset(profile.names) - {name_key(word) for word in (first, *profile.times)}

    def _negated(self, words: Sequence[Word]) -> frozenset[str]:
        """What negations speak of: the word that carries meaning before each, and the two after it, of which the first
        alone if that is what joins other things.
        """
        content = [word for word in words if self._negates(word) or word.stem not in self._words.stop_words]
        around = ((content[max(0, at - 1) : at], self._reach(content[at + 1 : at + 3]))
                  for at, word in enumerate(content) if self._negates(word))
        return frozenset(word.stem for before, after in around for word in (*before, *after))

    def _reach(self, after: Sequence[Word]) -> Sequence[Word]:
        return after[:1] if after and after[0].text.lower() in self._relations else after

    def _negates(self, word: Word) -> bool:
        return word.text.lower().replace("'", "") in self._words.negations
