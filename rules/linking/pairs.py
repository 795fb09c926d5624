"""Do two statements make, or deny, one claim about one event?

Date and place rule out another event of the same kind first; then the pair model weighs what the wordings share, and
what they share of place and action. Everything is symmetric and knows only the two statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from rules.facets import Gazetteer, name_key
from rules.linking.actions import Actions
from rules.linking.blame import Blame
from rules.linking.figures import Figure, Figures
from rules.linking.statement import Statement, apart
from rules.matching import PairModel
from rules.matching.opposites import Pole, clash
from rules.matching.profile import Profile, Profiler
from rules.matching.words import Word, Words
from rules.model import Record, Stance
from rules.rulebook import Rulebook

REMEMBERED = 2048  # statements that are kept prepared: those that many are compared with come again and again
COMPARED = 4096  # pairs of wordings whose likeness is kept
_NEAREST = (Stance.SUPPORTS, Stance.UPDATES, Stance.DENIES)  # of several figures, those nearest to each other count
COUNTRY = 6  # UCDP precision of a whole country, which rules no place in it out


class LinkWeights(Record, frozen=True, kw_only=True):
    """`linking.yaml`: log-odds for what two statements share beside their wording, and the bar they must pass."""

    same_place: float
    same_toll: float
    other_day: float
    excluded_action: float
    other_action: float
    no_action: float
    further_action: float
    answer: float
    answer_beside: float
    bar: float
    days_of_slack: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement with what is worked out once for all comparisons; `actors` are its names but for places."""

    item: Statement
    words: Profile
    actions: frozenset[Pole]
    names: frozenset[str]
    actors: frozenset[str]
    negated: frozenset[str]


