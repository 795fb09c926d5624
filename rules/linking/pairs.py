"""Do two statements make, or deny, one claim about one event?

Date and place rule out another event of the same kind first; then the pair model weighs what the wordings share, and
what they share of place and action. Everything is symmetric and knows only the two statements.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from rules.facets import Gazetteer
from rules.linking.actions import Actions
from rules.linking.statement import Statement, apart
from rules.matching import PairModel
from rules.matching.opposites import Pole, clash
from rules.matching.profile import Profile, Profiler
from rules.matching.words import Words
from rules.model import Record
from rules.rulebook import Rulebook

COUNTRY = 6  # UCDP precision of a whole country, which rules no place in it out


class LinkWeights(Record, frozen=True, kw_only=True):
    """`linking.yaml`: log-odds for what two statements share beside their wording, and the bar they must pass."""

    same_place: float
    excluded_action: float
    other_action: float
    further_action: float
    bar: float
    days_of_slack: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement with what is worked out once for all comparisons."""

    item: Statement
    words: Profile
    actions: frozenset[Pole]


class PairLinker:
    """Log-odds that two statements are about one claim; −∞ where they tell of different events."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._weights = rulebook.table("linking.yaml", LinkWeights)
        self.slack_days = self._weights.days_of_slack
        self._slack = timedelta(days=self.slack_days)
        self._model, self._profiler = rulebook.part(PairModel), rulebook.part(Profiler)
        self._gazetteer, self._actions = rulebook.part(Gazetteer), rulebook.part(Actions)
        self._words = rulebook.part(Words)

    def search_text(self, item: Statement) -> str:
        """The words by which a statement is found: its own, its places, and the names of its actions."""
        stems = [word.stem for word in self._words.split(item.text)]
        actions = sorted({self._actions.entries[number].id for number, _ in self._actions.poles(stems)})
        return " ".join((item.text, *item.places, *(f"action_{name}" for name in actions)))

    def excludes(self, item: Statement) -> bool:
        """Whether a statement says that something did not come about."""
        return any(excluded for _, excluded in self.prepare(item).actions)

    def prepare(self, item: Statement) -> Prepared:
        """The statement, ready to be compared."""
        stems = [word.stem for word in self._words.split(item.text)]
        return Prepared(item, self._profiler.profile(item.text), self._actions.poles(stems))

    def log_odds(self, a: Prepared, b: Prepared) -> float:
        """How much speaks for one claim, less the bar: above 0 they are linked."""
        if self.unlinkable(a.item, b.item):
            return float("-inf")
        same_place = bool(set(a.item.places) & set(b.item.places))
        return (
            self._model.log_odds(a.words, b.words) - self._weights.bar
            + self._weights.same_place * same_place + self._by_action(a.actions, b.actions)
        )

    def unlinkable(self, a: Statement, b: Statement) -> bool:
        """Whether date or place alone rule one event out; cheap, so asked before anything is prepared."""
        return apart(a.days, b.days, self._slack) or self._elsewhere(a, b)

    def opposed(self, a: Prepared, b: Prepared) -> bool:
        """Whether one statement says what the other excludes: by denial, by opposites, or by a negation."""
        shared = {number for number, _ in a.actions} & {number for number, _ in b.actions}
        if not shared and clash(a.words.poles, b.words.poles):
            return a.item.denies == b.item.denies
        return _negative(a, shared) != _negative(b, shared)

    def _elsewhere(self, a: Statement, b: Statement) -> bool:
        """Both name places within a country, and no place of one is, or lies in, a place of the other."""
        near, far = self._local(a), self._local(b)
        return bool(near and far) and not any(self._related(p, q) for p in near for q in far)

    def _local(self, item: Statement) -> list[str]:
        places = ((name, self._gazetteer.place(name)) for name in item.places)
        return [name for name, place in places if place is None or place.precision < COUNTRY]

    def _related(self, p: str, q: str) -> bool:
        return p == q or p in self._gazetteer.within(q) or q in self._gazetteer.within(p)

    def _by_action(self, a: frozenset[Pole], b: frozenset[Pole]) -> float:
        if shared := a & b:
            heaviest = max(self._actions.entries[number].weight for number, _ in shared)
            return heaviest + self._weights.further_action * len(a ^ b)
        if opposite := {number for number, excluded in a if (number, not excluded) in b}:
            return self._weights.excluded_action * max(self._actions.entries[number].weight for number in opposite)
        return self._weights.other_action if a and b else 0.0


def _negative(item: Prepared, shared: set[int]) -> bool:
    """Whether a statement is against what it talks of. Saying "no" while denying is one negation, not two."""
    if shared:
        return item.item.denies or any((number, True) in item.actions for number in shared)
    return item.item.denies or item.words.negations > 0
