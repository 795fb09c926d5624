"""How one statement bears on another that is about the same: for it, against it, or with a newer figure."""

from __future__ import annotations

from rules.facets import NumberReader, name_key
from rules.linking.blame import Blame
from rules.linking.data import LinkWords
from rules.linking.prepared import Prepared
from rules.linking.statement import Statement
from rules.matching.actions import Actions
from rules.matching.figures import Figure, Figures
from rules.matching.opposites import Opposites, clash
from rules.matching.words import Words
from rules.model import Stance
from rules.rulebook import Rulebook

TELLING = 7.0  # the weight of words, one rare or two, that a negation speaks of by more than chance
NOTHING_ELSE = 0.9  # share of a negative statement's words, by weight, that the other has: it is that which is not so
RARE = 12  # smaller figures than this meet by chance
_NEAREST = (Stance.SUPPORTS, Stance.UPDATES, Stance.DENIES)  # of several figures, those nearest to each other count


class Bearing:
    """Compares what two prepared statements say of one thing."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._figures, self._blame = rulebook.part(Words), rulebook.part(Figures), rulebook.part(Blame)
        self._actions = rulebook.part(Actions).entries
        self._rivals = rulebook.part(Opposites).rivals
        self._proof = frozenset(map(self._words.stem, rulebook.table("en/linking.yaml", LinkWords).proof))
        self._numbers = frozenset(map(self._words.stem, rulebook.part(NumberReader).words))

    def opposed(self, a: Prepared, b: Prepared) -> bool:
        """Whether one statement says what the other excludes: by denial, opposites, a negation, or mutual blame."""
        if self._blame.excludes(a.item, b.item) and not _repeats(a, b):
            return a.item.denies == b.item.denies
        shared = a.kinds & b.kinds
        if self.rivals(a, b) or not shared and clash(a.words.poles, b.words.poles):
            return a.item.denies == b.item.denies
        return _negative(a, b, shared) != _negative(b, a, shared)

    def says_no(self, a: Prepared, b: Prepared) -> bool:
        """Whether one says that hardly anything but what the other tells is not so, or that nothing shows it.

        "There is no sign that rebels took Orm" and "rebels took Orm on Monday".
        """
        return a.item.denies == b.item.denies and (self._is_not_so(a, b) or self._is_not_so(b, a))

    def _is_not_so(self, negated: Prepared, told: Prepared) -> bool:
        if not negated.words.negations or told.words.negations:
            return False
        weights = [(stem, weight) for stem, weight in negated.words.weights.items() if stem not in self._proof]
        known = sum([weight for stem, weight in weights if stem in told.words.weights])
        return known >= NOTHING_ELSE * sum([weight for _, weight in weights]) > 0

    def ended(self, stated: Prepared, other: Prepared) -> bool:
        """Whether one statement tells that what the other tells of is over, without denying it: "the ban was lifted".
        """
        over = {number for number, excluded in stated.actions if (number, not excluded) in other.actions}
        denied = any(item.item.denies or item.words.negations for item in (stated, other))
        return bool(over) and not denied and all(self._actions[number].ends for number in over)

    def rivals(self, a: Prepared, b: Prepared) -> bool:
        """Whether they give rival accounts of one event: "shot down" and "crashed in bad weather"."""
        poles = (frozenset(pole for pole in item.words.poles if pole[0] in self._rivals) for item in (a, b))
        return clash(*poles) > 0

    def by_figures(self, stated: Prepared, other: Prepared) -> Stance:
        """What the other's figure is to the stated one, where both count the same: like it, an update, a conflict."""
        if stated.actions and other.actions and stated.actions.isdisjoint(other.actions):
            return Stance.SUPPORTS
        published = (stated.item.published_at, other.item.published_at)
        found = {self._figures.between(a, b, published) for a, b in self._comparable(stated.item, other.item)}
        return next((stance for stance in _NEAREST if stance in found), Stance.SUPPORTS)

    def agree(self, a: Prepared, b: Prepared) -> bool:
        """Whether both count the same to one figure."""
        return any(p.value == q.value for p, q in self._comparable(a.item, b.item))

    def one_toll(self, a: Prepared, b: Prepared) -> float:
        """How surely both count the same victims or things, 0 to 1.

        With one kind of action, how near the figures are, for three and 25 dead are seldom the same event; where
        neither names an action, 1 if they share further words.
        """
        counts = [(p, q) for p, q in self._comparable(a.item, b.item)
                  if p.value == q.value or not self._figures.is_share(p)]
        if not a.actions and not b.actions:
            return float(any(self._share_more(a, b, *figures) for figures in counts))
        shared = not a.actions.isdisjoint(b.actions)
        return max((self._figures.nearness(p, q) for p, q in counts), default=0.0) if shared else 0.0

    def _share_more(self, a: Prepared, b: Prepared, *figures: Figure) -> bool:
        """Whether they share a word besides names and what is counted: "missing" in "3,000 ballots are missing"."""
        counted = {word.stem for figure in figures for word in self._words.split(figure.counted or "")} | self._numbers
        shared, names = a.words.weights.keys() & b.words.weights.keys(), a.names & b.names
        return any(not stem[0].isdigit() and name_key(stem) not in names for stem in shared - counted)

    def one_figure(self, a: Prepared, b: Prepared) -> bool:
        """Whether both count one thing to one figure seldom met by chance, of one kind of action or of no known one."""
        same = any(p.value == q.value >= RARE for p, q in self._comparable(a.item, b.item))
        return same and bool(a.kinds & b.kinds or not a.kinds | b.kinds)

    def count_alike(self, a: Statement, b: Statement) -> bool:
        """Whether both count to one figure, of what may be the same or to one seldom met by chance."""
        equal = [(p, q) for p in a.figures for q in b.figures if p.value == q.value > 1]
        return any(p.value >= RARE or self._figures.may_be_one(p, q) for p, q in equal)

    def _comparable(self, a: Statement, b: Statement) -> list[tuple[Figure, Figure]]:
        """The pairs of their figures that count the same."""
        return [(p, q) for p in a.figures for q in b.figures if self._figures.may_be_one(p, q)]

    def answers(self, a: Prepared, b: Prepared) -> bool:
        """Whether one denies what the other says."""
        return a.item.denies != b.item.denies and self.opposed(a, b)

    def negates(self, a: Prepared, b: Prepared) -> bool:
        """Whether a negation of one speaks of a telling word of the other: "nobody cut that rail"."""
        if a.item.speaker == b.item.speaker or not self.opposed(a, b):
            return False
        return max(_negated(a, b), _negated(b, a)) >= TELLING

    def answers_beside(self, a: Prepared, b: Prepared) -> bool:
        """Whether one denies, by its verb, what another speaker says in the same article: "go back" backs nobody."""
        denial, other = (a, b) if a.item.denies else (b, a)
        beside = a.item.document == b.item.document and a.item.speaker != b.item.speaker
        verb, shared = self._words.stem(denial.item.deed or ""), a.words.weights.keys() & b.words.weights.keys()
        return beside and verb in shared and (len(shared) > 1 or verb == self._words.stem(other.item.deed or ""))


def _negative(item: Prepared, other: Prepared, shared: frozenset[int]) -> bool:
    """Whether a statement negates what both tell of; "no" within a denial counts as one negation."""
    if shared:
        return item.item.denies or any((number, True) in item.actions for number in shared)
    return item.item.denies or not item.negated.isdisjoint(other.words.weights)


def _negated(item: Prepared, other: Prepared) -> float:
    """The weight of the other statement's words that this one negates, without names and numbers."""
    names = item.names | other.names
    return sum([weight for stem, weight in sorted(other.words.weights.items())
                if stem in item.negated and not stem[0].isdigit() and name_key(stem) not in names])


def _repeats(a: Prepared, b: Prepared) -> bool:
    """Whether one statement has every word of the other, as a summary has those of its quotation."""
    return a.words.weights.keys() <= b.words.weights.keys() or b.words.weights.keys() <= a.words.weights.keys()