class PairLinker:
    """Log-odds that two statements are about one claim; −∞ where they tell of different events."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._weights = rulebook.table("linking.yaml", LinkWeights)
        self.slack_days = self._weights.days_of_slack
        self._slack = timedelta(days=self.slack_days)
        self._model, self._profiler = rulebook.part(PairModel), rulebook.part(Profiler)
        self._gazetteer, self._actions = rulebook.part(Gazetteer), rulebook.part(Actions)
        self._words, self._figures, self._blame = rulebook.part(Words), rulebook.part(Figures), rulebook.part(Blame)
        self.prepare = lru_cache(REMEMBERED)(self._prepare)
        self._profile = lru_cache(REMEMBERED)(self._profiler.profile)
        self._likeness = lru_cache(COMPARED)(self._compare)
        self._local = lru_cache(REMEMBERED)(self._local_places)
        self._related = lru_cache(REMEMBERED)(self._relate)

    def search_text(self, item: Statement) -> str:
        """The words by which a statement is found: its own, its places, and the names of its actions."""
        stems = [word.stem for word in self._words.split(item.text)]
        actions = sorted({self._actions.entries[number].id for number, _ in self._actions.poles(stems)})
        return " ".join((item.text, *item.places, *(f"action_{name}" for name in actions)))

    def excludes(self, item: Statement) -> bool:
        """Whether a statement says that something did not come about."""
        return any(excluded for _, excluded in self.prepare(item).actions)

    def _prepare(self, item: Statement) -> Prepared:
        """The statement, ready to be compared."""
        words = self._words.split(item.text)
        actions = self._actions.poles([word.stem for word in words])
        profile = self._profile(item.text)
        names = self._names(words, profile)
        where = {name_key(word) for place in item.places for word in place.split()}
        return Prepared(item, profile, actions, names | where, names - where, self._negated(words))

    def _names(self, words: Sequence[Word], profile: Profile) -> frozenset[str]:
        """The keys of names but for days, and for the first word of a sentence, whose capital tells nothing."""
        first = words[0].text if len(words) > 1 and not words[1].capital else ""
        return frozenset(profile.names) - {name_key(word) for word in (first, *profile.times)}

    def _negated(self, words: Sequence[Word]) -> frozenset[str]:
        """What negations speak of: the word that carries meaning before each, and the two after it."""
        content = [word for word in words if self._negates(word) or word.stem not in self._words.stop_words]
        around = ((content[max(0, at - 1) : at], content[at + 1 : at + 3])
                  for at, word in enumerate(content) if self._negates(word))
        return frozenset(word.stem for before, after in around for word in (*before, *after))

    def _negates(self, word: Word) -> bool:
        return word.text.lower().replace("'", "") in self._words.negations

    def log_odds(self, a: Prepared, b: Prepared) -> float:
        """How much speaks for one claim, less the bar: above 0 they are linked."""
        if self.unlinkable(a.item, b.item):
            return float("-inf")
        same_place = bool(set(self._local(a.item.places)) & set(self._local(b.item.places)))
        return (
            self._likeness(*sorted((a.item.text, b.item.text))) - self._weights.bar
            + self._weights.same_place * same_place + self._by_action(a, b) + self._by_figure(a, b)
            + self._by_answer(a, b) + self._weights.other_day * _days_between(a.item, b.item)
        )

    def _compare(self, a: str, b: str) -> float:
        """What the pair model gives to two wordings. Outlets reprint each other, so that the same two meet again."""
        return self._model.log_odds(self._profile(a), self._profile(b))

    def unlinkable(self, a: Statement, b: Statement) -> bool:
        """Whether date or place alone rule one event out; cheap, so asked before anything is prepared."""
        return apart(a.days, b.days, self._slack) or self._elsewhere(a, b)

    def opposed(self, a: Prepared, b: Prepared) -> bool:
        """Whether one statement says what the other excludes: by denial, opposites, a negation, or mutual blame."""
        if self._blame.excludes(a.item, b.item):
            return a.item.denies == b.item.denies
        shared = {number for number, _ in a.actions} & {number for number, _ in b.actions}
        if not shared and clash(a.words.poles, b.words.poles):
            return a.item.denies == b.item.denies
        return _negative(a, b, shared) != _negative(b, a, shared)

    def by_figures(self, stated: Prepared, other: Prepared) -> Stance:
        """What the other's figure is to the stated one, where both count the same: like it, an update, a conflict."""
        if stated.actions and other.actions and stated.actions.isdisjoint(other.actions):
            return Stance.SUPPORTS
        published = (stated.item.published_at, other.item.published_at)
        found = {self._figures.between(a, b, published) for a, b in self._comparable(stated.item, other.item)}
        return next((stance for stance in _NEAREST if stance in found), Stance.SUPPORTS)

    def _one_toll(self, a: Prepared, b: Prepared) -> bool:
        return bool(a.actions & b.actions and self._comparable(a.item, b.item))

    def _comparable(self, a: Statement, b: Statement) -> list[tuple[Figure, Figure]]:
        """The pairs of their figures that count the same."""
        return [(p, q) for p in a.figures for q in b.figures if self._figures.comparable(p, q)]

    def _by_answer(self, a: Prepared, b: Prepared) -> float:
        """A denial answers what somebody says, surest what somebody else says with its verb in its own article."""
        if a.item.denies == b.item.denies or not self.opposed(a, b):
            return 0.0
        denial, other = (a, b) if a.item.denies else (b, a)
        beside = a.item.document == b.item.document and a.item.speaker != b.item.speaker
        same_deed = self._words.stem(denial.item.deed or "") in other.words.weights
        return self._weights.answer_beside if beside and same_deed else self._weights.answer

    def _by_figure(self, a: Prepared, b: Prepared) -> float:
        return self._weights.same_toll * self._one_toll(a, b)

    def _elsewhere(self, a: Statement, b: Statement) -> bool:
        """Both name places within a country, and no place of one is, or lies in, a place of the other."""
        near, far = self._local(a.places), self._local(b.places)
        return bool(near and far) and not any(self._related(p, q) for p in near for q in far)

    def _local_places(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those that lie within a country; of those that are not listed the key, so that spellings do not matter."""
        places = ((name, self._gazetteer.place(name)) for name in names)
        return tuple(place.name if place else name_key(name) for name, place in places
                     if place is None or place.precision < COUNTRY)

    def _relate(self, p: str, q: str) -> bool:
        """Whether one is, lies in, or is called after the other, as a district is after its town."""
        named_after = f"{p} ".startswith(f"{q} ") or f"{q} ".startswith(f"{p} ")
        return named_after or p in self._gazetteer.within(q) or q in self._gazetteer.within(p)

    def _by_action(self, a: Prepared, b: Prepared) -> float:
        kinds = {number: self._actions.entries[number] for number, _ in a.actions | b.actions}
        weights = {number: kind.weight for number, kind in kinds.items() if not kind.named or _of_one(a, b)}
        if shared := {number for number, _ in a.actions & b.actions} & weights.keys():
            return max(weights[n] for n in shared) + self._weights.further_action * len(a.actions ^ b.actions)
        if opposite := {n for n, excluded in a.actions if (n, not excluded) in b.actions} & weights.keys():
            return self._weights.excluded_action * max(weights[n] for n in opposite)
        differ = a.actions and b.actions and not any(kind.named for kind in kinds.values())
        return self._weights.other_action if differ else self._weights.no_action


def _days_between(a: Statement, b: Statement) -> int:
    """How many days are between those that both texts name; 0 where one of them names no single day."""
    exact = a.days and b.days and a.days[0] == a.days[1] and b.days[0] == b.days[1]
    return abs(a.days[0] - b.days[0]) if exact and a.days and b.days else 0


def _of_one(a: Prepared, b: Prepared) -> bool:
    """Whether two statements may tell of one of many: they name the same, or, where one names only a place, that."""
    return not (a.actors.isdisjoint(b.actors) if a.actors and b.actors else a.names.isdisjoint(b.names))


def _negative(item: Prepared, other: Prepared, shared: set[int]) -> bool:
    """Whether a statement is against what both talk of. Saying "no" while denying is one negation, not two."""
    if shared:
        return item.item.denies or any((number, True) in item.actions for number in shared)
    return item.item.denies or not item.negated.isdisjoint(other.words.weights)
