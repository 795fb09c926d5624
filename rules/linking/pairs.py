"""Do two statements make, or deny, one claim about one event?

Date and place rule out another event of the same kind first; then the pair model weighs what the wordings share, and
what they share of place and action. Everything is symmetric and knows only the two statements.
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from math import sqrt

from rules.facets import name_key
from rules.linking.bearing import Bearing
from rules.linking.briefs import brevity, one_edition
from rules.linking.days import apart
from rules.linking.places import Places
from rules.linking.prepared import Prepared, Preparer
from rules.linking.statement import Statement
from rules.linking.stories import MOST, one_story
from rules.matching import Likeness, PairModel
from rules.matching.actions import Actions
from rules.model import Record, Stance
from rules.rulebook import Rulebook

REMEMBERED = 2048  # pairs of articles of which it is kept whether they tell one story
COMPARED = 4096  # pairs of wordings whose likeness is kept
FURTHER_NAMED = 0.5  # how much a further action of a `named` kind counts beside others
TOLLS = frozenset({"deaths", "casualties"})
ENDED = 0.5  # how much of it an action gives to what tells that it is over
MANY = 256  # pairs of statements of two articles, among which some two mean much the same by chance
FEW = 10  # statements of two articles each, so that hardly any two of them share something by chance
SIMILAR = 0.5  # how much a similar word counts beside the same
SUBSTANCE = 13.0  # the weight of shared words, some two rare ones, from which wordings are not alike by chance


class LinkWeights(Record, frozen=True, kw_only=True):
    """`linking.yaml`: log-odds for what two statements share beside their wording, and the bar they must pass."""

    same_place: float
    same_toll: float
    other_day: float
    excluded_action: float
    other_action: float
    rival_account: float
    no_action: float
    no_action_in_story: float
    further_action: float
    story_action: float
    little_shared: float
    other_story: float
    edition: float
    figure_in_story: float
    crowd: float
    crowd_beside: float
    answer: float
    answer_beside: float
    answer_negated: float
    bar: float
    days_of_slack: int


class PairLinker:
    """Log-odds that two statements are about one claim; −∞ where they tell of different events."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._weights = rulebook.table("linking.yaml", LinkWeights)
        self.slack_days = self._weights.days_of_slack
        self._slack = timedelta(days=self.slack_days)
        self._model, self._bearing = rulebook.part(PairModel), rulebook.part(Bearing)
        self._places, self._actions = rulebook.part(Places), rulebook.part(Actions)
        self._profile, self.prepare = rulebook.part(Preparer).profile, rulebook.part(Preparer).prepare
        self._tolls = {n for n, kind in enumerate(self._actions.entries) if kind.id in TOLLS}
        self._likeness = lru_cache(COMPARED)(self._compare)
        self._one_story = lru_cache(REMEMBERED)(one_story)

    def log_odds(self, a: Prepared, b: Prepared) -> float:
        """How much speaks for one claim, less the bar: above 0 they are linked."""
        if self.unlinkable(a.item, b.item):
            return float("-inf")
        telling, like, one = _telling(a, b), self._like(a, b), self._one_deed(a, b)
        odds = (
            like.log_odds - self._weights.bar
            + self._weights.same_place * self._places.shared(a.item, b.item) * telling + self._by_action(a, b, one)
            + self._by_figures(a, b) * telling + self._by_answer(a, b, telling) + self._by_substance(a, b, one, like)
            + self._by_story(a, b) + self._by_brevity(a, b)
            + self._by_meaning(a, b, like)
            + self._weights.other_day * _days_between(a.item, b.item) + self._crowd(a, b) * (1 - telling)
        )
        return float("-inf") if odds > 0 and self._contradict_themselves(a, b) else odds

    def _contradict_themselves(self, a: Prepared, b: Prepared) -> bool:
        """Nobody says in an article what excludes his own words: another figure of his counts something else.

        A denial in so many words is an answer, though a pronoun may have given it to the wrong speaker.
        """
        mine, other = a.item, b.item
        if (mine.document, mine.speaker, mine.denies) != (other.document, other.speaker, other.denies):
            return False
        return self._bearing.opposed(a, b) or self._bearing.by_figures(a, b) is Stance.DENIES

    def _like(self, a: Prepared, b: Prepared) -> Likeness:
        one, other = a.item.text, b.item.text
        return self._likeness(one, other) if one < other else self._likeness(other, one)

    def _compare(self, a: str, b: str) -> Likeness:
        """What the pair model gives to two wordings. Outlets reprint each other, so that the same two meet again."""
        return self._model.likeness(self._profile(a), self._profile(b))

    def unlinkable(self, a: Statement, b: Statement) -> bool:
        """Whether date or place alone rule one event out; cheap, so asked before anything is prepared."""
        slack = timedelta() if a.guessed and b.guessed else self._slack  # a guess has its own
        return apart(a.window, b.window, slack) or self._places.apart(a, b) or self._set_apart(a, b)

    def _set_apart(self, a: Statement, b: Statement) -> bool:
        """Where a date is missing: whether only one is about the past, or they tell of war or disaster in other towns.
        """
        if a.days and b.days:
            return False
        elsewhere = a.document != b.document and not a.among and not b.among and self._places.set_apart(a, b)
        return elsewhere or None not in (a.past, b.past) and a.past != b.past

    def _by_answer(self, a: Prepared, b: Prepared, telling: float) -> float:
        """A denial answers what somebody says, surest what somebody else says in its own article."""
        said_no = self._weights.answer_negated * self._negates(a, b)
        if not self._bearing.answers(a, b):
            return said_no
        if self._bearing.answers_beside(a, b):
            return self._weights.answer_beside
        return self._weights.answer * telling + said_no

    def _negates(self, a: Prepared, b: Prepared) -> bool:
        """Whether one says "no" of a word of the other, in short articles on one story."""
        return a.item.total * b.item.total <= FEW * FEW and self._told(a, b) and self._bearing.negates(a, b)

    def _by_substance(self, a: Prepared, b: Prepared, one: frozenset[int], like: Likeness) -> float:
        """Negative log-odds for few shared words, which may be chance, unless of one deed or answering each other."""
        answers = self._negates(a, b) or self._told(a, b) and self._bearing.answers(a, b)
        if answers or one and self._meet(a, b):
            return 0.0
        names = a.names | b.names
        shared = sum([weight / (1 + _is_detail(stem, names)) for stem, weight in sorted(a.words.weights.items())
                      if stem in b.words.weights])
        return self._weights.little_shared * max(0.0, 1 - (shared + SIMILAR * like.similar) / SUBSTANCE)

    def _by_story(self, a: Prepared, b: Prepared) -> float:
        """Negative log-odds where the articles tell different stories and are long enough to know this."""
        mine, other = a.item.story, b.item.story
        known = min(len(mine), len(other)) >= MOST
        return self._weights.other_story * (known and not self._one_story(mine, other))

    def _by_brevity(self, a: Prepared, b: Prepared) -> float:
        """Log-odds for two short articles on one story, more if they appeared within half a day or give one figure."""
        short = brevity(a.item, b.item)
        if not short or not self._told(a, b):
            return 0.0
        soon, counted = one_edition(a.item, b.item), self._bearing.count_alike(a.item, b.item)
        return short * (self._weights.edition * soon + self._weights.figure_in_story * counted)

    def _by_meaning(self, a: Prepared, b: Prepared, like: Likeness) -> float:
        """What two articles on one story mean by words of their own, for its names tell nothing there."""
        short = brevity(a.item, b.item, MANY)
        return short * like.in_story if short and self._told(a, b) else 0.0

    def _by_figures(self, a: Prepared, b: Prepared) -> float:
        return self._weights.same_toll * (self._bearing.one_figure(a, b) or self._bearing.one_toll(a, b))

    def _crowd(self, a: Prepared, b: Prepared) -> float:
        """Negative log-odds for long articles, more between two speakers of one who do not answer each other."""
        mine, other = a.item, b.item
        voices = mine.document == other.document and mine.speaker != other.speaker and mine.text != other.text
        return self._weights.crowd + self._weights.crowd_beside * (voices and not self._bearing.answers(a, b))

    def _by_action(self, a: Prepared, b: Prepared, one: frozenset[int]) -> float:
        told, data = self._told(a, b), self._weights
        kinds = {number: self._actions.entries[number] for number in a.kinds | b.kinds}
        story = data.story_action * told * _telling(a, b)
        weights = {n: kind.weight + story * (kind.named and n in one) for n, kind in kinds.items()
                   if told and n in one or (_of_one(a, b) if kind.named else self._meet(a, b))}
        if shared := {number for number, _ in a.actions & b.actions} & weights.keys():
            further = 0.0 if self._is_toll_of(a, b) else sum(
                FURTHER_NAMED if kinds[n].named else 1.0 for n, _ in a.actions ^ b.actions)
            return max(weights[n] for n in shared) + data.further_action * further
        if opposite := _opposite(a, b) & weights.keys():
            return data.excluded_action * max(weights[n] * (ENDED if kinds[n].ends else 1) for n in opposite)
        named = any(kind.named for kind in kinds.values())
        if a.actions and b.actions and not a.kinds & b.kinds and (told or not named):
            if self._bearing.rivals(a, b) and self._meet(a, b):
                return data.rival_account
            if not named:
                return data.other_action
        return data.no_action_in_story if told and not self._places.shared(a.item, b.item) else data.no_action

    def _is_toll_of(self, a: Prepared, b: Prepared) -> bool:
        """Whether one just counts the victims of what the other tells of."""
        return a.actions <= b.actions and self._tolls >= a.kinds or b.actions <= a.actions and self._tolls >= b.kinds

    def _one_deed(self, a: Prepared, b: Prepared) -> frozenset[int]:
        """The kinds of action in which both may tell of one deed.

        The topic of an article says nothing, nor does what two statements of one article share, unless one excludes the
        other.
        """
        topics, kinds = {*a.item.topics, *b.item.topics}, self._actions.entries
        tells = _opposite(a, b).union(n for n in a.kinds & b.kinds if not kinds[n].named or kinds[n].id not in topics)
        if a.item.document != b.item.document:
            return tells
        return frozenset(n for n in tells if n in _opposite(a, b) or not kinds[n].named)

    def _meet(self, a: Prepared, b: Prepared) -> bool:
        """Whether they share a place, a name or a story; verbs such as "enter" alone say too little."""
        story = self._one_story(a.item.story, b.item.story)
        return story or self._places.near(a.item, b.item) or not a.names.isdisjoint(b.names)

    def _told(self, a: Prepared, b: Prepared) -> bool:
        """Whether their articles tell one story without naming different people."""
        where = (a.names - a.actors) | (b.names - b.actors)  # what one article shows to be a place is one in the other
        mine, yours = a.actors - where, b.actors - where
        strangers = mine and yours and mine.isdisjoint(yours)
        return not strangers and self._one_story(a.item.story, b.item.story)


def _telling(a: Prepared, b: Prepared) -> float:
    """The weight of what two statements share, 0 to 1: less where their articles make many statements."""
    mine, other = a.item.among or b.item.among, b.item.among or a.item.among
    return min(1.0, FEW / sqrt(mine * other or 1))


def _days_between(a: Statement, b: Statement) -> int:
    """How many days are between those that both texts name; 0 where one of them names no single day."""
    exact = a.days and b.days and a.days[0] == a.days[1] and b.days[0] == b.days[1]
    return abs(a.days[0] - b.days[0]) if exact and a.days and b.days else 0


def _of_one(a: Prepared, b: Prepared) -> bool:
    """Whether two statements may tell of one of many: they name the same, or, where one names only a place, that."""
    return not (a.actors.isdisjoint(b.actors) if a.actors and b.actors else a.names.isdisjoint(b.names))


def _is_detail(stem: str, names: frozenset[str]) -> bool:
    """Whether it is a name or a number, which articles on one topic share whatever they say of it."""
    return stem[0].isdigit() or name_key(stem) in names


def _opposite(a: Prepared, b: Prepared) -> frozenset[int]:
    """The kinds of action that one asserts and the other excludes."""
    return frozenset(number for number, excluded in a.actions if (number, not excluded) in b.actions)
